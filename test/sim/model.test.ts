import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { type Tally, tallyOutbox } from '../../src/delivery/counts.ts';
import type { Row } from '../../src/delivery/store.ts';
import { dateOf } from '../../src/time.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';
import { tallyOf } from './database.ts';
import { putOff, standing } from './model/arbitraries.ts';
import { type Ask, asks } from './model/asks.ts';
import { CUSTOMER } from './model/habits.ts';
import { createModel, type ModelDatabase } from './model/index.ts';
import { sqlStores } from './stores.ts';

/** Series of questions, and questions in each at most. `npm test` asks few; more by MODEL_RUNS. */
const RUNS = Number(process.env.MODEL_RUNS ?? 25);
const QUESTIONS = 60;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Real = { db: WorkspaceDb };

/** Asks both the same in a transaction each, which is kept or given up, and compares answers and all rows. */
class Asked implements fc.AsyncCommand<ModelDatabase, Real> {
  readonly ask: Ask;
  readonly kept: boolean;

  constructor(ask: Ask, kept: boolean) {
    this.ask = ask;
    this.kept = kept;
  }
  check = () => true;
  async run(model: ModelDatabase, { db }: Real) {
    const rows = rowsOf(model);
    const answer = await transaction(model.db, this.kept, (tx) => this.ask.of(model.stores, tx, rows));
    expect(await transaction(db, this.kept, (tx) => this.ask.of(sqlStores, tx, rows))).toEqual(answer);
    const sender = model.tables.senders.get('sender') ?? null;
    expect(await storedIn(db)).toEqual({ rows: rowsOf(model), sender, tally: sorted(tallyOf(rowsOf(model))) });
  }
  toString = () => `${this.ask.says}${this.kept ? '' : ', given up'}`;
}

/** A transaction of which nothing is to stay. */
class GivenUp extends Error {
  override name = 'GivenUp';
}

async function transaction<T>(db: WorkspaceDb, kept: boolean, work: Parameters<typeof db.run<T>>[0]): Promise<T[]> {
  const answers: T[] = [];
  await db
    .run(async (tx) => {
      answers.push(await work(tx));
      if (!kept) throw new GivenUp();
    })
    .catch((error: unknown) => {
      if (!(error instanceof GivenUp)) throw error;
    });
  return answers.map(plain);
}

/** Without the columns that only the database has, and without what `undefined` says. */
const plain = <T>(answer: T): T =>
  JSON.parse(
    JSON.stringify(answer ?? null, (name, value) => (['workspaceId', 'seenAt'].includes(name) ? undefined : value)),
  );

const rowsOf = ({ tables }: ModelDatabase) => [...tables.outbox.all()].sort((a, b) => (a.key < b.key ? -1 : 1));

const sorted = (tally: readonly Tally[]) =>
  [...tally].sort((a, b) => `${a.kind} ${a.state}`.localeCompare(`${b.kind} ${b.state}`));

const storedIn = (db: WorkspaceDb) =>
  db.run(async (tx) => ({
    rows: (await tx.outbox.findMany({ orderBy: { key: 'asc' } })).map(({ workspaceId: _, ...row }) => row),
    sender: await tx.sender.findFirst({ omit: { workspaceId: true } }),
    tally: sorted(await tallyOutbox(tx)),
  }));

type Beginning = { rows: Row[]; putOff: { userId: string; laterOn: string | null }[] };

/** The same beginning in both: people of whom one has left, what stands in the outbox, and who put off a nudge. */
async function begin({ rows, putOff }: Beginning): Promise<{ model: ModelDatabase; real: Real }> {
  const { installation, db } = await freshWorkspace(database);
  const model = createModel(installation.id);
  const people = ['U0ANNA', 'U0BEN', 'U0CEM'].map((userId, n) => ({ ...SOMEBODY, userId, member: n < 2 }));
  for (const nth of rows) model.tables.outbox.set(nth.key, nth);
  for (const { userId, laterOn } of putOff)
    model.tables.nudges.set(`${userId} ${MONTH}`, {
      ...NUDGE,
      userId,
      laterOn,
      answer: laterOn === null ? null : 'later',
    });
  await model.db.run((tx) => model.stores.people(tx).see(people, 'Europe/Amsterdam', START));
  await db.run(async (tx) => {
    await sqlStores.people(tx).see(people, 'Europe/Amsterdam', START);
    await tx.outbox.createMany({ data: rows });
    await tx.nudge.createMany({
      data: [...model.tables.nudges.all()].map((nudge) => ({
        ...nudge,
        laterOn: nudge.laterOn === null ? null : dateOf(nudge.laterOn),
      })),
    });
    const customer = { ...CUSTOMER, folded: 'bakkerij zuid', doNotContact: false, addedAt: START };
    await tx.customer.create({ data: customer });
  });
  return { model, real: { db } };
}

const MONTH = '2026-11';
const START = new Date('2026-11-01T09:00:00Z');
const SOMEBODY = {
  ...{ name: 'Anna', lang: 'en' as const, zone: 'Europe/Amsterdam', admin: true },
  today: '2026-11-01',
};
const NUDGE = { month: MONTH, customerId: null, skipped: [], noticed: false, closing: false };

it('what the simulation keeps in memory answers as the database does, question by question', { timeout: 600_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({ rows: standing, putOff }),
      fc.commands(
        asks.map((ask) => fc.tuple(ask, fc.integer({ min: 0, max: 9 })).map(([one, n]) => new Asked(one, n > 0))),
        { maxCommands: QUESTIONS, size: 'max' },
      ),
      (beginning, commands) => fc.asyncModelRun(() => begin(beginning), commands),
    ),
    { numRuns: RUNS, verbose: 1 },
  ),
);
