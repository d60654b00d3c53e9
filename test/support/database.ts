import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { inject } from 'vitest';
import { maintainEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type Database, databaseOn, MIGRATIONS } from '../../src/db/open.ts';
import { pglitePool } from '../../src/db/pglite-pool.ts';
import { openServer, type Store } from '../../src/db/store.ts';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import type { Installation } from '../../src/db/workspaces.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { noLog } from './no-log.ts';

/** A migrated database for one test file, with the bare client and pool that the product never sees. */
export type TestDatabase = Database & { prisma: PrismaClient; pool: pg.Pool };

/** In memory, from the image; or, with TEST_DATABASE_URL or where a test must have one, a database of its own on a PostgreSQL. */
export async function testDatabase(url = serverUrl): Promise<TestDatabase> {
  const store = url ? await copyOnServer(url) : await copyInMemory();
  const { database, prisma } = await databaseOn(store);
  return { ...database, prisma, pool: store.pool };
}

/** A workspace nobody else has, so that the tests of a file share one database and not a row. */
export async function freshWorkspace(database: Database): Promise<{ installation: Installation; db: WorkspaceDb }> {
  const id = randomUUID();
  const installation = await database.workspaces.save({
    id,
    teamId: `T${id.slice(0, 8).toUpperCase()}`,
    name: 'Lindenhof',
    botUserId: 'U0MANTRA',
    installedBy: null,
    createdAt: new Date('2026-01-05T09:00:00Z'),
  });
  return { installation, db: database.forWorkspace(id) };
}

/** The PostgreSQL the tests run on, if not the embedded database. */
const serverUrl = process.env.TEST_DATABASE_URL;

async function copyInMemory(): Promise<Store> {
  const db = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('databaseImage'))]) });
  const pool = pglitePool(db);
  const close = async () => {
    await pool.end();
    await db.close();
  };
  return { kind: 'embedded', pool, patiently: (work) => work(pool), maintain: () => maintainEmbedded(pool), close };
}

async function copyOnServer(url: string): Promise<Store> {
  const server = await emptyDatabaseOn(url, await templateOn(url));
  return openDropping(server.url, server.drop);
}

/** A database of its own on the server; `drop` also ends what is still connected to it. */
export async function emptyDatabaseOn(url: string, template = 'template1') {
  const name = `mantra_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: named(url, name), drop: () => onServer(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

function openDropping(url: string, drop: () => Promise<void>): Store {
  const store = openServer(url, noLog);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { ...store, close };
}

/** One migrated template per server and set of migrations: named by the image, made by whichever file asks first. */
async function templateOn(url: string): Promise<string> {
  const template = `mantra_template_${/-(\w+)\.tar$/.exec(inject('databaseImage'))?.[1]}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) await makeTemplate(url, template);
  await admin.end();
  return template;
}

/** Made under another name: one that is cut short is never taken for a template. */
async function makeTemplate(url: string, template: string) {
  const { url: fresh } = await emptyDatabaseOn(url);
  const store = openServer(fresh, noLog);
  await migrate(store.pool, MIGRATIONS, noLog);
  await store.close();
  await onServer(url, `ALTER DATABASE ${new URL(fresh).pathname.slice(1)} RENAME TO ${template}`);
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
