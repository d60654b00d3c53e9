import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/delivery/options.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { aHouse, type House } from '../support/house.ts';
import { CAST } from './cast/index.ts';
import { countedBy, gotBy, monthsOf } from './counted.ts';
import { CROWD, type Habit, worksOn } from './crowd.ts';
import { YEAR } from './days.ts';
import { EVERYBODY, liveTheYear } from './live.ts';
import type { Post } from './posts.ts';
import { storyOf } from './story.ts';

/** Two hundred people for a year, on a machine that may be busy (milliseconds). */
const LONG = 1_200_000;

let database: TestDatabase;
let house: House;
let posts: readonly Post[];
beforeAll(async () => {
  database = await testDatabase();
  // Slack's pace is known: else January's questions would take minutes to find it.
  const sender = { startRate: DEFAULT_OPTIONS.ceiling };
  house = await aHouse({ at: `${YEAR.begins}T07:30:00Z`, database, people: EVERYBODY, sender });
  posts = await liveTheYear(house);
}, LONG);
afterAll(async () => {
  await house.close();
  await database.close();
});

/** Everybody of the crowd who lives with Mantra in a way, and what they got. */
const crowd = (habit?: Habit) =>
  CROWD.filter((one) => habit === undefined || one.habit === habit).map((one) => ({ one, got: gotBy(one, posts) }));

describe('the year of two hundred people', () => {
  it.each(CAST.map((one) => [one.seed.real_name, one] as const))('%s’s, line by line', async (_name, one) => {
    await expect(storyOf(one, posts)).toMatchFileSnapshot(`cast/${one.seed.name}.txt`);
  });

  it('nobody hears anything on a day off, on a holiday, or but in the daytime where they are', () => {
    const amiss = crowd().flatMap(({ one, got }) =>
      got
        .filter(({ day, time }) => !worksOn(one, day) || time < '09:00' || time >= '17:00')
        .map(({ day, time }) => `${one.seed.id} (${one.place}, ${one.week}) ${day} ${time}`),
    );
    expect(amiss).toEqual([]);
  });

  it.each([
    ['one a day', 'day', 1],
    ['two a week', 'week', 2],
    ['three a month, all of them about the habit', 'month', 3],
  ] as const)('nobody gets more unasked messages than %s', (_many, part, most) => {
    const counts = crowd().flatMap(({ got }) => Object.values(countedBy(part, got)));
    expect(Math.max(...counts)).toBe(most);
  });

  it('whoever speaks with a customer when asked gets one question in each month they take part in, and nothing else', () => {
    const months = crowd('at once').map(({ one, got }) => [one.seed.id, countedBy('month', got)]);
    const expected = crowd('at once').map(({ one }) => [
      one.seed.id,
      Object.fromEntries(monthsOf(one).map((month) => [month, 1])),
    ]);
    expect(months).toEqual(expected);
  });

  it('whoever speaks with one when reminded gets the question and one reminder, where they weren’t off too long for it', () => {
    for (const { one, got } of crowd('when reminded')) {
      const counts = countedBy('month', got);
      expect(Object.keys(counts)).toEqual(monthsOf(one));
      expect(Math.max(...Object.values(counts))).toBe(2);
      expect(Object.values(counts).filter((count) => count === 1).length).toBeLessThanOrEqual(3);
    }
  });

  it('whoever never answers gets three in each of three months, a closing message in the fourth, and then nothing', () => {
    const stayed = crowd('never').filter(({ one }) => !one.leavesOn);
    for (const { got } of stayed)
      expect(countedBy('month', got)).toEqual({ '2027-01': 3, '2027-02': 3, '2027-03': 3, '2027-04': 1 });
    expect(stayed).toHaveLength(20);
  });

  it('whoever has left gets nothing more', () => {
    const left = crowd().filter(({ one }) => one.leavesOn);
    expect(left.flatMap(({ one, got }) => got.filter(({ day }) => day >= (one.leavesOn ?? '')))).toEqual([]);
    expect(left.every(({ got }) => got.length > 0)).toBe(true);
  });

  it('guests, apps, who is invited and who was gone before get nothing; and Slack refused nothing', () => {
    const known = new Set([...CAST, ...CROWD].map(({ seed }) => seed.id));
    expect(posts.filter(({ to }) => !known.has(to))).toEqual([]);
    expect(house.slack.refusals).toEqual([]);
  });
});
