import type { WorkspaceDb } from '../../../src/db/workspace.ts';

/** Conversations of one transaction: few enough to stay short. */
const CHUNK = 5_000;

/** So many different words are told, the first far more often than the last: about every third conversation has it. */
export const VOCABULARY = 5_000;
const WORDS_EACH = 8;

/** Half of all conversations have the one, the others the other, and none has both. */
export const NEVER_TOGETHER = ['kersen', 'peren'] as const;

/** How often one of the house's topics was chosen. */
export const TOPICS = ['levering', 'prijs', 'app'] as const;

/**
 * So many conversations in two years with the customers that are there, of two thousand colleagues; one in ten is "only me".
 * Made by the database: to send them would take longer than all that is measured.
 */
export async function tellMany(db: WorkspaceDb, many: number, lastDay: string): Promise<void> {
  const customers = await db.run((tx) => tx.customer.count());
  for (let from = 0; from < many; from += CHUNK) {
    const [first, last] = [from, Math.min(many, from + CHUNK) - 1];
    await db.run(async (tx) => {
      await tx.$executeRaw`
        WITH known AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM customers)
        INSERT INTO conversations (id, user_id, customer_id, kind, learned, held_on, readers, counts, topic, saved_at)
        SELECT md5('told ' || i)::uuid, 'U0P' || i % 2000, k.id, 'call', t.learned, t.day,
          CASE WHEN i % 10 = 7 THEN 'me' ELSE 'colleagues' END, true,
          CASE WHEN i % 4 = 0 THEN (ARRAY['levering', 'prijs', 'app'])[1 + i / 4 % 3] END, t.day + time '12:00'
        FROM generate_series(${first}::int, ${last}::int) AS i
          JOIN known k ON k.place = i % ${customers}::int,
          LATERAL (SELECT ${lastDay}::date - (i * 730.0 / ${many}::int)::int AS day,
            CASE WHEN i % 2 = 0 THEN 'kersen ' ELSE 'peren ' END || (
              SELECT string_agg(substr(md5('word ' || floor(${VOCABULARY}::int
                * power(('x' || left(md5(i || ' ' || n), 7))::bit(28)::int / 268435456.0, 3))::int), 1, 8), ' ')
              FROM generate_series(1, ${WORDS_EACH}::int) AS n) AS learned) t`;
      await tx.$executeRaw`
        INSERT INTO conversation_words (of_id, word)
        SELECT DISTINCT c.id, w FROM generate_series(${first}::int, ${last}::int) AS i
          JOIN conversations c ON c.id = md5('told ' || i)::uuid, unnest(string_to_array(c.learned, ' ')) AS w`;
    });
  }
}
