import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard } from '../support/moves.ts';
import { sharing } from '../support/stories.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const [WORDS, CUSTOMER, TOPIC, PERIOD] = ['Zoekwoorden', 'Klant', 'Onderwerp', 'Periode'];
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const quotes = (visitor: Visitor) => (visitor.modal?.readable.match(/^> .*$/gm) ?? []).map((line) => line.slice(2));

const THREE = [
  { customer: 'Bakkerij Zuid', learned: 'De koelcel is leeg op donderdag', on: '2026-11-03' },
  { customer: 'Café Noord', learned: 'Ze willen een vaste chauffeur', on: '2026-11-12' },
  { customer: 'Bakkerij Zuid', learned: 'Gekoelde bezorging, liefst vóór zes uur', on: '2026-10-05' },
] as const;
const [COOL, DRIVER, EARLY] = THREE.map(({ learned }) => learned);

/** Ben has told these, one after the other. */
async function benTold(...told: NonNullable<Parameters<typeof logs>[1]>[]) {
  house = await street.house({ at: FRIDAY });
  for (const one of told) await logs(house.as('UBEN'), { lang: 'en', ...one });
}

async function finds(visitor: Visitor, fields: Record<string, string>) {
  await visitor.fills(fields);
  await visitor.submits();
  return quotes(visitor);
}

describe('searching what customers told us', () => {
  it('shows when, whom and how, newest first, and nobody’s name', async () => {
    await benTold(...THREE);
    const sanne = house.as('USANNE');
    await sanne.types('/klant zoek koel');
    expect(sanne.modal?.readable).toMatchInlineSnapshot(`
      "Wat klanten vertellen
      Zoekwoorden (optional): (koel)
      Klant (optional): (Elke klant ▾)
      Periode (optional): (Elke periode ▾)
      ---
      Gevonden, het nieuwste eerst
      Bakkerij Zuid · 3 november · Gebeld
      > De koelcel is leeg op donderdag
      [Meenemen als bestand]
      Elke collega kan dit vinden, ook leidinggevenden, en er staat niemands naam bij. Wie wat zoekt, wordt niet bijgehouden."
    `);
    expect(JSON.stringify(sanne.modals)).not.toMatch(/UBEN|Ben Carter/);
  });

  it.each([
    ['the beginning of a word', 'gekoel', [EARLY]],
    ['accents and capitals don’t matter', 'VOOR', [EARLY]],
    ['several words must all be there', 'donderdag koelcel', [COOL]],
    ['and none of them elsewhere', 'donderdag chauffeur', []],
    ['nothing at all: the latest', '', [DRIVER, COOL, EARLY]],
  ])('by %s: “%s”', async (_what, typed, found) => {
    await benTold(...THREE);
    const sanne = house.as('USANNE');
    await sanne.types(`/klant zoek ${typed}`);
    expect(quotes(sanne)).toEqual(found);
    if (found.length === 0) expect(sanne.modal?.readable).toContain('Niets gevonden.');
  });

  it('by customer, period and topic, together with words or without', async () => {
    await benTold(...THREE);
    await street.choose(house, 'topics', ['levering', 'prijs']);
    await house.db.run((tx) =>
      tx.conversation.updateMany({ where: { learned: EARLY ?? '' }, data: { topic: 'levering' } }),
    );
    const sanne = house.as('USANNE');
    await sanne.types('/klant zoek');
    expect(await sanne.searches(CUSTOMER ?? '', 'zuid')).toEqual(['Bakkerij Zuid']);
    await sanne.picks(CUSTOMER ?? '', 'Bakkerij Zuid');
    expect(await finds(sanne, {})).toEqual([COOL, EARLY]);
    expect(await finds(sanne, { [PERIOD ?? '']: 'De laatste maand' })).toEqual([COOL]);
    expect(await finds(sanne, { [PERIOD ?? '']: 'De laatste drie maanden', [TOPIC ?? '']: 'levering' })).toEqual([
      EARLY,
    ]);
    expect(sanne.modal?.readable).toContain('Bakkerij Zuid · 5 oktober · Gebeld · levering');
    expect(await finds(sanne, { [WORDS ?? '']: 'chauffeur' })).toEqual([]);
    expect(sanne.modal?.filled).toMatchObject({ [WORDS ?? '']: 'chauffeur', [TOPIC ?? '']: 'levering' });
  });

  it('is turned ten at a time', async () => {
    await benTold(...Array.from({ length: 13 }, (_, n) => ({ learned: `les ${n}.`, on: addDays('2026-11-01', n) })));
    const kavya = house.as('UKAVYA');
    await kavya.types('/customer search les');
    expect(quotes(kavya)).toHaveLength(10);
    await kavya.clicks('Older');
    expect(quotes(kavya)).toEqual(['les 2.', 'les 1.', 'les 0.']);
    expect(kavya.modal?.readable).toContain('page 2');
    await kavya.clicks('Newer');
    expect(quotes(kavya)[0]).toBe('les 12.');
  });

  it('offers the page of a customer who is called that, from where one comes to a plan in three steps', async () => {
    await benTold(...THREE);
    const sanne = house.as('USANNE');
    await sanne.types('/klant zoek cafe');
    expect(sanne.modal?.readable).toContain('Of bedoel je een van deze klanten?\n[Café Noord]');
    await sanne.clicks('Café Noord');
    expect(quotes(sanne)).toEqual([DRIVER]);
    await sanne.clicks('Ik sprak ze');
    await fillsIn(sanne, { on: '2026-11-30', how: 'Gebeld', learned: 'Straks vragen' });
    await sanne.submits();
    await sanne.clicks('Maak er een plan van');
    expect(sanne.modal?.filled).toMatchObject({
      'Op welke dag?': '2026-11-30',
      'In je eigen woorden': 'Straks vragen',
    });
  });

  it('opens from Home and from the menu, and says what it can’t look for', async () => {
    house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.clicks('Zoeken', { in: 'home' });
    expect(sanne.modal?.readable).toContain('Nog niemand vertelde iets.');
    await sanne.fills({ [WORDS ?? '']: '???' });
    expect((await sanne.submits()).errors).toEqual({
      [WORDS ?? '']: 'Typ een woord met letters of cijfers erin, of laat dit leeg.',
    });
    await sanne.closes();
    await sanne.types('/klant');
    await sanne.clicks('Zoeken');
    expect(sanne.modal?.title).toBe('Wat klanten vertellen');
  });
});

describe('nobody finds', () => {
  const found = async (userId: string, word: string) => {
    await house.as(userId).types(`/customer search ${word}`);
    return quotes(house.as(userId));
  };

  it('what somebody keeps to themselves, but for that person', async () => {
    await benTold({ ...THREE[0], readers: 'me' });
    expect(await found('USANNE', 'koelcel')).toEqual([]);
    expect(await found('UNOOR', 'koelcel')).toEqual([]);
    expect(await found('UBEN', 'koelcel')).toEqual([COOL]);
    expect(house.as('UBEN').modal?.readable).toContain('only you see this one');
  });

  it('what was withdrawn, from that moment on', async () => {
    await benTold(THREE[0]);
    expect(await found('USANNE', 'koelcel')).toEqual([COOL]);
    await aMomentLater(house);
    await house.as('UBEN').clicks('Withdraw');
    expect(await found('USANNE', 'koelcel')).toEqual([]);
    expect(await street.look(house, (tx) => tx.conversationWord.count())).toBe(0);
  });

  it('who told it, though they shared it with their name', async () => {
    house = await sharing(street);
    await logs(house.as('USANNE'), { readers: 'story_named', learned: 'met naam' });
    expect(await found('UBEN', 'naam')).toEqual(['met naam']);
    expect(JSON.stringify(house.as('UBEN').modals)).not.toMatch(/USANNE|Sanne/);
  });
});

describe('taking along what was found', () => {
  it('brings two files without names, of what was looked for, and defuses formulas', async () => {
    await benTold(...THREE, { customer: '=cmd', learned: 'koel', on: '2026-11-01' });
    const kavya = house.as('UKAVYA');
    await kavya.types('/customer search koel');
    await kavya.clicks('Export as files');
    await house.settled();
    const files = Object.values(house.slack.dump().files).map(({ content = '' }) =>
      Buffer.from(content, 'base64').toString(),
    );
    expect(files).toHaveLength(2);
    expect(files.join()).not.toMatch(/UBEN|Ben Carter|readers|minutes/);
    expect(files.join()).not.toContain(DRIVER);
    expect(files[0]?.split('\r\n')).toMatchObject([
      '\ufeff"date","customer","how","topic","what we learned","what was behind the question","what we said"',
      '"2026-11-03","Bakkerij Zuid","Call","","De koelcel is leeg op donderdag","",""',
      '"2026-11-01","\'=cmd","Call","","koel","",""',
      '',
    ]);
    expect(heard(house, 'UKAVYA').at(-1)?.readable).toContain('The 2 conversations you found');
  });

  it('that doesn’t reach Slack is said, without a button that would bring something else', async () => {
    await benTold(...THREE);
    house.slack.faults.add({ method: 'files.completeUploadExternal', error: 'restricted_action', times: 1 });
    const kavya = house.as('UKAVYA');
    await kavya.types('/customer search koel');
    await kavya.clicks('Export as files');
    await house.settled();
    await aMomentLater(house);
    expect(heard(house, 'UKAVYA').at(-1)?.readable).toMatch(/^Your files didn’t get through to Slack[^[]*$/);
  });
});
