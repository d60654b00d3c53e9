import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** The advisory lock Prisma's own engine takes, so this and `prisma migrate deploy` exclude each other. */
const LOCK = 72707369;

/**
 * Applies prisma/migrations/<name>/migration.sql in order, each in a transaction of its own with its row in
 * Prisma's _prisma_migrations table. Instances that start together wait for one another.
 */
export async function migrate(
  pool: pg.Pool,
  dir: string,
  log: (message: string) => void = console.log,
): Promise<string[]> {
  const applied: string[] = [];
  const client = await pool.connect();
  const locked = async (work: () => Promise<void>) => {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
      await work();
      await client.query('COMMIT');
    } catch (e) {
      await client.query('ROLLBACK').catch(() => {});
      throw e;
    }
  };
  let failure: Error | undefined;
  try {
    await locked(async () => {
      await client.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
        "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
        "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
        "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`);
    });
    const names = readdirSync(dir, { withFileTypes: true })
      .filter((d) => d.isDirectory())
      .map((d) => d.name)
      .sort();
    for (const name of names) {
      const sql = readFileSync(path.join(dir, name, 'migration.sql'));
      const checksum = createHash('sha256').update(sql).digest('hex');
      await locked(async () => {
        const { rows } = await client.query<{ checksum: string; finished_at: Date | null }>(
          `SELECT "checksum", "finished_at" FROM "_prisma_migrations" WHERE "migration_name" = $1 AND "rolled_back_at" IS NULL`,
          [name],
        );
        if (rows.some((r) => r.finished_at === null))
          throw new Error(
            `Migration ${name} failed earlier under "prisma migrate": settle it with "prisma migrate resolve" first.`,
          );
        if (rows.length > 0) {
          if (rows[0]!.checksum !== checksum) log(`warning: migration ${name} was changed after it had been applied`);
          return;
        }
        try {
          await client.query(sql.toString('utf8'));
        } catch (e) {
          throw new Error(`Migration ${name} failed and was undone: ${(e as Error).message}`, { cause: e });
        }
        await client.query(
          `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
           VALUES ($1, $2, $3, transaction_timestamp(), clock_timestamp(), 1)`,
          [randomUUID(), checksum, name],
        );
        applied.push(name);
      });
    }
    return applied;
  } catch (e) {
    failure = e as Error;
    throw e;
  } finally {
    client.release(failure);
  }
}
