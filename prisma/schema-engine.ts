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

const ENGINE = '@prisma/schema-engine-wasm/schema_engine_bg';

/** The types of PostgreSQL's catalog that matter here: adapter-pg doesn't know "char". */
const OID = { char: 18, text: 25 };

/** What we use of WebAssembly: TypeScript declares it with the browser's library only. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, () => void> };
};

/** The SQL that turns what the migrations make into what the schema says, or null where they agree. */
export async function pendingSql(schema: string, migrations: string): Promise<string | null> {
  const engine = await loadSchemaEngine();
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...listMigrations(migrations) },
    to: { tag: 'schemaDatamodel', files: [{ path: schema, content: readFileSync(schema, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? null : stdout;
}

/** Node can't import WebAssembly yet: what its glue expects of a bundler is done by hand. */
async function loadSchemaEngine(): Promise<SchemaEngine> {
  const glue: typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & { __wbg_set_wasm(wasm: object): void } =
    await import(ENGINE);
  const bytes = readFileSync(new URL('./schema_engine_bg.wasm', import.meta.resolve(ENGINE)));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: scratchAdapter,
    connectToShadowDb: scratchAdapter,
  });
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
}

/** adapter-pg knows no "char" columns, which the catalog has, and splits scripts at every semicolon: both mended here. */
async function scratchAdapter(): Promise<SqlDriverAdapter> {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const query = pool.query.bind(pool);
  const chars = readCharsAsText(pool);
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (sql) => {
      const result = await adapter.queryRaw(sql);
      for (const column of chars()) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    },
    executeRaw: (sql) => adapter.executeRaw(sql),
    executeScript: async (sql) => void (await query(sql)),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: async () => {
      await adapter.dispose();
      await db.close();
    },
  };
}

/** From now on the pool calls "char" columns text; answers which columns of its last result were such. */
function readCharsAsText(pool: pg.Pool): () => number[] {
  const query = pool.query;
  let chars: number[] = [];
  const value = async (...args: unknown[]) => {
    const result: pg.QueryArrayResult = await Reflect.apply(query, pool, args);
    chars = result.fields.flatMap(({ dataTypeID }, column) => (dataTypeID === OID.char ? [column] : []));
    for (const field of result.fields) if (field.dataTypeID === OID.char) field.dataTypeID = OID.text;
    return result;
  };
  Object.defineProperty(pool, 'query', { value });
  return () => chars;
}

const listMigrations = (dir: string): MigrationList => ({
  baseDir: path.resolve(dir),
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: readFileSync(path.join(dir, 'migration_lock.toml'), 'utf8') },
  migrationDirectories: readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ path: name, migrationFile: { path: 'migration.sql', content: contentOf(dir, name) } })),
});

const contentOf = (dir: string, name: string) => ({
  tag: 'ok' as const,
  value: readFileSync(path.join(dir, name, 'migration.sql'), 'utf8'),
});
