import type { Tx } from '../../db/workspace.ts';
import { dateOf, firstOfMonth } from '../../time.ts';
import { END_OF_PREFIX as END } from '../../words.ts';
import type { Customer } from '../customers/index.ts';

/** What somebody looks for among their own: folded words that all must begin some word of it, and one customer. */
export type Wanted = { words: readonly string[]; customerId: string | null };

/** Somebody's own, each time by their id: what is here is for one pair of eyes. */
export const logbookStore = (tx: Tx) => ({
  /** The ids of all that fit, newest first; a customer's name fits wherever the word stands in it. */
  find: async (userId: string, { words, customerId }: Wanted): Promise<string[]> => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM conversations c JOIN customers k ON k.id = c.customer_id
      WHERE c.user_id = ${userId} AND (${customerId}::uuid IS NULL OR c.customer_id = ${customerId}::uuid)
        AND NOT EXISTS (
          SELECT 1 FROM unnest(${[...words]}::text[]) AS o(word)
          WHERE strpos(k.folded, o.word) = 0 AND NOT EXISTS (
            SELECT 1 FROM conversation_words w WHERE w.of_id = c.id AND w.word >= o.word AND w.word < o.word || ${END}))
      ORDER BY c.held_on DESC, c.saved_at DESC, c.id`;
    return rows.map(({ id }) => id);
  },

  /** Whom they spoke with, by name. */
  customers: (userId: string) => tx.$queryRaw<Customer[]>`
    SELECT c.id, c.name, c.sort FROM customers c
    WHERE c.id IN (SELECT customer_id FROM conversations WHERE user_id = ${userId}) ORDER BY c.folded, c.id`,

  /** The months since one (`YYYY-MM`) in which they had a conversation that counts, joint ones among them. */
  spokenMonths: async (userId: string, since: string): Promise<Set<string>> => {
    const rows = await tx.$queryRaw<{ month: string }[]>`
      SELECT to_char(held_on, 'YYYY-MM') AS month FROM conversations
      WHERE user_id = ${userId} AND counts AND held_on >= ${firstOfMonth(since)}::date
      UNION
      SELECT to_char(c.held_on, 'YYYY-MM') FROM companions j JOIN conversations c ON c.id = j.conversation_id
      WHERE j.user_id = ${userId} AND j.answer = 'yes' AND c.counts AND c.held_on >= ${firstOfMonth(since)}::date`;
    return new Set(rows.map(({ month }) => month));
  },

  /** Minutes with customers from a day on, of what they gave minutes for; null: of nothing. */
  minutesSince: async (userId: string, day: string): Promise<number | null> => {
    const { _sum } = await tx.conversation.aggregate({
      where: { userId, heldOn: { gte: dateOf(day) } },
      _sum: { minutes: true },
    });
    return _sum.minutes;
  },
});
