import { mkdirSync, writeFileSync } from 'node:fs';
import { pendingSql } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration:new -- <name_in_snake_case>');
  process.exit(2);
}
const sql = await pendingSql();
if (sql === null) {
  console.log('The migrations already make what the schema says.');
  process.exit(0);
}
const dir = `prisma/migrations/${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
mkdirSync(dir, { recursive: true });
writeFileSync(`${dir}/migration.sql`, sql);
console.log(`wrote ${dir}/migration.sql\n\n${sql}`);
process.exit(0);
