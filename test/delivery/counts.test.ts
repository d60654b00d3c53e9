import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { countOutbox, countsOf, createCounting, lawHolds, tallyOutbox } from '../../src/delivery/counts.ts';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { systemIds } from '../../src/ids.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';
import { turnableClock } from '../support/turnable-clock.ts';

const AT = new Date('2026-12-01T09:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Columns = Partial<Prisma.OutboxCreateManyInput>;

async function rows(...wanted: Columns[]): Promise<WorkspaceDb> {
  const { db } = await freshWorkspace(database);
  await add(db, ...wanted);
  return db;
}

const add = (db: WorkspaceDb, ...wanted: Columns[]) =>
  db.run((tx) =>
    tx.outbox.createMany({
      data: wanted.map((columns) => ({
        ...{ key: systemIds.uuid(), kind: 'nudges.monthly', recipient: 'U0ANNA', subject: systemIds.uuid() },
        ...{ unasked: true, monthlyHabit: true, priority: 4, dueAt: AT, notBefore: AT, ...columns },
      })),
    }),
  );

const SOUND: Columns[] = [
  { state: 'pending' },
  { state: 'held', kind: 'stories.card' },
  { state: 'unknown' },
  { state: 'sending', leaseUntil: AT },
  { state: 'sent', sentAt: AT },
  { state: 'sent', sentAt: AT, gone: true },
  { state: 'failed', lastError: 'user_not_found' },
  { state: 'skipped', lastError: 'budget' },
  { state: 'expired', expiresAt: AT },
];

it('every message that was due is sent, failed, skipped, expired or open', async () => {
  const counts = await (await rows(...SOUND)).run(countOutbox);
  expect(counts).toEqual({ due: 9, sent: 2, failed: 1, skipped: 1, expired: 1, open: 4, held: 1, unknown: 1 });
  expect(lawHolds(counts)).toBe(true);
});

it.each<[string, Columns]>([
  ['counts as sent and was never posted', { state: 'sent' }],
  ['failed and says not why', { state: 'failed' }],
  ['was skipped and says not why', { state: 'skipped' }],
  ['expired though it never had an end', { state: 'expired' }],
  ['is on its way for ever', { state: 'sending' }],
])('a message that %s breaks the law', async (_what, columns) => {
  const counts = await (await rows(...SOUND, columns)).run(countOutbox);
  expect(counts.due).toBe(10);
  expect(lawHolds(counts)).toBe(false);
});

it('counts by kind, and never another workspace’s messages', async () => {
  await rows({ state: 'pending' }, { state: 'pending' });
  const tally = await (await rows({ state: 'pending' }, { state: 'pending', kind: 'stories.card' })).run(tallyOutbox);
  expect(tally.map(({ kind, state, rows: count }) => [kind, state, count]).sort()).toEqual([
    ['nudges.monthly', 'pending', 1],
    ['stories.card', 'pending', 1],
  ]);
});

it('counts anew only where the last count is too old', async () => {
  const clock = turnableClock(AT);
  const db = await rows({ state: 'pending' });
  const counting = createCounting(db, clock);
  expect(counting.last()).toBeUndefined();
  await counting.noOlderThan({ minutes: 1 });
  await add(db, { state: 'pending' });
  const due = async (minutes: number) => countsOf(await counting.noOlderThan({ minutes })).due;
  expect(await due(1)).toBe(1);
  clock.jump(new Date('2026-12-01T09:01:00Z'));
  expect(await due(10)).toBe(1);
  expect(await due(1)).toBe(2);
  expect(countsOf(counting.last() ?? []).due).toBe(2);
});
