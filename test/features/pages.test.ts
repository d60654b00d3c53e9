import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { FORM, fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater } from '../support/moves.ts';
import { PLAN, plansFromHome } from '../support/plan.ts';
import { sharing } from '../support/stories.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const quotes = (visitor: Visitor) => (visitor.modal?.readable.match(/^> .*$/gm) ?? []).map((line) => line.slice(2));

/** Ben has told these, one after the other. */
async function benTold(...told: NonNullable<Parameters<typeof logs>[1]>[]) {
  house = await street.house({ at: FRIDAY });
  for (const one of told) {
    await logs(house.as('UBEN'), { lang: 'en', ...one });
    await aMomentLater(house);
  }
}

const OCTOBER = { customer: 'Bakkerij Zuid', learned: 'De koelcel is vol op maandag', on: '2026-10-20' } as const;
const NOVEMBER = { customer: 'Bakkerij Zuid', learned: 'Ze willen een vaste chauffeur', on: '2026-11-12' } as const;
const OTHER = { customer: 'Café Noord', learned: 'Ze sluiten in januari' } as const;

describe('a customer’s page', () => {
  it('shows what colleagues learned, newest first, with day and kind and without names', async () => {
    await benTold(OCTOBER, NOVEMBER, OTHER);
    const sanne = house.as('USANNE');
    await sanne.types('/klant wie bakkerij zuid');
    expect(sanne.modal?.readable).toMatchInlineSnapshot(`
      "Klant
      Bakkerij Zuid
      [Ik ga ze spreken] [Ik sprak ze] [Over deze klant]
      ---
      Wat ze ons vertelden, het nieuwste eerst
      12 november · Gebeld
      > Ze willen een vaste chauffeur
      20 oktober · Gebeld
      > De koelcel is vol op maandag
      Elke collega ziet dit, ook leidinggevenden, en niemands naam, tenzij iemand daarvoor koos. Wie het leest, wordt niet bijgehouden."
    `);
    expect(JSON.stringify(sanne.modals)).not.toMatch(/UBEN|Ben Carter/);
  });

  it('reads well in English, with the year of what was said in another one', async () => {
    house = await street.house({ at: '2027-01-06T09:00:00Z' });
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid', learned: 'Ze sluiten in januari', on: '2026-12-30' });
    await house.as('UBEN').types('/customer who Bakkerij Zuid');
    expect(house.as('UBEN').modal?.readable).toContain('30 December 2026 · Call\n> Ze sluiten in januari');
    expect(house.as('UBEN').modal?.readable).toContain('What they told us, newest first');
  });

  it('is turned ten at a time', async () => {
    house = await street.house({ at: FRIDAY });
    for (let n = 0; n < 13; n++) await logs(house.as('USANNE'), { learned: `les ${n}.`, on: addDays('2026-11-01', n) });
    const kavya = house.as('UKAVYA');
    await kavya.types('/customer who bakkerij');
    expect(quotes(kavya)).toEqual(Array.from({ length: 10 }, (_, n) => `les ${12 - n}.`));
    await kavya.clicks('Older');
    expect(quotes(kavya)).toEqual(['les 2.', 'les 1.', 'les 0.']);
    expect(kavya.modal?.readable).not.toContain('[Older]');
    await kavya.clicks('Newer');
    expect(quotes(kavya)[0]).toBe('les 12.');
  });

  it('shows the beginning of what is long, and all of it, with what was behind it, a click further', async () => {
    const long = `${'Ze vertelden veel. '.repeat(40)}En dit tot slot.`;
    await benTold({ customer: 'Bakkerij Zuid', learned: long });
    const ben = house.as('UBEN');
    await ben.types('/customer me');
    await ben.clicks('Edit');
    await ben.clicks('Add more');
    await ben.fills({ 'What was behind the question?': 'Minder weggooien', 'What did we say?': 'Dat we meedenken' });
    await ben.submits();
    const sanne = house.as('USANNE');
    await sanne.types('/klant wie bakkerij zuid');
    expect(sanne.modal?.readable).not.toContain('En dit tot slot.');
    await sanne.clicks('Lees verder');
    for (const words of ['En dit tot slot.', 'Minder weggooien', 'Dat we meedenken'])
      expect(sanne.modal?.readable).toContain(words);
  });

  it('leads to one’s own conversation with them, and shows it afterwards', async () => {
    await benTold(OCTOBER);
    const sanne = house.as('USANNE');
    await sanne.types('/klant wie bakkerij zuid');
    await sanne.clicks('Ik sprak ze');
    expect(sanne.modal?.filled[FORM.nl.whom]).toBe('Bakkerij Zuid');
    await fillsIn(sanne, { how: 'Gebeld', learned: 'De nieuwe oven komt in mei' });
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('is al zo vaak benaderd als we voor een kwartaal afspraken');
    await sanne.submits();
    await sanne.closes({ all: true });
    await house.as('UKAVYA').types('/customer who bakkerij zuid');
    expect(quotes(house.as('UKAVYA'))).toEqual(['De nieuwe oven komt in mei', OCTOBER.learned]);
  });

  it('leads to a plan with them, in the place of another one, and says who hears of it', async () => {
    await benTold(OCTOBER, OTHER);
    const sanne = house.as('USANNE');
    await plansFromHome(sanne, { on: '2026-11-24', words: 'na de lunch' });
    await sanne.types('/klant wie bakkerij zuid');
    await sanne.clicks('Ik ga ze spreken');
    expect(sanne.modal?.readable).toContain('dit komt in de plaats van je plan voor dinsdag 24 november.');
    expect(sanne.modal?.readable).toContain('hoort dat een collega ze wil spreken, niet wie.');
    expect(sanne.modal?.filled).toMatchObject({ [PLAN.whom]: 'Bakkerij Zuid', [PLAN.when]: '2026-11-27' });
    expect(sanne.modal?.filled[PLAN.words]).toBeFalsy();
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('is al zo vaak benaderd als we voor een kwartaal afspraken');
    await sanne.submits();
    await sanne.closes({ all: true });
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Gepland voor vrijdag 27 november: Bakkerij Zuid bellen.');
    await sanne.types('/klant wie bakkerij zuid');
    await sanne.clicks('Ik ga ze spreken');
    expect(sanne.modal?.readable).not.toContain('in de plaats van');
  });

  it('asks to leave in peace who doesn’t want to be contacted', async () => {
    await benTold(OCTOBER);
    await house.db.run((tx) => tx.customer.updateMany({ data: { doNotContact: true } }));
    await house.as('USANNE').types('/klant wie bakkerij zuid');
    expect(house.as('USANNE').modal?.readable).toContain('Niet benaderen.');
    expect(house.as('USANNE').modal?.readable).not.toContain('Ik ga ze spreken');
  });

  it('says kindly that they are gone, or what was told is, to whoever clicks what is older', async () => {
    const long = 'Ze vertelden veel. '.repeat(40);
    await benTold({ customer: 'Bakkerij Zuid', learned: long });
    const sanne = house.as('USANNE');
    await sanne.types('/klant wie bakkerij zuid');
    await house.as('UBEN').clicks('Withdraw');
    await sanne.clicks('Lees verder');
    expect(sanne.modal?.readable).toContain('Dit gesprek is ingetrokken');
    await sanne.closes({ all: true });
    await sanne.types('/klant wie');
    await house.db.run((tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    await sanne.clicks('Openen');
    expect(sanne.modal?.readable).toContain('Deze klant staat niet meer in de lijst.');
  });
});

describe('who may read it', () => {
  it('is what the author chose: “only me” stands there for the author alone, and says so', async () => {
    await benTold({ ...OCTOBER, readers: 'me' }, NOVEMBER);
    for (const userId of ['USANNE', 'UNOOR', 'UBEN']) await house.as(userId).types('/customer who bakkerij zuid');
    expect(quotes(house.as('USANNE'))).toEqual([NOVEMBER.learned]);
    expect(quotes(house.as('UNOOR'))).toEqual([NOVEMBER.learned]);
    expect(quotes(house.as('UBEN'))).toEqual([NOVEMBER.learned, OCTOBER.learned]);
    expect(house.as('UBEN').modal?.readable).toContain('20 October · Call · only you see this one');
  });

  it('names whoever shared it with their name, and nobody who shared it without', async () => {
    house = await sharing(street);
    await logs(house.as('USANNE'), { readers: 'story', learned: 'zonder naam' });
    await aMomentLater(house);
    await logs(house.as('USANNE'), { readers: 'story_named', learned: 'met naam' });
    const ben = house.as('UBEN');
    await ben.types('/customer who bakkerij zuid');
    expect(ben.modal?.readable).toContain('20 November · Call · Shared by @Sanne de Vries\n> met naam');
    expect(ben.modal?.readable).toContain('20 November · Call\n> zonder naam');
  });
});

describe('whom somebody means', () => {
  const asks = async (text: string) => {
    const sanne = house.as('USANNE');
    await sanne.types(`/klant wie ${text}`);
    return sanne;
  };

  it('is the only one who fits, or the only one called just so', async () => {
    await benTold(OCTOBER, { ...OTHER, customer: 'Bakkerij Zuid-Oost' });
    expect((await asks('zuid-o')).modal?.readable).toMatch(/^Klant\nBakkerij Zuid-Oost\n/);
    expect((await asks('BAKKERIJ zuid')).modal?.readable).toMatch(/^Klant\nBakkerij Zuid\n/);
  });

  it('is chosen where several fit', async () => {
    await benTold(OCTOBER, { ...OTHER, customer: 'Bakkerij Noord' });
    const sanne = await asks('bakkerij');
    expect(sanne.modal?.readable).toContain('Er zijn er meer die op “bakkerij” lijken.');
    await sanne.clicks('Openen', { beside: 'Bakkerij Noord' });
    expect(quotes(sanne)).toEqual([OTHER.learned]);
  });

  it('can be added where nobody is called that, once, and has an empty page', async () => {
    await benTold(OCTOBER);
    const sanne = await asks('Slagerij Vos & Zn <3>');
    expect(sanne.modal?.readable).toContain('We kennen nog niemand die “Slagerij Vos & Zn <3>” heet.');
    await sanne.clicks('“Slagerij Vos & Zn <3>” toevoegen');
    expect(sanne.modal?.readable).toContain('Nog niemand vertelde iets over ze.');
    const names = await street.look(house, (tx) => tx.customer.findMany({ select: { name: true } }));
    expect(names.map(({ name }) => name).sort()).toEqual(['Bakkerij Zuid', 'Slagerij Vos & Zn <3>']);
  });

  it('is one of three with the reason for each, or whoever is typed, where nobody is named', async () => {
    const long = { ...OTHER, on: '2026-09-25' } as const;
    await benTold(
      ...['Bakkerij Zuid', 'Café Noord', 'Harbour Cafe', 'Tuinderij Bos'].map((customer) => ({ ...long, customer })),
    );
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.clicks('Klant opzoeken', { in: 'home' });
    expect(sanne.modal?.readable).toContain('Bakkerij Zuid\nWe hebben ze sinds september niet gesproken.');
    expect(sanne.modal?.readable.match(/\[Openen\]/g)).toHaveLength(3);
    expect(await sanne.searches('Welke klant?', 'cafe no')).toEqual(['Café Noord']);
    await sanne.picks('Welke klant?', 'Café Noord');
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modal?.readable).toContain('Ze sluiten in januari');
  });

  it('is nobody yet in a new house, which says how that changes', async () => {
    house = await street.house({ at: FRIDAY });
    expect((await asks('')).modal?.readable).toContain('er staan nog geen klanten in de lijst');
  });

  it('is looked up from the menu of a bare command too', async () => {
    await benTold(OCTOBER);
    const sanne = house.as('USANNE');
    await sanne.types('/klant');
    await sanne.clicks('Klant opzoeken');
    expect(sanne.modal?.title).toBe('Wie?');
  });
});
