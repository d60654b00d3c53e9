import type { Database } from '../../../src/db/open.ts';
import type { WorkspaceDb } from '../../../src/db/workspace.ts';
import { freshWorkspace } from '../../support/database.ts';

/** A workspace with so many customers, made by the database itself: a trade, a name of a place, a number. Invented. */
export async function fill(database: Database, customers: number): Promise<WorkspaceDb> {
  const { db } = await freshWorkspace(database);
  await db.run(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO customers (id, name, folded, sort, key, do_not_contact, added_at)
      SELECT md5(n::text)::uuid, name, translate(lower(name), 'é', 'e'), 'customer', 'D' || n, n % 50 = 0, '2026-01-05'::timestamptz
      FROM generate_series(1, ${customers}::int) n, LATERAL (
        SELECT (ARRAY['Bakkerij', 'Slagerij', 'Tuinderij', 'Café', 'Installatiebedrijf', 'Woningcorporatie', 'Gemeente'])[1 + n % 7]
          || ' ' || (ARRAY['Zuid', 'Noord', 'Oost', 'West', 'Linde', 'Waterland', 'Hoeve', 'Veenkade', 'Zuiderhof'])[1 + n % 9]
          || ' ' || n AS name) named`;
    await tx.$executeRaw`
      INSERT INTO customer_words (word, of_id)
      SELECT DISTINCT word, id FROM customers, regexp_split_to_table(folded, ' ') AS word`;
  });
  await database.maintain();
  return db;
}
