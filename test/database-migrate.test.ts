import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isMigrated, migrate } from '../src/db/migrate.ts';
import { pglitePool } from '../src/db/pglite-pool.ts';
import { openServer } from '../src/db/store.ts';
import type { Log } from '../src/log.ts';
import { emptyDatabaseOn } from './support/database.ts';
import { noLog } from './support/no-log.ts';
import { postgresFor } from './support/postgres.ts';

type Place = { pool: pg.Pool; close(): Promise<void> };

async function inMemory(): Promise<Place> {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  const close = async () => {
    await pool.end();
    await db.close();
  };
  return { pool, close };
}

const server = postgresFor('migrations on PostgreSQL');
async function onServer(): Promise<Place> {
  const { url, drop } = await emptyDatabaseOn(server ?? '');
  const store = openServer(url, noLog);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { pool: store.pool, close };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'mantra-migrations-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, sql: string) {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, 'migration.sql'), sql);
}

const places = [
  { name: 'the embedded database', open: inMemory, missing: false },
  { name: 'PostgreSQL', open: onServer, missing: !server },
];

for (const { name, open, missing } of places) {
  describe.skipIf(missing)(`migrations on ${name}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    });
    beforeEach(async () => {
      await place.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    });
    afterAll(() => place.close());

    it('are applied in order of their names, each once', async () => {
      write('2_fill', `INSERT INTO cups VALUES ('blue');`);
      write('1_cups', 'CREATE TABLE cups (colour text);');
      expect(await migrate(place.pool, dir, noLog)).toEqual(['1_cups', '2_fill']);
      write('3_more', `INSERT INTO cups VALUES ('red'); -- a comment; with a semicolon`);
      expect(await migrate(place.pool, dir, noLog)).toEqual(['3_more']);
      expect((await place.pool.query('SELECT colour FROM cups')).rows).toEqual([{ colour: 'blue' }, { colour: 'red' }]);
    });

    it('that fail half-way leave nothing behind, and work once they are mended', async () => {
      write('1_cups', 'CREATE TABLE cups (colour text); SELECT 1 / 0;');
      await expect(migrate(place.pool, dir, noLog)).rejects.toThrow(
        'Migration 1_cups failed and was undone: division by zero',
      );
      expect((await place.pool.query(`SELECT to_regclass('cups') AS cups`)).rows).toEqual([{ cups: null }]);
      write('1_cups', 'CREATE TABLE cups (colour text);');
      expect(await migrate(place.pool, dir, noLog)).toEqual(['1_cups']);
    });

    it('that were changed after they had been applied are told of, not applied again', async () => {
      write('1_cups', 'CREATE TABLE cups (colour text);');
      await migrate(place.pool, dir, noLog);
      write('1_cups', 'CREATE TABLE cups (colour text, size int);');
      const warned: object[] = [];
      const log: Log = { ...noLog, warn: (fields) => warned.push(fields) };
      expect(await migrate(place.pool, dir, log)).toEqual([]);
      expect(warned).toEqual([{ name: '1_cups' }]);
    });

    it('are up to date only when all are applied, and none was changed since', async () => {
      write('1_cups', 'CREATE TABLE cups (colour text);');
      expect(await isMigrated(place.pool, dir)).toBe(false);
      await migrate(place.pool, dir, noLog);
      expect(await isMigrated(place.pool, dir)).toBe(true);
      write('2_fill', `INSERT INTO cups VALUES ('blue');`);
      expect(await isMigrated(place.pool, dir)).toBe(false);
      await migrate(place.pool, dir, noLog);
      write('1_cups', 'CREATE TABLE cups (colour text, size int);');
      expect(await isMigrated(place.pool, dir)).toBe(false);
    });

    it('that Prisma’s own tool left unfinished are for people to settle', async () => {
      await migrate(place.pool, dir, noLog);
      write('1_cups', 'CREATE TABLE cups (colour text);');
      await place.pool.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('1', 'x', '1_cups')`,
      );
      expect(await isMigrated(place.pool, dir)).toBe(false);
      await expect(migrate(place.pool, dir, noLog)).rejects.toThrow('prisma migrate resolve');
    });
  });
}
