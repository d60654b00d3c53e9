import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, kindOf, type Scene, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

it('remembers of a message whom, when and how important, but no words', async () => {
  const kind = kindOf('nudges.monthly', {
    ...{ priority: 4, unasked: true, monthlyHabit: true, window: { from: '10:00', until: '17:00' } },
    until: (dueAt, zone) => new Date(dueAt.getTime() + zone.length),
  });
  house = await scene(database);
  await house.put({ kind, subject: '2026-12', zone: 'UTC' });
  const { key, workspaceId, ...row } = await house.rowOf('2026-12');
  const now = house.clock.now();
  expect(row).toEqual({
    ...{ kind: 'nudges.monthly', recipient: ANNA, subject: '2026-12', priority: 4, unasked: true, monthlyHabit: true },
    ...{
      dueAt: now,
      notBefore: now,
      expiresAt: new Date(now.getTime() + 3),
      state: 'pending',
      attempt: 0,
      gone: false,
    },
    ...{ wanted: 1, shown: 0, claimed: 0, channel: null, ts: null, fence: null, leaseUntil: null },
    ...{ settlesAt: null, lastError: null, sentAt: null },
  });
});

it('counts what is new, also where part of it is known', async () => {
  house = await scene(database);
  expect(await house.put({ recipient: ANNA })).toBe(1);
  expect(await house.put({ recipient: ANNA }, { recipient: BEN }, { recipient: ANNA, subject: 'other' })).toBe(2);
  expect(await house.put()).toBe(0);
});

it('keeps one of two that are the same message, the first, and all the others', async () => {
  house = await scene(database);
  const later = new Date(house.clock.now().getTime() + 60_000);
  expect(await house.put({ recipient: ANNA }, { recipient: ANNA, dueAt: later }, { recipient: BEN })).toBe(2);
  const rows = await house.db.run((tx) => tx.outbox.findMany({ orderBy: { recipient: 'asc' } }));
  expect(rows.map(({ recipient, dueAt }) => [recipient, dueAt])).toEqual([
    [ANNA, house.clock.now()],
    [BEN, house.clock.now()],
  ]);
});

it('tells who listens once a transaction with rows is committed, and nobody of any other', async () => {
  house = await scene(database);
  let told = 0;
  house.outbox.onRows(() => told++);
  await house.deps.db.run((tx) => tx.person.count());
  expect(told).toBe(0);
  await house.put({});
  await house.change('a story');
  await house.withdraw('a story');
  expect(told).toBe(3);
});

it('finds the next row by its index, in its order, although rows of other workspaces are hidden', async () => {
  house = await scene(database);
  const plan = await house.db.run(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN (COSTS OFF) SELECT key FROM outbox WHERE state = 'pending' AND not_before <= ${house.clock.now()}::timestamptz
      ORDER BY priority, not_before, due_at, key LIMIT 1 FOR UPDATE SKIP LOCKED`;
  });
  const steps = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(steps).toMatch(/Index Cond: .*workspace_id = .*state = 'pending'.*not_before <=/);
  expect(steps).not.toContain('Sort');
});
