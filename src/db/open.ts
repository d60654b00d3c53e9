import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  kind: 'postgres' | 'embedded';
  close: () => Promise<void>;
}

/** Opens PostgreSQL when DATABASE_URL names one, otherwise the embedded database, and brings its schema up to date. */
export async function openDatabase(
  url = process.env['DATABASE_URL'],
  options: { migrations?: string } = {},
): Promise<Database> {
  const server = url !== undefined && /^postgres(ql)?:/.test(url);
  let pool: pg.Pool;
  let closeStore = async () => {};
  if (server) {
    // Prisma's adapter drops the offset of timestamptz values and assumes UTC: the session must be in UTC.
    pool = new pg.Pool({
      connectionString: url,
      max: Number(process.env['DATABASE_POOL'] ?? 10),
      options: '-c TimeZone=UTC',
      connectionTimeoutMillis: 10_000,
    });
  } else {
    const { maintainEmbedded, openEmbedded } = await import('./embedded.ts');
    const { pglitePool } = await import('./pglite-pool.ts');
    const embedded = await openEmbedded(url?.replace(/^file:/, '') || path.resolve('data/db'));
    pool = pglitePool(embedded.db);
    const upkeep = setInterval(() => {
      maintainEmbedded(pool).catch((e: Error) => console.error('embedded database upkeep failed:', e.message));
    }, 3_600_000).unref();
    closeStore = async () => {
      clearInterval(upkeep);
      await embedded.close();
    };
  }
  pool.on('error', (e) => console.error('idle database connection failed:', e.message));
  await migrate(pool, options.migrations ?? MIGRATIONS);
  // One connection serves the embedded database, so a transaction may have to wait for its turn.
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    kind: server ? 'postgres' : 'embedded',
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await closeStore();
    },
  };
}
