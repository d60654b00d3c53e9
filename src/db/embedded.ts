import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import lockfile from 'proper-lockfile';

/** A small server: a quarter of the default buffers (measured: no slower, 110 MB less memory) and a log that shrinks at checkpoints. */
const START = [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=32MB', 'max_wal_size=48MB', 'min_wal_size=32MB', 'wal_recycle=off'].flatMap((s) => ['-c', s]),
];

/**
 * PGlite runs no background processes: without this nothing vacuums, analyses or checkpoints, and the log grows until it is closed.
 * It goes through the pool, whose one connection keeps it out of anybody's transaction.
 */
export async function maintainEmbedded(pool: pg.Pool): Promise<void> {
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
}

/**
 * Two processes on one PGlite directory lose each other's writes without any error, so one holds a lock.
 * A holder that died on this host is known by its pid and replaced at once; any other lock goes stale after 15 s.
 */
async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  const lockDir = `${dir}.lock`;
  const ownerFile = `${dir}.owner.json`;
  const me = JSON.stringify({ host: os.hostname(), pid: process.pid, since: Date.now() });
  const busy = (who: string) =>
    new Error(
      `${who} is using the embedded database in ${dir}. Stop it, or set DATABASE_URL to a PostgreSQL server to run several.`,
    );
  const seen = readIf(ownerFile);
  const owner = seen === undefined ? undefined : (JSON.parse(seen) as { host: string; pid: number });
  if (owner?.host === os.hostname()) {
    if (owner.pid !== process.pid && alive(owner.pid)) throw busy(`Process ${owner.pid}`);
    // Only the process that moves this very note away may break the lock it belongs to.
    const mine = `${ownerFile}.${process.pid}`;
    try {
      renameSync(ownerFile, mine);
      if (readIf(mine) === seen) {
        rmSync(lockDir, { recursive: true, force: true });
        rmSync(mine, { force: true });
      } else renameSync(mine, ownerFile);
    } catch {
      /* another starter was quicker */
    }
  }
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(dir, {
      lockfilePath: lockDir,
      realpath: false,
      stale: 15_000,
      update: 5_000,
      retries: { retries: 17, factor: 1, minTimeout: 1_000 },
      onCompromised: (e) => {
        console.error(`lost the lock on ${dir}: ${e.message}`);
        process.exit(1);
      },
    });
  } catch (e) {
    throw (e as NodeJS.ErrnoException).code === 'ELOCKED' ? busy('Another process') : e;
  }
  writeFileSync(`${ownerFile}.new`, me);
  renameSync(`${ownerFile}.new`, ownerFile);
  return async () => {
    rmSync(ownerFile, { force: true });
    await release();
  };
}
function readIf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export async function openEmbedded(dir: string): Promise<{ db: PGlite; close: () => Promise<void> }> {
  dir = path.resolve(dir);
  mkdirSync(path.dirname(dir), { recursive: true });
  const unlock = await lockDirectory(dir);
  try {
    if (!existsSync(path.join(dir, 'PG_VERSION'))) {
      // Make it beside its place and move it there whole: a kill in the middle must not leave half a database.
      const fresh = `${dir}.new`;
      rmSync(fresh, { recursive: true, force: true });
      await (await PGlite.create(fresh)).close();
      rmSync(dir, { recursive: true, force: true });
      renameSync(fresh, dir);
    }
    const db = await PGlite.create(dir, { startParams: START });
    return {
      db,
      close: async () => {
        await db.close();
        await unlock();
      },
    };
  } catch (e) {
    await unlock();
    throw e;
  }
}
