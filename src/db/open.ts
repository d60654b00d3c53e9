import { PrismaPg } from '@prisma/adapter-pg';
import { CannotStart } from '../errors.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import type { Log } from '../log.ts';
import { inPackage } from '../package-root.ts';
import { isMigrated, migrate } from './migrate.ts';
import { statementNames } from './statement-names.ts';
import { openInProcess, openServer, type Store } from './store.ts';
import { canActAsApp, type WorkspaceDb, workspaceDb } from './workspace.ts';
import { type Workspaces, workspacesIn } from './workspaces.ts';

/** The database as the rest of the house may use it: one workspace at a time, and the list of them. */
export type Database = {
  kind: 'postgres' | 'embedded';
  workspaces: Workspaces;
  forWorkspace(workspaceId: string): WorkspaceDb;
  /** Fails where the database doesn't answer. */
  ping(): Promise<void>;
  /** What its own clock shows. */
  time(): Promise<Date>;
  /** Hourly: what a server does by itself and the embedded database doesn't. */
  maintain(): Promise<void>;
  close(): Promise<void>;
};

/** One connection serves the embedded database, so a transaction may have to wait for its turn (both in milliseconds). */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 };

export const MIGRATIONS = inPackage('prisma', 'migrations');

/** Opens the PostgreSQL that `url` names, otherwise the embedded database in `<dataDir>/db`, and brings its schema up to date. */
export async function openDatabase(where: { url?: string; dataDir: string; log: Log }): Promise<Database> {
  const { url, dataDir, log } = where;
  const store = url === undefined ? await openInProcess(dataDir, log) : openServer(url, log);
  try {
    const upToDate = await isMigrated(store.pool, MIGRATIONS);
    const applied = upToDate ? [] : await store.patiently((pool) => migrate(pool, MIGRATIONS, log));
    log.info({ database: store.kind, applied: applied.length }, 'database ready');
    return (await databaseOn(store)).database;
  } catch (error) {
    await store.close();
    throw troubleWith(url, error);
  }
}

/** What PostgreSQL or the way to it says when it can't be reached or doesn't let us in. */
const NOT_LET_IN = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', '28P01', '28000', '3D000'];

/** An operator's mistake gets a sentence; the address and password in the URL stay out of it. */
function troubleWith(url: string | undefined, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (url === undefined || !NOT_LET_IN.includes(code)) return error;
  return new CannotStart(`The PostgreSQL that DATABASE_URL names doesn’t answer or doesn’t let us in (${code}).`);
}

async function timeOf(pool: Store['pool']): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const [row] = rows;
  if (!row) throw new Error('the database doesn’t say what time it is');
  return row.at;
}

/** The migrated database on an open store, and the bare client for tests of the database itself. */
export async function databaseOn(store: Store): Promise<{ database: Database; prisma: PrismaClient }> {
  // On a server, a pooler between us and it may hand the next transaction to a connection without our statements.
  const named = store.kind === 'embedded' && { statementNameGenerator: statementNames() };
  const adapter = new PrismaPg(store.pool, { ...named });
  // Minimal errors: longer ones quote the values of the query, which are what people wrote.
  const prisma = new PrismaClient({ adapter, transactionOptions: PATIENCE, errorFormat: 'minimal' });
  const asApp = await canActAsApp(prisma);
  const database: Database = {
    kind: store.kind,
    workspaces: workspacesIn(prisma),
    forWorkspace: (workspaceId) => workspaceDb(prisma, workspaceId, asApp),
    ping: async () => void (await store.pool.query('SELECT 1')),
    time: () => timeOf(store.pool),
    maintain: () => store.maintain(),
    close: async () => {
      await prisma.$disconnect();
      await store.close();
    },
  };
  return { database, prisma };
}
