import path from 'node:path';
import pg from 'pg';
import type { Log } from '../log.ts';
import { faultOf } from '../log.ts';
import { maintainEmbedded, openEmbedded } from './embedded.ts';
import { pglitePool } from './pglite-pool.ts';

/**
 * UTC, because Prisma's adapter drops the offset of timestamptz values and assumes it. The limits, because everything
 * here is short: an instance that froze in the middle must not keep rows locked for the others.
 */
const SESSION = ['TimeZone=UTC', 'statement_timeout=30s', 'idle_in_transaction_session_timeout=30s'];

/** Where rows are kept: a PostgreSQL server, or PGlite in this process, behind the same pool. */
export type Store = {
  kind: 'postgres' | 'embedded';
  pool: pg.Pool;
  maintain(): Promise<void>;
  close(): Promise<void>;
};

export function openServer(url: string, log: Log): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options: SESSION.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Without a listener a connection that breaks while idle would end the process; the pool replaces it by itself.
  pool.on('error', (error) => log.warn(faultOf(error), 'an idle database connection broke'));
  return { kind: 'postgres', pool, maintain: async () => {}, close: () => pool.end() };
}

/** The embedded database lives in `<dataDir>/db`. Losing its lock ends the process: going on would lose writes. */
export async function openInProcess(dataDir: string, log: Log): Promise<Store> {
  const embedded = await openEmbedded(path.join(dataDir, 'db'), (error) => {
    log.error(faultOf(error), 'lost the lock on the embedded database: stopping at once');
    process.exit(1);
  });
  const pool = pglitePool(embedded.db);
  pool.on('error', (error) => log.warn(faultOf(error), 'the connection to the embedded database broke'));
  return {
    kind: 'embedded',
    pool,
    maintain: () => maintainEmbedded(pool),
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}
