import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { CannotStart } from '../errors.ts';
import type { Log } from '../log.ts';

/** The advisory lock Prisma's own engine takes, so this and `prisma migrate deploy` exclude each other. */
const LOCK = 72707369;

/** Prisma's own record of what was applied; either of the two can go on where the other stopped. */
const RECORD = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies `<dir>/<name>/migration.sql` in order, each whole or not at all, and answers the names of those that were new.
 * Instances that start together wait for one another.
 */
export async function migrate(pool: pg.Pool, dir: string, log: Log): Promise<string[]> {
  const client = await pool.connect();
  try {
    await locked(client, () => client.query(RECORD));
    const applied: string[] = [];
    for (const name of migrationsIn(dir)) {
      if (await locked(client, () => apply(client, dir, name, log))) applied.push(name);
    }
    client.release();
    return applied;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Whether nothing is left to apply, without waiting for anybody: what most starts find. */
export async function isMigrated(pool: pg.Pool, dir: string): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return false;
  const applied = await pool.query<{ name: string; checksum: string }>(
    `SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
  const known = new Map(applied.rows.map(({ name, checksum }) => [name, checksum]));
  return migrationsIn(dir).every((name) => known.get(name) === checksumOf(sqlOf(dir, name)));
}

const sqlOf = (dir: string, name: string) => readFileSync(path.join(dir, name, 'migration.sql'));
const checksumOf = (sql: Buffer) => createHash('sha256').update(sql).digest('hex');

const migrationsIn = (dir: string) =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

async function locked<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    // A migration takes as long as it takes, and so does waiting for another instance's.
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // What went wrong first is what the caller must hear, also where the connection is gone.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function apply(client: pg.PoolClient, dir: string, name: string, log: Log): Promise<boolean> {
  const sql = sqlOf(dir, name);
  const checksum = checksumOf(sql);
  const earlier = await recordOf(client, name);
  if (earlier?.finished_at === null)
    throw new CannotStart(
      `Migration ${name} failed earlier under "prisma migrate": settle it with "prisma migrate resolve" first.`,
    );
  if (earlier && earlier.checksum !== checksum) log.warn({ name }, 'a migration was changed after it had been applied');
  if (earlier) return false;
  await client.query(sql.toString('utf8')).catch((cause: Error) => {
    throw new Error(`Migration ${name} failed and was undone: ${cause.message}`, { cause });
  });
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
     VALUES (gen_random_uuid(), $1, $2, clock_timestamp(), 1)`,
    [checksum, name],
  );
  return true;
}

async function recordOf(client: pg.PoolClient, name: string) {
  const { rows } = await client.query<{ checksum: string; finished_at: Date | null }>(
    `SELECT "checksum", "finished_at" FROM "_prisma_migrations"
     WHERE "migration_name" = $1 AND "rolled_back_at" IS NULL ORDER BY "finished_at" NULLS FIRST`,
    [name],
  );
  return rows[0];
}
