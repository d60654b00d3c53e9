import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { lockDirectory } from './lock.ts';

/** A small server: a quarter of the default buffers (measured: no slower, 110 MB less memory) and a log that shrinks at checkpoints. */
const SMALL = ['shared_buffers=32MB', 'max_wal_size=48MB', 'min_wal_size=32MB', 'wal_recycle=off'].flatMap((it) => [
  '-c',
  it,
]);

/**
 * Opens the database in `dir`, made if need be, and keeps other processes out until it is closed.
 * Safe against a killed process, not against a power cut: PGlite never waits for the disk.
 */
export async function openEmbedded(dir: string, onLost: (error: Error) => void) {
  const place = path.resolve(dir);
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const unlock = await lockDirectory(place, onLost);
  try {
    // Loaded here, since whoever has a server needs neither its time nor its memory.
    const { PGlite } = await import('@electric-sql/pglite');
    if (!existsSync(path.join(place, 'PG_VERSION'))) await create(PGlite, place);
    const db = await PGlite.create(place, { startParams: [...PGlite.defaultStartParams, ...SMALL] });
    const close = async () => {
      await db.close();
      await unlock();
    };
    return { db, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Made beside its place and moved there whole: a kill in the middle must not leave half a database. */
async function create(PGlite: typeof import('@electric-sql/pglite').PGlite, place: string) {
  const fresh = `${place}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const db = await PGlite.create(fresh);
  await db.close();
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
}

/**
 * PGlite runs no background processes: without this nothing vacuums, analyses or checkpoints, and the log grows until
 * it is closed. It goes through the pool, whose one connection keeps it out of anybody's transaction.
 */
export async function maintainEmbedded(pool: pg.Pool): Promise<void> {
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
}
