import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, openDatabase } from '../src/db/open.ts';
import { openServer } from '../src/db/store.ts';
import type { Log } from '../src/log.ts';
import { openProxy } from './faults/proxy.ts';
import { emptyDatabaseOn, testDatabase } from './support/database.ts';
import { noLog } from './support/no-log.ts';
import { postgresFor } from './support/postgres.ts';

const server = postgresFor('instances that start together on one server');
const migrations = readdirSync(MIGRATIONS).filter((name) => !name.endsWith('.toml'));
const team = { id: 'w1', teamId: 'T1', name: 'Lindenhof', botUserId: 'U1', installedBy: null, createdAt: new Date(0) };

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mantra-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('is made at the first start, and its rows are there at the next', async () => {
    const first = await openDatabase({ dataDir, log: noLog });
    await first.workspaces.save(team);
    await first.maintain();
    await first.close();
    const second = await openDatabase({ dataDir, log: noLog });
    expect(second.kind).toBe('embedded');
    expect(await second.workspaces.list()).toEqual([team]);
    await second.close();
  });
});

describe.skipIf(!server)('a PostgreSQL server', () => {
  it('is migrated once when four instances start together, and all four work', async () => {
    const { url, drop } = await emptyDatabaseOn(server ?? '');
    const applied: unknown[] = [];
    const log: Log = { ...noLog, info: (fields) => applied.push('applied' in fields && fields.applied) };
    const instances = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url, dataDir, log })));
    const saved = await Promise.all(instances.map(({ workspaces }, n) => workspaces.save({ ...team, id: `w${n}` })));
    await Promise.all(instances.map((instance) => instance.close()));
    await drop();
    expect(instances.map(({ kind }) => kind)).toEqual(Array(4).fill('postgres'));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect(applied.map(Number).reduce((sum, count) => sum + count)).toBe(migrations.length);
  });

  it('gives no instance that froze the right to keep rows locked', async () => {
    const { pool, close } = openServer(server ?? '', noLog);
    const { rows } = await pool.query(
      `SELECT current_setting('statement_timeout') AS one, current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    await close();
    expect(rows).toEqual([{ one: '12s', idle: '12s' }]);
  });

  it('is heard of when it answers nothing any more, over a connection that goes on standing; the next one works', async () => {
    const way = await openProxy(() => Number(new URL(server ?? '').port));
    const { pool, close } = openServer(Object.assign(new URL(server ?? ''), { port: way.port }).href, noLog, 500);
    await pool.query('SELECT 1');
    way.all('silence');
    await expect(pool.query('SELECT 2')).rejects.toThrow();
    expect((await pool.query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
    await close();
    way.close();
  });

  it('that takes no writes any more over a connection is asked over another one', async () => {
    const database = await testDatabase(server);
    const write = (id: string) =>
      database.forWorkspace('w1').run((tx) => tx.handled.create({ data: { id, at: new Date(0) } }));
    await database.pool.query('SET default_transaction_read_only = on');
    await expect(write('lost')).rejects.toThrow();
    await expect(write('kept')).resolves.toMatchObject({ id: 'kept' });
    await database.close();
  });

  it('may take its time with a migration', async () => {
    const store = openServer(server ?? '', noLog, 100);
    await store.patiently((pool) => pool.query('SELECT pg_sleep(0.5)'));
    await store.close();
  });

  it('keeps workspaces apart for a login that may not create roles', async () => {
    const { url, drop } = await emptyDatabaseOn(server ?? '');
    const role = `mantra_plain_${process.pid}`;
    const { pool, close } = openServer(server ?? '', noLog);
    await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`);
    await pool.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO ${role}`);
    const plain = Object.assign(new URL(url), { username: role, password: 'plain' }).href;
    const database = await openDatabase({ url: plain, dataDir, log: noLog });
    await database.forWorkspace('w1').run((tx) => tx.handled.create({ data: { id: 'x', at: new Date(0) } }));
    expect(await database.forWorkspace('w1').run((tx) => tx.handled.count())).toBe(1);
    expect(await database.forWorkspace('w2').run((tx) => tx.handled.count())).toBe(0);
    await database.close();
    await drop();
    await pool.query(`DROP ROLE ${role}`);
    await close();
  });

  it('that isn’t there is an error, not a wait for ever', async () => {
    const url = 'postgresql://nobody@127.0.0.1:1/nothing';
    await expect(openDatabase({ url, dataDir, log: noLog })).rejects.toThrow('ECONNREFUSED');
  });
});
