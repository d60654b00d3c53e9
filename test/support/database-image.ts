import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { MIGRATIONS } from '../../src/db/open.ts';
import { pglitePool } from '../../src/db/pglite-pool.ts';
import { noLog } from './no-log.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** File that holds a migrated, empty PGlite, for `testDatabase()`. */
    databaseImage: string;
  }
}

/** Before all tests: one migrated database, kept in the temporary directory until a migration changes. */
export async function setup(project: TestProject) {
  const image = path.join(tmpdir(), `mantra-test-database-${fingerprint()}.tar`);
  if (!existsSync(image)) await make(image);
  project.provide('databaseImage', image);
}

function fingerprint(): string {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const hash = createHash('sha256').update(readFileSync(pglite));
  for (const name of readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(path.join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Written beside its place and moved there, so that a run started at the same moment never reads half an image. */
async function make(image: string) {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  await migrate(pool, MIGRATIONS, noLog);
  await pool.end();
  const dump = await db.dumpDataDir('none');
  await db.close();
  const fresh = `${image}.${process.pid}`;
  writeFileSync(fresh, Buffer.from(await dump.arrayBuffer()));
  renameSync(fresh, image);
}
