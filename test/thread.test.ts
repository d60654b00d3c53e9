import { describe, expect, it } from 'vitest';
import type { SeedPerson } from './emulator/core/index.ts';
import { FORM, fillsIn, newest } from './support/form.ts';
import type { House } from './support/house.ts';
import { aMomentLater, benTold, heard, idsWithNoise, postedAt, postedTo } from './support/moves.ts';
import { aStreet } from './support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, OTHERS, SANNE, STORIES } from './support/village.ts';

/**
 * The main job, end to end, as people live it: a nudge at ten on the first working day, a conversation logged from it,
 * another one typed to Mantra, and on Monday a leader hears what the house learned. Over both transports, and with
 * everybody reading Dutch or everybody reading English.
 */
const street = aStreet();
const DAY = 24 * 60;

const WORDS = {
  nl: {
    locale: 'nl-NL',
    settings: '/klant instellingen',
    start: 'Berichtjes starten',
    leaders: 'Leidinggevenden',
    channel: 'Kanaal voor gedeelde verhalen',
    nudge: 'Welke klant spreek jij in december?',
    already: 'Ik sprak al iemand',
    saved: 'Bewaard, dank je wel. Je gesprek met Bakkerij Zuid telt mee voor december.',
    kept: 'Waar gaat het over?',
    spoke: 'Ik sprak een klant',
    title: 'Maandag 7 december · de week van 30 november tot en met 6 december',
    two: 'Eerst twee klanten',
    figure: 'Gesprekken: ongeveer 10.',
    unnamed: 'Bakkerij Zuid. Gedeeld door een collega.',
    named: 'Tuinderij Bos. Gedeeld door @Ben Carter.',
    command: '/klant overzicht',
  },
  en: {
    locale: 'en-GB',
    settings: '/customer settings',
    start: 'Start the nudges',
    leaders: 'Leaders',
    channel: 'Channel for shared stories',
    nudge: 'Which customer will you talk to in December?',
    already: 'I already talked to one',
    saved: 'Saved, thank you. Your conversation with Bakkerij Zuid counts for December.',
    kept: 'What is it about?',
    spoke: 'I spoke with a customer',
    title: 'Monday 7 December · the week of 30 November to 6 December',
    two: 'Two customers first',
    figure: 'Conversations: about 10.',
    unnamed: 'Bakkerij Zuid. Shared by a colleague.',
    named: 'Tuinderij Bos. Shared by @Ben Carter.',
    command: '/customer summary',
  },
} as const;

const speaking = (locale: string): SeedPerson[] => [
  ...[SANNE, BEN, KAVYA, MARJAN, NOOR].map((one) => ({ ...one, locale })),
  ...OTHERS,
];

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it.each(['nl', 'en'] as const)('a nudge, two conversations and a summary, in %s', async (lang) => {
    const words = WORDS[lang];
    const house = await street.house({
      at: '2026-11-30T09:00:00Z',
      transport,
      people: speaking(words.locale),
      ids: idsWithNoise(0),
    });

    await noorSetsUp(house, words);
    await firstWorkingDayComes(house, words);
    await sanneLogsFromHerNudge(house, lang);
    await benTypesToMantra(house, lang);
    await benTold(house, 8, '2026-12-03');
    await mondayComes(house, lang);

    expect(house.slack.refusals).toEqual([]);
    expect(house.slack.envelopes.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'acked')).toEqual([]);
  });
});

type Words = (typeof WORDS)['nl' | 'en'];

async function noorSetsUp(house: House, words: Words) {
  const noor = house.as('UNOOR');
  await noor.types(words.settings);
  await noor.clicks(words.start);
  await noor.fills({ [words.leaders]: ['UMARJAN'], [words.channel]: STORIES });
  expect((await noor.submits()).errors).toEqual({});
  expect(noor.modal).toBeUndefined();
}

async function firstWorkingDayComes(house: House, words: Words) {
  await house.turnTo('2026-12-01T00:00:00Z', DAY);
  expect(postedTo(house)).toEqual([]);
  await house.turnTo('2026-12-01T15:30:00Z');
  expect(postedTo(house).toSorted()).toEqual(['UBEN', 'UKAVYA', 'UMARJAN', 'UNOOR', 'USANNE']);
  for (const { id, tz = '' } of [SANNE, BEN, KAVYA, MARJAN, NOOR]) {
    const [nudge] = heard(house, id);
    expect(nudge?.readable).toContain(words.nudge);
    expect(nudge && postedAt(nudge, tz)).toBe('2026-12-01 10:00');
  }
}

async function sanneLogsFromHerNudge(house: House, lang: 'nl' | 'en') {
  const sanne = house.as('USANNE');
  await sanne.clicks(WORDS[lang].already);
  const learned = 'We bestellen op donderdag, want dan is de koelcel leeg.';
  await fillsIn(sanne, { lang, customer: 'Bakkerij Zuid', how: FORM[lang].called, learned, readers: 'story' });
  expect((await sanne.submits()).errors).toEqual({});
  await aMomentLater(house);
  expect(newest(sanne)?.readable).toContain(WORDS[lang].saved);
  expect(newest(sanne, STORIES)?.readable).toContain(learned);
  expect(newest(sanne, STORIES)?.readable).not.toMatch(/sanne/i);
}

async function benTypesToMantra(house: House, lang: 'nl' | 'en') {
  const ben = house.as('UBEN');
  const learned = 'I told the same story three times, to three kind people.';
  await ben.types(learned);
  await aMomentLater(house);
  await ben.clicks(WORDS[lang].spoke);
  expect(ben.modal?.filled[FORM[lang].learned]).toBe(learned);
  await fillsIn(ben, { lang, customer: 'Tuinderij Bos', how: FORM[lang].called, readers: 'story_named' });
  expect((await ben.submits()).errors).toEqual({});
  await aMomentLater(house);
  expect(newest(ben, STORIES)?.readable).toContain('@Ben Carter');
}

async function mondayComes(house: House, lang: 'nl' | 'en') {
  const words = WORDS[lang];
  await house.turnTo('2026-12-07T07:45:00Z', DAY);
  expect(heard(house, 'UMARJAN')).toHaveLength(1);
  await house.turnTo('2026-12-07T08:15:00Z');
  const summary = heard(house, 'UMARJAN').at(-1);
  expect(summary && postedAt(summary, 'Europe/Amsterdam')).toBe('2026-12-07 09:00');
  expect(summary?.readable.split('\n').slice(0, 7)).toEqual([
    words.title,
    words.two,
    '> I told the same story three times, to three kind people.',
    words.named,
    '> We bestellen op donderdag, want dan is de koelcel leeg.',
    words.unnamed,
    words.figure,
  ]);
  for (const { id } of [SANNE, BEN, KAVYA, NOOR])
    expect(heard(house, id).some(({ readable }) => readable.includes(words.title))).toBe(false);
}
