import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { sharing, storiesIn } from '../support/stories.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const WORD = 'Zoekwoorden';
/** In minutes: nothing on the way is waited for. */
const MONTHS = 100 * 24 * 60;
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

type Told = Parameters<typeof logs>[1];

/** Sanne has logged these, one after the other, and opens all her conversations. */
async function opens(...told: NonNullable<Told>[]): Promise<Visitor> {
  house = await street.house({ at: FRIDAY });
  const sanne = house.as('USANNE');
  for (const one of told) await logs(sanne, one);
  await sanne.opensHome();
  await sanne.clicks('Al mijn gesprekken', { in: 'home' });
  return sanne;
}

/** The quoted words on the open page, in order. */
const quotes = (visitor: Visitor) => (visitor.modal?.readable.match(/^> .*$/gm) ?? []).map((line) => line.slice(2));

async function finds(visitor: Visitor, fields: Record<string, string>) {
  await visitor.fills(fields);
  await visitor.submits();
  return quotes(visitor);
}

const THREE = [
  { customer: 'Bakkerij Zuid', learned: 'De koelcel is leeg op donderdag', on: '2026-11-03' },
  { customer: 'Café Noord', learned: 'Ze willen een vaste chauffeur', on: '2026-11-12', readers: 'me' },
  { customer: 'Bakkerij Zuid', learned: 'Gekoelde bezorging, liefst vóór zes uur', on: '2026-10-20' },
] as const;

describe('all my conversations', () => {
  it('stand there newest first, with whom, when, how and who may read it', async () => {
    const sanne = await opens(...THREE);
    expect(quotes(sanne)).toEqual([THREE[1], THREE[0], THREE[2]].map(({ learned }) => learned));
    expect(sanne.modal?.readable).toContain('Café Noord · donderdag 12 november · Gebeld · alleen ik');
    expect(sanne.modal?.readable).toContain('3 gesprekken, het nieuwste eerst');
    expect(sanne.modal?.readable).toContain('Je had in november 2 gesprekken met klanten.');
  });

  it.each([
    ['USANNE', '/klant ik', 'Mijn gesprekken', 'Wat je vastlegt staat hier, alleen voor jou.'],
    ['UBEN', '/customer me', 'My conversations', 'What you log stands here, for your eyes only.'],
  ])('%s opens them by %s, also when there are none', async (userId, command, title, says) => {
    house = await street.house({ at: FRIDAY });
    const person = house.as(userId);
    await person.types(command);
    expect(person.modal?.title).toBe(title);
    expect(person.modal?.readable).toContain(says);
  });

  it('“/klant ik sprak …” is a sentence, and kept as one', async () => {
    house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    const { ephemeral } = await sanne.types('/klant ik sprak Bakkerij Zuid vandaag');
    expect(ephemeral[0]?.readable).toContain('> ik sprak Bakkerij Zuid vandaag');
    expect(sanne.modal).toBeUndefined();
  });

  it('are turned page by page, ten at a time', async () => {
    const told = Array.from({ length: 23 }, (_, n) => ({ learned: `les ${n + 1}.`, on: addDays('2026-10-20', n) }));
    const sanne = await opens(...told);
    expect(quotes(sanne)).toEqual(
      told
        .slice(13)
        .map(({ learned }) => learned)
        .reverse(),
    );
    expect(sanne.modal?.readable).not.toContain('[Nieuwer]');
    await sanne.clicks('Ouder');
    await sanne.clicks('Ouder');
    expect(quotes(sanne)).toEqual(['les 3.', 'les 2.', 'les 1.']);
    expect(sanne.modal?.readable).not.toContain('[Ouder]');
    await sanne.clicks('Nieuwer');
    expect(quotes(sanne)[0]).toBe('les 13.');
  });
});

describe('searching my conversations', () => {
  it.each([
    ['the beginning of a word', 'koel', [THREE[0].learned]],
    ['accents and capitals don’t matter', 'CAFE', [THREE[1].learned]],
    ['accents typed don’t either', 'voor', [THREE[2].learned]],
    ['several words must all be there, in any order', 'donderdag koelcel', [THREE[0].learned]],
    ['a word of the text and one of the customer', 'zuid bezorging', [THREE[2].learned]],
    ['nothing of the sort', 'vrijdag', []],
  ])('by %s: “%s”', async (_what, typed, found) => {
    const sanne = await opens(...THREE);
    expect(await finds(sanne, { [WORD]: typed })).toEqual(found);
    expect(sanne.modal?.filled[WORD]).toBe(typed);
    if (found.length === 0) expect(sanne.modal?.readable).toContain('Niets gevonden.');
  });

  it('by customer, among those they spoke with alone, and by both', async () => {
    house = await street.house({ at: FRIDAY });
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Oost', learned: 'Bens' });
    const sanne = house.as('USANNE');
    for (const one of THREE) await logs(sanne, one);
    await sanne.types('/klant ik');
    expect(await sanne.searches('Klant', 'bakkerij')).toEqual(['Bakkerij Zuid']);
    expect(await finds(sanne, { Klant: 'Bakkerij Zuid' })).toEqual([THREE[0].learned, THREE[2].learned]);
    expect(await finds(sanne, { [WORD]: 'gekoeld' })).toEqual([THREE[2].learned]);
  });

  it('emptied, shows everything again; a word of no letters is explained', async () => {
    const sanne = await opens(...THREE);
    expect(await finds(sanne, { [WORD]: 'koel' })).toHaveLength(1);
    await sanne.fills({ [WORD]: '???' });
    expect((await sanne.submits()).errors).toEqual({
      [WORD]: 'Typ een woord met letters of cijfers erin, of laat dit leeg.',
    });
    expect(await finds(sanne, { [WORD]: '' })).toHaveLength(3);
  });

  it('finds what an edit says now, and nothing that was withdrawn', async () => {
    const sanne = await opens(...THREE);
    await sanne.clicks('Aanpassen', { beside: 'dinsdag 3 november' });
    await fillsIn(sanne, { learned: 'De oven was stuk' });
    await sanne.submits();
    expect(await finds(sanne, { [WORD]: 'koelcel' })).toEqual([]);
    expect(await finds(sanne, { [WORD]: 'oven' })).toEqual(['De oven was stuk']);
    await sanne.clicks('Intrekken', { beside: 'Bakkerij Zuid' });
    expect(quotes(sanne)).toEqual([]);
    expect(await street.look(house, (tx) => tx.conversationWord.count({ where: { word: 'oven' } }))).toBe(0);
  });

  it('takes words of any length, in the text and typed', async () => {
    const long = 'langwoord'.repeat(300);
    const sanne = await opens({ learned: long });
    expect(await finds(sanne, { [WORD]: long.slice(0, 100) })).toHaveLength(1);
    await sanne.fills({ [WORD]: '🙂'.repeat(100) });
    expect(Object.keys((await sanne.submits()).errors)).toEqual([WORD]);
  });
});

describe('one of my conversations', () => {
  it('is edited in the place of the list, and the list shows it as it is then', async () => {
    const sanne = await opens(...THREE);
    await finds(sanne, { [WORD]: 'bakkerij' });
    await sanne.clicks('Aanpassen', { beside: 'dinsdag 3 november' });
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe(THREE[0].learned);
    await fillsIn(sanne, { learned: 'Toch op vrijdag' });
    await sanne.clicks('Meer toevoegen');
    await sanne.fills({ 'Hoe lang, ongeveer?': '25' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modal?.title).toBe('Mijn gesprekken');
    expect(quotes(sanne)).toEqual(['Toch op vrijdag', THREE[2].learned]);
    expect(sanne.modal?.filled[WORD]).toBe('bakkerij');
    await aMinuteLater(house);
    expect(sanne.messages().some(({ readable }) => readable.includes('> Toch op vrijdag'))).toBe(true);
  });

  it('is withdrawn from the list, which goes on without it, and from everywhere else', async () => {
    const sanne = await opens(...THREE);
    await sanne.clicks('Intrekken', { beside: 'Café Noord' });
    await aMinuteLater(house);
    expect(quotes(sanne)).toEqual([THREE[0].learned, THREE[2].learned]);
    expect(sanne.messages().some(({ readable }) => readable.includes('Café Noord'))).toBe(false);
    expect(await street.look(house, (tx) => tx.conversation.count())).toBe(2);
  });

  it('with a wrong answer keeps its form, and then goes back to the list', async () => {
    const sanne = await opens(...THREE);
    await sanne.clicks('Aanpassen', { beside: 'Café Noord' });
    await fillsIn(sanne, { on: '2026-12-24' });
    expect(Object.keys((await sanne.submits()).errors)).toEqual([FORM.nl.when]);
    await fillsIn(sanne, { on: '2026-11-13' });
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('Café Noord · vrijdag 13 november');
  });

  it('gets other readers later: its story appears, changes its name, and goes', async () => {
    house = await sharing(street);
    const sanne = house.as('USANNE');
    await logs(sanne);
    const chooses = async (readers: 'story' | 'story_named' | 'me') => {
      await sanne.types('/klant ik');
      await sanne.clicks('Aanpassen');
      await fillsIn(sanne, { readers });
      await sanne.submits();
      await sanne.closes();
      await aMinuteLater(house);
    };
    expect(storiesIn(house)).toEqual([]);
    await chooses('story');
    expect(storiesIn(house).join()).toContain('Gedeeld door een collega');
    await chooses('story_named');
    expect(storiesIn(house).join()).toContain('Gedeeld door @Sanne de Vries');
    await chooses('me');
    expect(storiesIn(house)).toEqual([]);
    await chooses('story');
    expect(storiesIn(house)).toHaveLength(1);
    expect(newest(sanne)?.readable).toContain('zonder je naam');
  });
});

describe('my habit', () => {
  it('counts months, this one as it stands, and says nothing of what isn’t there', async () => {
    house = await street.house({ at: '2026-06-10T09:00:00Z' });
    const sanne = house.as('USANNE');
    const home = async () => {
      await sanne.opensHome();
      return sanne.home?.readable ?? '';
    };
    expect(await home()).not.toContain('laatste');
    await logs(sanne, { on: '2026-06-08' });
    expect(await home()).not.toContain('laatste 1 maanden');
    for (const month of ['08', '09', '11']) {
      await house.turnTo(`2026-${month}-05T09:00:00Z`, MONTHS);
      await logs(sanne, { on: `2026-${month}-02` });
    }
    expect(await home()).toContain('In 4 van je laatste 6 maanden sprak je een klant.');
    await house.turnTo('2026-12-01T09:00:00Z', MONTHS);
    expect(await home()).toContain('In 3 van je laatste 6 maanden sprak je een klant.');
  });

  it('adds up minutes of six weeks, only where some were given, for one pair of eyes', async () => {
    house = await street.house({ at: FRIDAY });
    const ben = house.as('UBEN');
    const logsMinutes = async (minutes: string, on: string) => {
      await ben.types('/customer log');
      await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Call', learned: 'Something', on });
      await ben.clicks('Add more');
      await ben.fills({ 'Roughly how long?': minutes });
      expect((await ben.submits()).errors).toEqual({});
    };
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe' });
    await ben.opensHome();
    expect(ben.home?.readable).not.toContain('minute');
    await logsMinutes('1', '2026-10-10');
    expect(ben.home?.readable).toContain('1 minute with customers in the last six weeks.');
    await logsMinutes('45', '2026-11-18');
    await logsMinutes('90', '2026-10-09');
    expect(ben.home?.readable).toContain('46 minutes with customers in the last six weeks.');
  });
});
