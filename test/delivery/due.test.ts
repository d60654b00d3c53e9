import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askDue, type DueMemory } from '../../src/delivery/due.ts';
import type { Due } from '../../src/feature.ts';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Scene, scene, story } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

/** Everybody of a big company, page by page: those who have no row yet. */
const everybody = (people: number): Due => ({
  name: 'nudges.monthly',
  mayBe: () => true,
  rows: async (_deps, tx, now, limit) => {
    const done = await tx.outbox.count();
    const left = Array.from({ length: Math.min(limit, people - done) }, (_, n) => `U${done + n}`);
    return left.map((recipient) => ({ kind: story, recipient, subject: '2026-12', dueAt: now, zone: 'UTC' }));
  },
});

async function ask(...due: Due[]) {
  const features = [{ name: 'test', due, messages: [story], personal: [] }];
  return askDue({ ...house.deps, features }, house.clock.now());
}

it('puts what is due into the outbox, page by page, and nothing twice', async () => {
  house = await scene(database);
  const rule = everybody(7_300);
  expect(await ask(rule)).toBe(7_300);
  expect(await ask(rule)).toBe(0);
  expect(await house.counts()).toMatchObject({ due: 7_300, open: 7_300 });
});

it('does not ask a rule that cannot have anything', async () => {
  house = await scene(database);
  expect(await ask({ ...everybody(5), mayBe: () => false })).toBe(0);
});

it('asks the other rules when one fails', async () => {
  house = await scene(database);
  const broken: Due = { ...everybody(5), rows: () => Promise.reject(new Error('a habit’s mistake')) };
  expect(await ask(broken, everybody(5))).toBe(5);
});

it('does not ask for ever a rule that always answers the same full page', async () => {
  house = await scene(database);
  const page = Array.from({ length: 5_000 }, (_, n) => `U${n}`);
  let asked = 0;
  const stuck: Due = {
    ...everybody(0),
    rows: async (_deps, _tx, now) => {
      asked += 1;
      if (asked > 5) throw new Error('asked for ever');
      return page.map((recipient) => ({ kind: story, recipient, subject: 'same', dueAt: now, zone: 'UTC' }));
    },
  };
  expect(await ask(stuck)).toBe(5_000);
});

describe('after an outage', () => {
  /** Somebody whose message became due and ended while nobody asked. */
  const gone = (asked: Date[] = []): Due => ({
    ...everybody(0),
    missed: async (_deps, _tx, since, now) => {
      asked.push(since);
      return [{ kind: story, recipient: 'U0ANNA', subject: 'gone', dueAt: plus(now, { hours: -2 }), zone: 'UTC' }];
    },
  });
  const later = (minutes: number) => house.clock.jump(plus(house.clock.now(), { minutes }));

  it('asks a rule what it missed since it was last asked, once', async () => {
    house = await scene(database);
    const asked: Date[] = [];
    const before = house.clock.now();
    expect(await ask(gone(asked))).toBe(0);
    later(29);
    expect(await ask(gone(asked))).toBe(0);
    const last = house.clock.now();
    later(30);
    expect(await ask(gone(asked))).toBe(1);
    later(1);
    await ask(gone(asked));
    expect(asked).toEqual([last]);
    expect(last).not.toEqual(before);
  });

  it('asks again where a rule failed', async () => {
    house = await scene(database);
    await ask(gone());
    const last = house.clock.now();
    later(60);
    await ask({ ...gone(), missed: () => Promise.reject(new Error('a habit’s mistake')) });
    later(1);
    const asked: Date[] = [];
    expect(await ask(gone(asked))).toBe(1);
    expect(asked).toEqual([last]);
  });

  it('keeps what is in the outbox as it is', async () => {
    house = await scene(database);
    await ask(gone());
    await house.put({ subject: 'gone' });
    later(60);
    expect(await ask(gone())).toBe(0);
    expect(await house.counts()).toMatchObject({ due: 1, open: 1 });
  });
});

it('wakes the sender', async () => {
  house = await scene(database);
  house.start();
  await house.idle();
  await ask({
    ...everybody(1),
    rows: async (_deps, _tx, now) => [{ kind: story, recipient: 'U0ANNA', subject: 'x', dueAt: now, zone: 'UTC' }],
  });
  await house.idle();
  expect(house.said('U0ANNA')).toEqual(['x']);
});

it('what a rule has seen to, it is told for a quarter of an hour, once its rows are kept', async () => {
  house = await scene(database);
  const told: (number | undefined)[] = [];
  let fails = true;
  const rule: Due = {
    ...everybody(0),
    rows: async (_deps, _tx, _now, _limit, seen) => {
      told.push(seen.upTo('Amsterdam'));
      seen.note('Amsterdam', told.length);
      if (fails) throw new Error('the database is away');
      return [];
    },
  };
  const deps = { ...house.deps, features: [{ name: 'test', due: [rule], messages: [story], personal: [] }] };
  const memory: DueMemory = new Map();
  const lookAfter = async (minutes: number) => {
    house.clock.jump(plus(house.clock.now(), { minutes }));
    await askDue(deps, house.clock.now(), memory);
  };
  await lookAfter(0);
  fails = false;
  for (const minutes of [1, 1, 13, 1]) await lookAfter(minutes);
  expect(told).toEqual([undefined, undefined, 2, 3, undefined]);
});
