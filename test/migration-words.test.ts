import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { MIGRATIONS } from '../src/db/open.ts';
import { pglitePool } from '../src/db/pglite-pool.ts';
import { wordsOf } from '../src/words.ts';
import { noLog } from './support/no-log.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const CUSTOMER = '00000000-0000-4000-8000-000000000002';
const LEARNED = 'De koelcel bij Café Noord is leeg: 3 pallets, vóór zes uur';

it('what was saved before there were words can be found by its words', async () => {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  const dir = mkdtempSync(path.join(tmpdir(), 'mantra-words-'));
  const names = readdirSync(MIGRATIONS).sort();
  const before = names.slice(
    0,
    names.findIndex((name) => name.endsWith('_conversation_words')),
  );
  for (const name of before) cpSync(path.join(MIGRATIONS, name), path.join(dir, name), { recursive: true });
  await migrate(pool, dir, noLog);
  await db.exec(`
    INSERT INTO workspaces VALUES ('one', 'T1', 'Lindenhof', 'U0', null, '2026-11-01'), ('two', 'T2', 'Elders', 'U0', null, '2026-11-01');
    INSERT INTO customers (workspace_id, id, name, folded, sort, do_not_contact, added_at)
      VALUES ('one', '${CUSTOMER}', 'Café Noord', 'cafe noord', 'customer', false, '2026-11-01');
    INSERT INTO conversations (workspace_id, id, user_id, customer_id, kind, learned, held_on, readers, counts, saved_at)
      VALUES ('one', '${ID}', 'USANNE', '${CUSTOMER}', 'call', '${LEARNED}', '2026-11-02', 'me', true, '2026-11-02')`);
  await migrate(pool, MIGRATIONS, noLog);
  const { rows } = await pool.query('SELECT workspace_id, of_id, word FROM conversation_words ORDER BY word');
  expect(rows).toEqual(
    wordsOf(LEARNED)
      .toSorted()
      .map((word) => ({ workspace_id: 'one', of_id: ID, word })),
  );
  await pool.end();
  await db.close();
  rmSync(dir, { recursive: true, force: true });
});
