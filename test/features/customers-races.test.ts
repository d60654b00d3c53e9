import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import { customerStore, suggestTo, warningFor } from '../../src/features/customers/index.ts';
import { nudgeStore } from '../../src/features/nudges/index.ts';
import { settingStore } from '../../src/features/settings/index.ts';
import { systemIds } from '../../src/ids.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';
import { postgresFor } from '../support/postgres.ts';

const server = postgresFor('two nudges that would take the last place of a customer at once');
const PEOPLE = ['UANNA', 'UBEN', 'UCEM'];
const MONTH = '2026-12';
const AT = new Date('2026-11-20T09:00:00Z');
const ROUNDS = 15;

describe.skipIf(!server)('three nudges in three transactions at once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(server);
  });
  afterAll(async () => database.close());

  /** A workspace with so many customers, each of whom may be approached so often in a quarter. */
  async function house(customers: number, times: number): Promise<WorkspaceDb> {
    const { db } = await freshWorkspace(database);
    await db.run(async (tx) => {
      await settingStore(tx).set('approachCap', times, { by: 'UNOOR', at: AT, id: systemIds.uuid() });
      await nudgeStore(tx).open(PEOPLE.map((userId) => ({ userId, month: MONTH })));
      for (let n = 0; n < customers; n += 1)
        await customerStore(tx).findOrAdd({
          ...{ name: `Tuinderij ${n}`, sort: 'customer', by: 'UBEN', at: AT },
          id: systemIds.uuid(),
        });
    });
    return db;
  }

  const takes = async (tx: Tx, userId: string) => {
    const idea = await suggestTo(tx, userId, MONTH, []);
    if (idea) await nudgeStore(tx).suggest(userId, MONTH, idea.id, []);
    return idea?.id;
  };

  /** Resolves once everybody has come so far: nobody commits before all have chosen. */
  function meetingOf(many: number) {
    let come = 0;
    let open = () => {};
    const all = new Promise<void>((resolve) => {
      open = resolve;
    });
    return async () => {
      come += 1;
      if (come === many) open();
      await all;
    };
  }

  it('take one place each, and no place twice, though none sees what the others are about to write', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const db = await house(2, 1);
      const [begin, end] = [meetingOf(3), meetingOf(3)];
      const taken = await Promise.all(
        PEOPLE.map((userId) =>
          db.run(async (tx) => {
            await tx.$queryRaw`SELECT 1`;
            await begin();
            const id = await takes(tx, userId);
            await end();
            return id;
          }),
        ),
      );
      const ids = taken.filter((id) => id !== undefined);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(2);
    }
  });

  it('take two places of two, however they follow each other, and leave the third without', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const db = await house(1, 2);
      const taken = await Promise.all(PEOPLE.map((userId) => db.run((tx) => takes(tx, userId))));
      expect(taken.filter(Boolean).length).toBeLessThanOrEqual(2);
      for (const userId of PEOPLE)
        await db.run(async (tx) => (await nudgeStore(tx).find(userId, MONTH))?.customerId ?? takes(tx, userId));
      const held = await db.run((tx) => tx.nudge.count({ where: { customerId: { not: null } } }));
      expect(held).toBe(2);
    }
  });

  it('leave a customer be whose last place somebody’s plan is just taking', async () => {
    const db = await house(1, 1);
    const idea = await db.run(async (tx) => {
      const [customer] = await customerStore(tx).search('tuinderij', 1);
      if (!customer) throw new Error('the customer is there');
      expect(await warningFor(tx, { customer, userId: 'UANNA', on: '2026-12-03' }, 'nl')).toBeUndefined();
      return db.run((other) => takes(other, 'UBEN'));
    });
    expect(idea).toBeUndefined();
  });
});
