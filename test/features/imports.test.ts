import { afterEach, describe, expect, it } from 'vitest';
import { knows } from '../support/directory.ts';
import { FORM, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
let house: House;

const open = async () => {
  house = await street.house({ at: '2026-11-20T09:00:00Z' });
  return house.as('UNOOR');
};

/** Noor brings a file, from the settings to the report. */
async function brings(content: string | Buffer, name = 'klanten.csv') {
  const noor = house.as('UNOOR');
  await noor.types('/klant instellingen');
  await noor.clicks('Lijst inlezen');
  await noor.fills({ 'Welk bestand?': [noor.uploads({ name, content })] });
  const outcome = await noor.submits();
  await house.settled();
  await aMomentLater(house);
  await noor.closes({ all: true });
  return outcome;
}

const report = () => heard(house, 'UNOOR').at(-1)?.readable ?? '';
const customers = () =>
  house.db.run((tx) => tx.customer.findMany({ orderBy: { folded: 'asc' }, omit: { workspaceId: true, id: true } }));
const names = async () => (await customers()).map(({ name }) => name);
/** Nothing is left of a file but what came of it. */
const putAside = () => house.db.run((tx) => tx.customerImportRow.count());

describe('a list from another system', () => {
  afterEach(() => expect(house.slack.refusals).toEqual([]));

  it('is read, reported line by line, and found by all', async () => {
    await open();
    const file = [
      'Klantnummer;Naam;Status;Vaste contactpersoon;Segment;Past bij ons;Niet benaderen;Omzet',
      'D1;Café Zuid;Prospect;Sanne de Vries;Horeca;ja;nee;10',
      'D2;"Bakkerij ""Noord""; en zoon";klant;UKAVYA;;nee;;20',
      'D3;;klant;;;;;',
      'D4;Slagerij Vos;wie weet;;;;;',
      'D1;Tuinderij Bos;;;;;;',
      'D6;cafe zuid;;;;;;',
      'D7;Gemeente;;Niemand Hier;;;;',
      'D8;Wijnhuis;;;;misschien;;',
      'D9;=1+1;;;;;;',
      '',
      'D10;Stille Kracht;voormalige klant;;;;x;',
    ].join('\r\n');
    await brings(file);
    expect(await customers()).toMatchObject([
      {
        name: 'Bakkerij "Noord"; en zoon',
        key: 'D2',
        status: 'customer',
        contactId: 'UKAVYA',
        fits: false,
        addedBy: 'UNOOR',
      },
      { name: 'Café Zuid', key: 'D1', status: 'prospect', contactId: 'USANNE', segment: 'Horeca', fits: true },
      { name: 'Stille Kracht', key: 'D10', status: 'former', doNotContact: true },
    ]);
    expect(report().split('\n')).toEqual([
      'Je lijst staat erin. 10 rijen gelezen.',
      'Nieuw: 3 · Gewijzigd: 0 · Al zo bekend: 0',
      '7 rijen zijn overgeslagen:',
      '• regel 4: geen naam',
      '• regel 5: de status is geen prospect, klant of voormalig',
      '• regel 6: hetzelfde nummer als regel 2',
      '• regel 7: dezelfde naam als regel 2',
      '• regel 8: de vaste contactpersoon is hier niemand, of meer dan één',
      '• regel 9: geen ja en geen nee',
      '• regel 10: in een cel staat een formule',
      'Met één kolom kan ik niets.',
    ]);
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek');
    expect(await sanne.searches(FORM.nl.whom, 'cafe zu')).toContain('Café Zuid');
    expect(await putAside()).toBe(0);
  });

  it.each([
    ['in Windows-1252, as Excel writes it', Buffer.from('Naam;Nummer\r\nCafé Zuid;1\r\n', 'latin1')],
    ['in UTF-8 with a mark', '\uFEFFname,number\nCafé Zuid,1\n'],
    ['with a line that names the separator', 'sep=;\r\nNAAM;Klantnr.\r\nCafé Zuid;1'],
    ['with tabs', 'Customer name\tCustomer ID\nCafé Zuid\t1'],
  ])('is understood %s', async (_how, content) => {
    await open();
    await brings(content);
    expect(await customers()).toMatchObject([{ name: 'Café Zuid', key: '1' }]);
  });

  it('brought twice changes nothing the second time', async () => {
    await open();
    const file = 'naam,nummer\nCafé Zuid,1\nBakkerij Noord,2\n';
    await brings(file);
    const before = await customers();
    await brings(file);
    expect(report()).toContain('Nieuw: 0 · Gewijzigd: 0 · Al zo bekend: 2');
    expect(await customers()).toEqual(before);
  });

  it('brings new names by number, and leaves alone what it doesn’t say', async () => {
    await open();
    await brings('naam,nummer,segment,niet benaderen\nCafé Zuid,1,Horeca,ja\nZonder,,,\n');
    await brings('naam,nummer,segment,niet benaderen\nCafé Zuiderlicht,1,,nee\nZonder,2,,\n');
    expect(await customers()).toMatchObject([
      { name: 'Café Zuiderlicht', key: '1', segment: 'Horeca', doNotContact: true },
      { name: 'Zonder', key: '2' },
    ]);
    expect(report()).toContain('Nieuw: 0 · Gewijzigd: 2 · Al zo bekend: 0');
  });

  it('doesn’t mix up two customers, and brings no double back', async () => {
    await open();
    const [zuid, noord] = [await knows(house, 'Café Zuid'), await knows(house, 'Bakkerij Noord')];
    await house.db.run(async (tx) => {
      await tx.customer.updateMany({ where: { id: zuid.id }, data: { key: '1' } });
      const merged = { key: null, mergedInto: zuid.id, archivedAt: house.clock.now() };
      await tx.customer.updateMany({ where: { id: noord.id }, data: merged });
    });
    await brings('naam,nummer\nCafé Zuid,9\nBakkerij Noord,\n');
    expect(report()).toContain(
      '• regel 2: een andere klant heeft deze naam\n• regel 3: is samengevoegd met een andere klant',
    );
  });

  it('of more than a chunk is taken whole', async () => {
    await open();
    const rows = Array.from({ length: 1_234 }, (_, n) => `Tuinderij ${n},${n}`);
    await brings(`naam,nummer\n${rows.join('\n')}`);
    expect((await names()).length).toBe(1_234);
    expect(report()).toContain('1234 rijen gelezen');
  });

  it('keeps nobody from working meanwhile', async () => {
    const noor = await open();
    const rows = Array.from({ length: 4_000 }, (_, n) => `Tuinderij ${n},${n}`);
    await noor.types('/klant instellingen');
    await noor.clicks('Lijst inlezen');
    await noor.fills({
      'Welk bestand?': [noor.uploads({ name: 'k.csv', content: `naam,nummer\n${rows.join('\n')}` })],
    });
    const [saved] = await Promise.all([logs(house.as('USANNE')), noor.submits()]);
    expect(saved).toMatchObject({ acked: true, errors: {} });
    await house.settled();
    expect((await names()).length).toBe(4_001);
  });
});

it('a list is an admin’s to bring', async () => {
  const noor = await open();
  await noor.types('/klant instellingen');
  await noor.clicks('Lijst inlezen');
  await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), clickWith({ userId: 'USANNE' }));
  expect(house.as('USANNE').modal?.readable ?? '').not.toContain('Welk bestand?');
  await noor.fills({ 'Welk bestand?': [noor.uploads({ name: 'k.csv', content: 'naam\nCafé Zuid' })] });
  await noor.submits();
  await house.settled();
  const sent = lastSent(house.slack, 'view_submission');
  await house.db.run((tx) => tx.customer.deleteMany());
  const another = { ...sent, payload: { ...sent.payload, trigger_id: '1.2.other' } };
  await sendChanged(house.slack, another, (payload) => ({
    ...payload,
    user: { ...(payload.user as object), id: 'USANNE' },
  }));
  await house.settled();
  expect(await names()).toEqual([]);
});

describe('nothing at all is taken from', () => {
  const wide = Array.from({ length: 200 }, (_, n) => `kolom ${n}`).join(',');
  const many = (rows: number) => `naam\n${Array.from({ length: rows }, (_, n) => `Klant ${n}`).join('\n')}`;

  it.each([
    ['a PDF that is called a list', Buffer.from('%PDF-1.7\nx'), 'Dat is een pdf.'],
    ['a spreadsheet', Buffer.from('504b030414000600', 'hex'), 'Dat is een spreadsheet.'],
    ['Unicode text', Buffer.from('\uFEFFnaam\nZuid', 'utf16le'), 'Het bestand is “Unicode-tekst”.'],
    ['something with bytes that no text has', Buffer.from([110, 97, 97, 109, 10, 0, 1]), 'Dat is geen tekstbestand.'],
    [
      'letters that are broken',
      Buffer.from('naam\nCafé Zuid\nCaf\xe9', 'latin1').fill('naam\nCafé', 0, 10),
      'letters kapot',
    ],
    ['an empty file', ' \n', 'Het bestand is leeg.'],
    ['a file without a name', 'nummer,segment\n1,Horeca', 'Geen kolom heet Naam.'],
    ['a header alone', 'naam,nummer\n', 'Onder de eerste regel staat niets.'],
    ['200 columns', `naam,${wide}\nZuid`, 'meer dan 100 kolommen'],
    ['an open quotation mark', 'naam\nZuid\n"Noord', 'Op regel 3 begint een aanhalingsteken'],
    ['200,001 rows', many(200_001), 'meer dan 200.000 rijen'],
  ])('%s, and its owner hears why', async (_what, content, says) => {
    await open();
    await brings(content);
    expect(report()).toContain('Uit je lijst is niets overgenomen.');
    expect(report()).toContain(says);
    expect([await names(), await putAside()]).toEqual([[], 0]);
  });

  it.each([
    ['that was taken away meanwhile', 'file_deleted', 'Slack geeft me het bestand niet.'],
    ['that Slack doesn’t let us read', 'missing_scope', '“files:read”'],
  ])('a file %s', async (_what, error, says) => {
    await open();
    house.slack.faults.add({ method: 'files.info', error });
    await brings('naam\nZuid');
    expect(report()).toContain(says);
    expect(await names()).toEqual([]);
  });

  it('one that a crash cut short: its owner hears that, and no word of it is left', async () => {
    await open();
    await brings('naam\nCafé Zuid');
    await house.db.run(async (tx) => {
      const [one] = await tx.customerImport.findMany();
      const importId = one?.id ?? '';
      await tx.customerImport.updateMany({ data: { state: 'reading', read: 500, rows: 900 } });
      const row = {
        importId,
        line: 2,
        customerId: importId,
        isNew: true,
        name: 'Half',
        folded: 'half',
        status: 'customer',
        doNotContact: false,
      };
      await tx.customerImportRow.create({ data: row });
      await tx.customerWord.create({ data: { word: 'half', ofId: importId } });
      await tx.$executeRaw`UPDATE customer_imports SET outcome = NULL`;
    });
    await house.turnTo('2026-11-20T09:10:00Z', 1);
    await aMomentLater(house);
    expect(report()).toContain('Ik werd tijdens het lezen onderbroken.');
    expect(await house.db.run((tx) => tx.customerWord.count({ where: { word: 'half' } }))).toBe(0);
    expect(await putAside()).toBe(0);
  });
});
