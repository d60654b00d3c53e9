import { afterEach, describe, expect, it } from 'vitest';
import type { SeedPerson } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';
import { benTold, heard, idsWithNoise, lastAnswer, postedAt, saveSettings } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const DAY = 24 * 60;

/** Where Monday nine o'clock comes three hours before the house's week has closed. */
const HONE: SeedPerson = {
  id: 'UHONE',
  name: 'hone',
  real_name: 'Hone Parata',
  tz: 'Pacific/Auckland',
  locale: 'en-GB',
};

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** Monday 30 November: the week that closes on 7 December has begun, and Noor appoints leaders. */
async function withLeaders(...leaders: SeedPerson[]) {
  const people = [SANNE, BEN, KAVYA, MARJAN, NOOR, HONE];
  house = await street.house({ at: '2026-11-30T09:00:00Z', people, ids: idsWithNoise(0) });
  await appoint(leaders);
  await benTold(house, 12, '2026-12-02');
}

const appoint = async (leaders: SeedPerson[]) => {
  const { errors } = await saveSettings(house.as('UNOOR'), { leaders: leaders.map(({ id }) => id) });
  expect(errors).toEqual({});
};

const heardAt = (one: SeedPerson, zone = one.tz ?? 'UTC') =>
  heard(house, one.id).map((message) => postedAt(message, zone));

describe('the weekly summary comes', () => {
  it('to appointed leaders alone, on Monday at their own nine o’clock', async () => {
    await withLeaders(MARJAN, KAVYA);
    await house.turnTo('2026-12-06T22:00:00Z', DAY);
    await house.turnTo('2026-12-07T16:00:00Z');
    expect(heardAt(KAVYA)).toEqual(['2026-12-07 09:00']);
    expect(heardAt(MARJAN)).toEqual(['2026-12-07 09:00']);
    for (const one of [SANNE, BEN, NOOR, HONE]) expect(heard(house, one.id)).toEqual([]);
    expect(heard(house, 'UKAVYA')[0]?.readable).toMatch(/^Monday 7 December · the week of 30 November to 6 December/);
    expect(heard(house, 'UMARJAN')[0]?.readable).toMatch(
      /^Maandag 7 december · de week van 30 november tot en met 6 december/,
    );
  });

  it('not before the house’s week has closed and an hour has passed, however early a leader’s Monday begins', async () => {
    await withLeaders(HONE);
    await house.turnTo('2026-12-06T19:00:00Z', DAY);
    await house.turnTo('2026-12-06T23:45:00Z');
    expect(heard(house, 'UHONE')).toEqual([]);
    await house.turnTo('2026-12-07T00:15:00Z');
    expect(heardAt(HONE)).toEqual(['2026-12-07 13:00']);
  });

  it('once a week, and on no other day', async () => {
    await withLeaders(MARJAN);
    await house.turnTo('2026-12-21T12:00:00Z', 120);
    expect(heardAt(MARJAN)).toEqual(['2026-12-07 09:00', '2026-12-14 09:00', '2026-12-21 09:00']);
  });

  it('with a word about how to stop it the first time, and not again', async () => {
    await withLeaders(MARJAN);
    await house.turnTo('2026-12-14T12:00:00Z', 180);
    const [first, second] = heard(house, 'UMARJAN').map(({ readable }) => readable);
    expect(first).toContain('Een beheerder haalt je van de lijst met /klant instellingen.');
    expect(second).not.toContain('beheerder');
  });

  it.each([
    ['Monday afternoon', '2026-12-07T13:00:00Z', ['2026-12-07 14:00']],
    ['Monday evening', '2026-12-07T18:00:00Z', ['2026-12-08 09:00']],
    ['Wednesday afternoon', '2026-12-09T15:00:00Z', ['2026-12-09 16:00']],
    ['Wednesday at five', '2026-12-09T16:00:00Z', []],
    ['Friday', '2026-12-11T10:00:00Z', []],
  ])('late where Mantra was down until %s', async (_when, at, expected) => {
    await withLeaders(MARJAN);
    house.clock.jump(new Date(at));
    await house.running.tick();
    await house.settled();
    await house.turnTo('2026-12-13T12:00:00Z', 180);
    expect(heardAt(MARJAN)).toEqual(expected);
  });

  it('once, however often and however concurrently somebody looks', async () => {
    await withLeaders(MARJAN);
    await house.turnTo('2026-12-07T08:00:00Z', DAY);
    await Promise.all(Array.from({ length: 6 }, () => house.running.tick()));
    await house.turnTo('2026-12-09T16:00:00Z', 60);
    expect(heardAt(MARJAN)).toHaveLength(1);
    expect(await house.db.run((tx) => tx.closedWeek.count({ where: { week: '2026-W49' } }))).toBe(1);
  });
});

describe('whoever is no leader any more', () => {
  it('gets none from the next Monday on', async () => {
    await withLeaders(MARJAN, KAVYA);
    await house.turnTo('2026-12-07T12:00:00Z', DAY);
    await appoint([KAVYA]);
    await house.turnTo('2026-12-14T12:00:00Z', 180);
    expect(heard(house, 'UMARJAN')).toHaveLength(1);
    expect(heard(house, 'UKAVYA')).toHaveLength(2);
  });

  it('not even the one that was waiting for the morning', async () => {
    await withLeaders(MARJAN);
    house.clock.jump(new Date('2026-12-07T18:00:00Z'));
    await house.running.tick();
    await appoint([]);
    await house.turnTo('2026-12-09T17:00:00Z', 60);
    expect(heard(house, 'UMARJAN')).toEqual([]);
  });

  it('because she left the company, gets none either', async () => {
    await withLeaders(MARJAN);
    house.slack.people.leave('UMARJAN');
    await house.turnTo('2026-12-09T17:00:00Z', 180);
    expect(house.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });
});

describe('/customer summary', () => {
  it('is refused kindly to Sanne and Ben, who are no leaders', async () => {
    await withLeaders(MARJAN);
    await house.as('USANNE').types('/klant overzicht');
    await house.as('UBEN').types('/customer summary');
    expect(lastAnswer(house.as('USANNE'))).toBe(
      'Het weekoverzicht is voor leidinggevenden. Een beheerder wijst ze aan bij de instellingen; vraag het als je erbij hoort.',
    );
    expect(lastAnswer(house.as('UBEN'))).toBe(
      'The weekly summary is for leaders. An admin appoints them in the settings; ask one if you should be on the list.',
    );
  });

  it('says when the first week closes, as long as none has', async () => {
    await withLeaders(MARJAN);
    await house.as('UMARJAN').types('/klant overzicht');
    expect(lastAnswer(house.as('UMARJAN'))).toBe(
      'De eerste week sluit op maandag 7 december. Vanaf dan valt er iets te vertellen.',
    );
  });

  it('shows the last closed week on any day', async () => {
    await withLeaders(MARJAN);
    await house.turnTo('2026-12-11T12:00:00Z', DAY);
    await house.as('UMARJAN').types('/klant overzicht');
    expect(lastAnswer(house.as('UMARJAN'))).toContain('Gesprekken: ongeveer 10.');
    expect(postedAt(house.as('UMARJAN').messages().at(-1) ?? expect.fail(), AMSTERDAM)).toBe('2026-12-11 13:00');
  });
});
