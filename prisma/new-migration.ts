// Writes the migration that brings the database to what schema.prisma says: npm run migration:new -- add_reminders
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MIGRATIONS } from '../src/db/open.ts';
import { inPackage } from '../src/package-root.ts';
import { pendingSql } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration:new -- <name_in_snake_case>');
  process.exit(2);
}

const sql = await pendingSql(inPackage('prisma', 'schema.prisma'), MIGRATIONS);
if (sql === null) {
  console.log('The migrations already make what the schema says.');
  process.exit(0);
}

const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const dir = path.join(MIGRATIONS, `${timestamp}_${name}`);
mkdirSync(dir, { recursive: true });
writeFileSync(path.join(dir, 'migration.sql'), sql);
console.log(
  `Wrote ${path.relative('.', dir)}/migration.sql. A new table's policy and CHECK go below it by hand:\n\n${sql}`,
);
// The engine keeps its in-memory databases open.
process.exit(0);
