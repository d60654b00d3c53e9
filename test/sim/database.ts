import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import type { Tally } from '../../src/delivery/counts.ts';
import type { Row } from '../../src/delivery/store.ts';
import type { Person } from '../../src/features/people/index.ts';
import { createModel } from './model/index.ts';
import type { DaysOff } from './model/tables.ts';
import type { Stores } from './stores.ts';

/** What is known of those who are here, who is off when, and who rests until when; in the order of their ids. */
export type Known = {
  people: Person[];
  absences: DaysOff[];
  rests: { userId: string; until: string | null }[];
};

/** The one database of a simulated house: in memory, or a real one. */
export type SimDatabase = {
  workspaceId: string;
  db: WorkspaceDb;
  stores: Stores;
  known(): Promise<Known>;
  rows(): Promise<Row[]>;
  tally(): Promise<Tally[]>;
  /** Of the rows written since this was last asked, those that break the counting law. */
  unaccounted(): Promise<Row[]>;
  /** Somebody is forgotten: nothing here names them any more. */
  erase(userId: string, tx: Tx): Promise<void>;
  /** Keeps everything as it is now; the answer brings it back. */
  backup(): Promise<() => Promise<void>>;
};

/** One that lives as long as the year. `workspaceId` makes the keys. */
export function inMemory(workspaceId: string): SimDatabase {
  const { db, stores, tables, written, backup, restore } = createModel(workspaceId);
  return {
    ...{ workspaceId, db, stores },
    known: async () => ({
      people: [...tables.people.all()].sort(byUser),
      absences: [...tables.absences.all()].sort(byUser),
      rests: [...tables.rests.all()].sort(byUser),
    }),
    rows: async () => [...tables.outbox.all()],
    tally: async () => tallyOf(tables.outbox.all()),
    unaccounted: async () => written().filter((row) => !isSound(row)),
    async erase(userId) {
      tables.people.delete(userId);
      tables.rests.delete(userId);
      for (const { from } of tables.absences.where((one) => one.userId === userId))
        tables.absences.delete(`${userId} ${from}`);
      for (const { month } of tables.nudges.where((one) => one.userId === userId))
        tables.nudges.delete(`${userId} ${month}`);
      for (const { key } of tables.outbox.where((row) => row.recipient === userId)) tables.outbox.delete(key);
    },
    backup: async () => {
      const kept = backup();
      return async () => restore(kept);
    },
  };
}

type OfUser = { userId: string; from?: string };

const byUser = (one: OfUser, other: OfUser) => (nameOf(one) < nameOf(other) ? -1 : 1);

const nameOf = ({ userId, from = '' }: OfUser) => `${userId} ${from}`;

/** As the database counts (src/delivery/counts.ts); the model's test holds them equal. */
export function tallyOf(rows: Iterable<Row>): Tally[] {
  const tally = new Map<string, Tally>();
  for (const row of rows) {
    const { kind, state } = row;
    const before = tally.get(`${kind} ${state}`) ?? { kind, state, rows: 0, sound: 0 };
    const sound = before.sound + (isSound(row) ? 1 : 0);
    tally.set(`${kind} ${state}`, { kind, state, rows: before.rows + 1, sound });
  }
  return [...tally.values()];
}

function isSound({ state, sentAt, lastError, expiresAt, leaseUntil }: Row): boolean {
  if (state === 'sent') return sentAt !== null;
  if (state === 'failed' || state === 'skipped') return lastError !== null;
  if (state === 'expired') return expiresAt !== null;
  return state !== 'sending' || leaseUntil !== null;
}
