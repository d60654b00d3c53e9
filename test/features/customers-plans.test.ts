import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { byNameSql, searchSql } from '../../src/features/customers/store.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { fill } from '../bench/customers/fill.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Enough that reading all of them would be the dearer way. */
const CUSTOMERS = 20_000;

let database: TestDatabase;
let db: WorkspaceDb;
beforeAll(async () => {
  database = await testDatabase();
  db = await fill(database, CUSTOMERS);
  await database.pool.query('ANALYZE customers, customer_words');
});
afterAll(async () => database.close());

/** How the database goes about a question, bound to its workspace as every question is. */
async function planOf(sql: Prisma.Sql): Promise<string> {
  const rows = await db.run((tx) => tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${sql}`));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each(['zuiderh', 'cafe zu', 'bakkerij linde 4'])(
  '“%s” is looked up by the beginnings of words, each by an index',
  async (typed) => {
    const plan = await planOf(searchSql(typed, 100));
    const words = typed.split(' ').length;
    expect(plan.match(/customer_words_pkey/g)?.length).toBe(words);
    expect(plan).toMatch(/Index Cond: .*workspace_id = current_setting.*word >= /);
    expect(plan).not.toContain('Seq Scan on customer_words');
  },
);

it('before anything is typed, customers are read in the order of their names, and no more than are shown', async () => {
  const plan = await planOf(byNameSql([], 20));
  expect(plan).toContain('customers_workspace_id_folded_id_idx');
  expect(plan).not.toMatch(/Sort|Seq Scan/);
});
