import { Socket } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { endWhenSilent } from '../deadline.ts';
import type { Log } from '../log.ts';
import { faultOf } from '../log.ts';
import { maintainEmbedded, openEmbedded } from './embedded.ts';
import { pglitePool } from './pglite-pool.ts';
import { giveUpReadOnly } from './read-only.ts';

/**
 * UTC, because Prisma's adapter drops the offset of timestamptz values and assumes it. The limits, because everything
 * here is short: an instance that froze in the middle must not keep rows locked for the others.
 */
const SESSION = ['TimeZone=UTC', 'statement_timeout=12s', 'idle_in_transaction_session_timeout=12s'];

/** Longer than any statement may take (milliseconds): whoever answers nothing for so long is gone. */
const SILENCE_MS = 15_000;

/** Where rows are kept: a PostgreSQL server, or PGlite in this process, behind the same pool. */
export type Store = {
  kind: 'postgres' | 'embedded';
  pool: pg.Pool;
  /** Lends a pool for what takes as long as it takes. */
  patiently<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>;
  maintain(): Promise<void>;
  close(): Promise<void>;
};

/** A PostgreSQL. A connection over which nothing passes for `silenceMs` is given up. */
export function openServer(url: string, log: Log, silenceMs = SILENCE_MS): Store {
  const pool = serverPool(url, log, silenceMs);
  return {
    kind: 'postgres',
    pool,
    async patiently(work) {
      const patient = serverPool(url, log);
      return work(patient).finally(() => patient.end());
    },
    maintain: async () => {},
    close: () => pool.end(),
  };
}

function serverPool(url: string, log: Log, silenceMs?: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options: SESSION.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Without it, what is asked over a connection that broke unnoticed is waited for until the system gives up: 15 minutes.
    ...(silenceMs !== undefined && { stream: () => endWhenSilent(new Socket(), silenceMs) }),
  });
  // Without a listener a connection that breaks while idle would end the process; the pool replaces it by itself.
  pool.on('error', (error) => log.warn(faultOf(error), 'an idle database connection broke'));
  giveUpReadOnly(pool, log);
  return pool;
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
    patiently: (work) => work(pool),
    maintain: () => maintainEmbedded(pool),
    close: async () => {
      await pool.end();
      await embedded.close();
    },
  };
}
