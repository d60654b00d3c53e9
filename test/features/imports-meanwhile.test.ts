import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import { customerStore } from '../../src/features/customers/index.ts';
import { importStore, runImport } from '../../src/features/imports/index.ts';
import { systemIds } from '../../src/ids.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';

const AT = new Date('2026-11-20T09:00:00Z');
const clock = { now: () => AT, sleep: async () => {} };

/** Two chunks and a bit. */
const LIST = Buffer.from(`naam\n${Array.from({ length: 1_100 }, (_, n) => `Tuinderij ${n}`).join('\n')}`);

describe('what happens while a list is read', () => {
  let database: TestDatabase;
  let db: WorkspaceDb;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => database.close());

  /** Reads the list; `then`: what somebody does in the transaction in which so many rows have been read. */
  async function reads(then: Record<number, (tx: Tx) => Promise<unknown>>) {
    ({ db } = await freshWorkspace(database));
    const id = systemIds.uuid();
    await db.run((tx) => importStore(tx).begin(id, null, AT));
    const told: number[] = [];
    const tell = async (tx: Tx, read: number) => {
      told.push(read);
      await then[read]?.(tx);
    };
    const came = await runImport({ db, clock, ids: systemIds }, { id, by: null, bytes: LIST, told: tell });
    return { id, came, told };
  }

  const left = () =>
    db.run(async (tx) => [
      await tx.customer.count(),
      await tx.customerWord.count(),
      await tx.customerImportRow.count(),
    ]);

  it('how far it is is told chunk by chunk, and customers are there when it has ended, not before', async () => {
    const seen: number[] = [];
    const look = async (tx: Tx) => seen.push(await tx.customer.count());
    const { came, told } = await reads({ 500: look, 1000: look, 1100: look });
    expect([told, seen]).toEqual([
      [500, 1_000, 1_100, 0],
      [0, 0, 0],
    ]);
    expect(came).toMatchObject({ rows: 1_100, added: 1_100 });
    expect((await left())[0]).toBe(1_100);
  });

  it('a colleague adds one of its customers: nothing at all is taken, and nothing is left of it', async () => {
    const whom = { name: 'Tuinderij 7', sort: 'customer', id: systemIds.uuid(), by: 'UBEN', at: AT } as const;
    const { came } = await reads({ 1000: (tx) => customerStore(tx).findOrAdd(whom) });
    expect(came).toEqual({ refused: 'meanwhile' });
    expect(await left()).toEqual([1, 2, 0]);
  });

  it('it is called off by whoever finds that it stands still: it goes no further', async () => {
    const { id, came } = await reads({
      500: async (tx) => tx.customerImport.updateMany({ data: { state: 'cut-short' } }),
    });
    expect(came).toEqual({ refused: 'meanwhile' });
    expect(await left()).toEqual([0, 0, 0]);
    expect((await db.run((tx) => importStore(tx).find(id)))?.read).toBe(500);
  });
});
