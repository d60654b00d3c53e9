import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceDb } from '../src/db/workspace.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from './support/database.ts';

const AT = new Date('2026-12-01T09:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const draft = (userId: string) => ({ id: randomUUID(), userId, kind: 'log', fields: { note: 'x' }, expiresAt: AT });

describe('two workspaces', () => {
  let lindenhof: WorkspaceDb;
  let other: WorkspaceDb;
  let otherId: string;
  beforeAll(async () => {
    lindenhof = (await freshWorkspace(database)).db;
    const second = await freshWorkspace(database);
    other = second.db;
    otherId = second.installation.id;
    for (const [db, name] of [
      [lindenhof, 'Jansen'],
      [other, 'Peeters'],
    ] as const) {
      await db.run((tx) =>
        tx.customer.create({
          data: {
            id: randomUUID(),
            name,
            folded: name.toLowerCase(),
            sort: 'customer',
            doNotContact: false,
            addedAt: AT,
          },
        }),
      );
    }
  });

  it('see their own customers only, in raw SQL too', async () => {
    expect(await lindenhof.run((tx) => tx.customer.findMany({ select: { name: true } }))).toEqual([{ name: 'Jansen' }]);
    const rows = await other.run((tx) => tx.$queryRaw`SELECT name FROM customers`);
    expect(rows).toEqual([{ name: 'Peeters' }]);
  });

  it('can’t write for each other, nor change or delete each other’s rows', async () => {
    const intruding = lindenhof.run((tx) => tx.draft.create({ data: { ...draft('U_EVE'), workspaceId: otherId } }));
    await expect(intruding).rejects.toThrow(/row-level security|42501/);
    const changed = await lindenhof.run((tx) =>
      tx.customer.updateMany({ where: { name: 'Peeters' }, data: { name: 'x' } }),
    );
    const deleted = await lindenhof.run((tx) => tx.$executeRaw`DELETE FROM customers WHERE workspace_id = ${otherId}`);
    expect([changed.count, deleted]).toEqual([0, 0]);
  });

  it('can’t hand a row over to each other', async () => {
    const moving = lindenhof.run((tx) => tx.$executeRaw`UPDATE customers SET workspace_id = ${otherId}`);
    await expect(moving).rejects.toThrow(/row-level security|42501/);
  });

  it('may keep the same person’s id side by side', async () => {
    const handled = { id: 'Ev0SAME', at: AT };
    await lindenhof.run((tx) => tx.handled.create({ data: handled }));
    await other.run((tx) => tx.handled.create({ data: handled }));
    expect(await other.run((tx) => tx.handled.count())).toBe(1);
  });

  it('leave no setting and no role behind on the connection', async () => {
    await lindenhof.run((tx) => tx.customer.count());
    const { rows } = await database.pool.query(
      `SELECT current_user <> 'mantra_app' AS "ownRole", coalesce(current_setting('mantra.workspace', true), '') AS workspace`,
    );
    expect(rows).toEqual([{ ownRole: true, workspace: '' }]);
  });
});

describe('no workspace', () => {
  it('means no write, also on a connection that served one before', async () => {
    await (await freshWorkspace(database)).db.run((tx) => tx.draft.create({ data: draft('U_ANNA') }));
    await expect(database.prisma.draft.create({ data: draft('U_NOBODY') })).rejects.toThrow();
  });

  it('is not the empty one: an id is asked for', () => {
    expect(() => database.forWorkspace('')).toThrow('A workspace has an id');
  });
});

describe('the list of workspaces', () => {
  it('knows a team by its Slack id, and nobody by a strange one', async () => {
    const { installation } = await freshWorkspace(database);
    expect(await database.workspaces.byTeam(installation.teamId)).toEqual(installation);
    expect(await database.workspaces.byTeam('T0STRANGE')).toBeUndefined();
    expect(await database.workspaces.list()).toContainEqual(installation);
  });

  it('keeps a team’s id, age and installer when it is saved again under a new name', async () => {
    const { installation } = await freshWorkspace(database);
    await database.workspaces.save({ ...installation, installedBy: 'U_ANNA' });
    const again = { ...installation, id: randomUUID(), name: 'De Lindenhof', createdAt: AT };
    expect(await database.workspaces.save(again)).toEqual({
      ...installation,
      name: 'De Lindenhof',
      installedBy: 'U_ANNA',
    });
  });

  it('takes twenty starts of one team at the same moment as one', async () => {
    const { installation } = await freshWorkspace(database);
    const team = { ...installation, teamId: 'T0TWENTY' };
    const saved = await Promise.all(
      Array.from({ length: 20 }, () => database.workspaces.save({ ...team, id: randomUUID() })),
    );
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
  });
});

describe('the database', () => {
  it('binds every table but the list of workspaces to its workspace', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       WHERE c.relkind IN ('r', 'p') AND NOT (
         c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
         AND EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
           AND pg_get_constraintdef(k.oid) LIKE '%workspace_id <> %'))`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(['_prisma_migrations', 'workspaces']);
  });

  it('puts the workspace first in every key and index', async () => {
    const { rows } = await database.pool.query(
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' WHERE i.indkey[0] <> a.attnum`,
    );
    expect(rows).toEqual([]);
  });

  it('survives values that PostgreSQL refuses while binding', async () => {
    const { db } = await freshWorkspace(database);
    await expect(db.run((tx) => tx.handled.create({ data: { id: 'nul\u0000', at: AT } }))).rejects.toThrow();
    await expect(db.run((tx) => tx.draft.findFirst({ where: { id: 'no-uuid' } }))).rejects.toThrow();
    expect(await db.run((tx) => tx.handled.count())).toBe(0);
  });

  it('undoes a transaction that fails half-way', async () => {
    const { db } = await freshWorkspace(database);
    const failing = db.run(async (tx) => {
      await tx.handled.create({ data: { id: 'once', at: AT } });
      throw new Error('the rest went wrong');
    });
    await expect(failing).rejects.toThrow('the rest went wrong');
    expect(await db.run((tx) => tx.handled.count())).toBe(0);
  });

  it('lets ten workers claim every row exactly once', async () => {
    const { db } = await freshWorkspace(database);
    await db.run((tx) => tx.draft.createMany({ data: Array.from({ length: 60 }, () => draft('U_ANNA')) }));
    const claim = () =>
      db.run(
        (tx) => tx.$queryRaw<{ id: string }[]>`UPDATE drafts SET kind = 'claimed' WHERE id IN
        (SELECT id FROM drafts WHERE kind = 'log' LIMIT 3 FOR UPDATE SKIP LOCKED) RETURNING id`,
      );
    const claimed: string[] = [];
    const worker = async () => {
      for (let rows = await claim(); rows.length > 0; rows = await claim()) claimed.push(...rows.map(({ id }) => id));
    };
    await Promise.all(Array.from({ length: 10 }, worker));
    expect(claimed).toHaveLength(60);
    expect(new Set(claimed).size).toBe(60);
  });

  it('keeps an instant as it is: sessions run in UTC', async () => {
    const { db } = await freshWorkspace(database);
    const at = new Date('2026-03-29T02:34:56.789Z');
    await db.run((tx) => tx.handled.create({ data: { id: 'x', at } }));
    const rows = await db.run(
      (tx) => tx.$queryRaw`SELECT current_setting('TimeZone') AS zone, at::text AS at FROM handled`,
    );
    expect(rows).toEqual([{ zone: 'UTC', at: '2026-03-29 02:34:56.789+00' }]);
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('can be kept up while people work', async () => {
    const { db } = await freshWorkspace(database);
    const work = Array.from({ length: 10 }, () => db.run((tx) => tx.draft.create({ data: draft('U_ANNA') })));
    await Promise.all([...work, database.maintain()]);
    expect(await db.run((tx) => tx.draft.count())).toBe(10);
  });
});
