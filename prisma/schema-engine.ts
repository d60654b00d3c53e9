// Development only: Prisma's schema engine as WebAssembly over an in-memory PGlite. Needs no download and no server.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { pglitePool } from '../src/db/pglite-pool.ts';

async function scratchAdapter(): Promise<SqlDriverAdapter> {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  // adapter-pg knows no "char" columns (the catalog has them) and splits scripts at every semicolon: mend both.
  const query = pool.query.bind(pool) as (...a: unknown[]) => Promise<pg.QueryArrayResult>;
  let chars: number[] = [];
  pool.query = (async (...a: unknown[]) => {
    const result = await query(...a);
    chars = [];
    result.fields?.forEach((f, i) => {
      if (f.dataTypeID === 18) {
        chars.push(i);
        f.dataTypeID = 25;
      }
    });
    return result;
  }) as never;
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (q) => {
      const r = await adapter.queryRaw(q);
      for (const i of chars) r.columnTypes[i] = ColumnTypeEnum.Character;
      return r;
    },
    executeRaw: (q) => adapter.executeRaw(q),
    executeScript: async (sql) => {
      await query(sql);
    },
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: async () => {
      await adapter.dispose();
      await db.close();
    },
  };
}

async function loadSchemaEngine(): Promise<SchemaEngine> {
  const glue = (await import(
    '@prisma/schema-engine-wasm/schema_engine_bg'
  )) as typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & { __wbg_set_wasm(x: unknown): void };
  const wasm = readFileSync(
    new URL('./schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: scratchAdapter,
      connectToShadowDb: scratchAdapter,
    }),
  );
}

export function listMigrations(dir: string): MigrationList {
  return {
    baseDir: path.resolve(dir),
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(dir, 'migration_lock.toml'), 'utf8') },
    migrationDirectories: readdirSync(dir, { withFileTypes: true })
      .filter((d) => d.isDirectory())
      .map((d) => d.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(path.join(dir, name, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

/** The SQL that turns what the migrations make into what the schema says, or null where they agree. */
export async function pendingSql(
  schemaFile = 'prisma/schema.prisma',
  migrations = 'prisma/migrations',
): Promise<string | null> {
  const engine = await loadSchemaEngine();
  const result = await engine.diff({
    from: { tag: 'migrations', ...listMigrations(migrations) },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.exitCode === 0 ? null : result.stdout;
}
