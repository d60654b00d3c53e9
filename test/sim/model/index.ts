import type { Tx, WorkspaceDb } from '../../../src/db/workspace.ts';
import type { Row } from '../../../src/delivery/store.ts';
import type { Stores } from '../stores.ts';
import { modelDelivery } from './delivery.ts';
import { modelHabits } from './habits.ts';
import { type Backup, createMemory, type Tables } from './tables.ts';

/** One workspace's database in memory, behind the same stores. Transactions happen one after the other, each in one moment. */
export type ModelDatabase = {
  db: WorkspaceDb;
  stores: Stores;
  tables: Tables;
  /** Rows of the outbox that were written since this was last asked. */
  written(): Row[];
  backup(): Backup;
  restore(backup: Backup): void;
};

/** An empty one; keys of its outbox are those that a workspace of this id has. */
export function createModel(workspaceId: string): ModelDatabase {
  const { tables, written, begin, commit, abort, backup, restore } = createMemory();
  const delivery = modelDelivery(tables, workspaceId);
  const habits = modelHabits(tables);
  const db: WorkspaceDb = {
    async run(work) {
      begin();
      try {
        const result = await work(handle());
        commit();
        return result;
      } catch (error) {
        abort();
        throw error;
      }
    },
  };
  const stores: Stores = {
    delivery: () => delivery,
    settings: () => habits.settings,
    people: () => habits.people,
    absences: () => habits.absences,
    nudges: () => habits.nudges,
    spreads: () => habits.spreads,
    waiting: () => habits.waiting,
    rests: () => habits.rests,
    conversations: () => habits.conversations,
    weeks: () => habits.weeks,
  };
  return { db, stores, tables, written, backup, restore };
}

/** What is handed on as a transaction. No SQL goes through it: whoever asks it anything has gone past the stores. */
const handle = (): Tx =>
  new Proxy({} as Tx, {
    get(_target, name) {
      throw new Error(`the model knows no ${String(name)}: only stores may be asked`);
    },
  });
