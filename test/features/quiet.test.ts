import { afterEach, describe, expect, it } from 'vitest';
import { systemIds } from '../../src/ids.ts';
import { instantOf, monthOf } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** The first working days of five months. */
const MORNINGS = ['2026-12-01', '2027-01-04', '2027-02-01', '2027-03-01', '2027-04-01'] as const;
const THE_FOURTH = MORNINGS[3];
const THE_FIFTH = MORNINGS[4];
const CLOSING =
  'Goedemorgen Sanne. Ik laat je met rust. Wil je weer meedoen, typ dan /klant of stuur me een bericht. Niemand ziet dat ik stop.';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** Sanne has had the nudges of three months, as the database remembers it, but for those that never reached her. */
async function threeBefore({ lost }: { lost?: string } = {}) {
  house = await street.house({ at: '2027-02-26T09:00:00Z', people: [SANNE, NOOR] });
  await startsNudges(house.as('UNOOR'));
  await house.db.run(async (tx) => {
    for (const day of MORNINGS.slice(0, 3)) {
      const at = instantOf(day, '10:00', AMSTERDAM);
      await tx.nudge.create({ data: { userId: 'USANNE', month: monthOf(day) } });
      await tx.outbox.create({
        data: {
          ...{ key: systemIds.uuid(), kind: 'nudges.monthly', recipient: 'USANNE', subject: monthOf(day) },
          ...{ unasked: true, monthlyHabit: true, priority: 4, dueAt: at, notBefore: at },
          ...(day === lost ? { state: 'expired' } : { state: 'sent', sentAt: at, shown: 1, ts: '1.000001' }),
        },
      });
    }
  });
}

async function toMorning(day: string) {
  await house.turnTo(`${day}T07:00:00Z`, WEEK);
  await house.turnTo(`${day}T09:30:00Z`);
}

/** What Sanne heard on a day. */
const heardOn = (day: string) =>
  heard(house, 'USANNE').flatMap((message) => (postedAt(message, AMSTERDAM).startsWith(day) ? [message.readable] : []));

it('a quarter of silence: the fourth month brings one closing message, and nothing comes after it', async () => {
  house = await street.house({ at: '2026-11-27T09:00:00Z', people: [SANNE, NOOR] });
  await startsNudges(house.as('UNOOR'));
  for (const day of MORNINGS) {
    await toMorning(day);
    await house.as('UNOOR').types('/klant');
  }
  expect(heardOn(MORNINGS[2])[0]).toContain('Welke klant spreek jij in februari?');
  expect(heardOn(THE_FOURTH)).toEqual([expect.stringContaining(CLOSING)]);
  expect(heard(house, 'USANNE').at(-1)?.readable).toContain(CLOSING);
  expect(heard(house, 'UNOOR').at(-1)?.readable).toContain('Welke klant spreek jij in april?');
}, 60_000);

describe('after the closing message', () => {
  async function inPeace() {
    await threeBefore();
    await toMorning(THE_FOURTH);
    expect(heardOn(THE_FOURTH)).toEqual([expect.stringContaining(CLOSING)]);
  }

  it.each<[string, (sanne: Visitor) => Promise<unknown>]>([
    ['types /klant', (sanne) => sanne.types('/klant')],
    ['writes a message', (sanne) => sanne.types('Ik doe weer mee')],
    ['logs a conversation by the shortcut', (sanne) => sanne.shortcut('conversations.log')],
  ])('she %s and is asked again in the next month', async (_what, does) => {
    await inPeace();
    await does(house.as('USANNE'));
    await toMorning(THE_FIFTH);
    expect(heardOn(THE_FIFTH)[0]).toContain('Welke klant spreek jij in april?');
  });

  it('"keep asking me" is one click', async () => {
    await inPeace();
    await house.as('USANNE').clicks('Blijf het vragen');
    await aMomentLater(house);
    expect(heardOn(THE_FOURTH)[0]).toBe('In april vraag ik het je weer.');
    await toMorning(THE_FIFTH);
    expect(heardOn(THE_FIFTH)[0]).toContain('Welke klant spreek jij in april?');
  });

  it('Home says that it is silent; to look at it is no answer', async () => {
    await inPeace();
    await house.as('USANNE').opensHome();
    expect(house.as('USANNE').home?.readable).toContain('Berichtjes: ik laat je voorlopig met rust. Dat ziet niemand.');
    await toMorning(THE_FIFTH);
    expect(heardOn(THE_FIFTH)).toEqual([]);
  });

  it('is nobody else’s business: neither Home nor settings of an admin show it', async () => {
    await inPeace();
    const noor = house.as('UNOOR');
    await noor.opensHome();
    await noor.types('/klant instellingen');
    expect(`${noor.home?.readable}\n${noor.modal?.readable}`).not.toMatch(/sanne|voorlopig/i);
  });
});

describe('the fourth month asks as ever', () => {
  const asks = () => expect(heardOn(THE_FOURTH)[0]).toContain('Welke klant spreek jij in maart?');

  it.each<[string, (sanne: Visitor) => Promise<unknown>]>([
    ['gave a command', (sanne) => sanne.types('/klant')],
    ['wrote a text', (sanne) => sanne.types('Wat kun je eigenlijk?')],
    ['used a shortcut', (sanne) => sanne.shortcut('conversations.log')],
    ['closed a form', async (sanne) => (await sanne.shortcut('conversations.log')) && sanne.closes()],
  ])('where she %s since the third', async (_what, does) => {
    await threeBefore();
    await does(house.as('USANNE'));
    await toMorning(THE_FOURTH);
    asks();
  });

  it('where one of the three never reached her', async () => {
    await threeBefore({ lost: MORNINGS[1] });
    await toMorning(THE_FOURTH);
    asks();
  });
});

it('a closing message that never went out is said in the next month', async () => {
  await threeBefore();
  await house.db.run((tx) => tx.nudge.create({ data: { userId: 'USANNE', month: '2027-03', closing: true } }));
  await house.db.run((tx) =>
    tx.outbox.create({
      data: {
        ...{ key: systemIds.uuid(), kind: 'nudges.monthly', recipient: 'USANNE', subject: '2027-03', unasked: true },
        ...{
          monthlyHabit: true,
          priority: 4,
          state: 'expired',
          dueAt: house.clock.now(),
          notBefore: house.clock.now(),
        },
      },
    }),
  );
  await toMorning(THE_FIFTH);
  expect(heardOn(THE_FIFTH)).toEqual([expect.stringContaining(CLOSING)]);
});
