import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { dayOf } from '../../time.ts';
import type { Hesitation, Period } from './approach-rules.ts';
import type { Suggestion } from './store.ts';

/**
 * Who would approach a customer, in which period, of how many approaches in it. `again`: whether they may, where they have
 * spoken with this customer themself: nobody is warned of their own calls, but neither is anybody sent there once more.
 */
type Approach = { userId: string; period: Period; times: number; again: boolean };

/**
 * How often a customer (`c`) is approached in a period, seen by somebody who may be about to do so. One approach is
 * - a conversation on which we took the initiative, on its day;
 * - or else a person who means to have one: their plan for a day of the period that hasn't been dropped, or the customer
 *   that stands in their nudge of one of its months, unless they put that month aside.
 * A person's suggestion, plan and conversation are thus one, and what the asker themself has in mind takes nobody's place.
 */
const approaches = ({ userId, period: { from, to, months }, again }: Approach) => {
  const ours = Prisma.sql`t.customer_id = c.id AND t.initiative = 'we' AND t.held_on BETWEEN ${from}::date AND ${to}::date`;
  return Prisma.sql`((SELECT count(*) FROM conversations t WHERE ${ours} AND NOT (${again} AND t.user_id = ${userId})) + (
    SELECT count(DISTINCT m.user_id) FROM (
      SELECT n.user_id FROM nudges n WHERE n.customer_id = c.id AND n.month = ANY (${months}::text[])
        AND coalesce(n.answer, 'later') = 'later'
      UNION ALL
      SELECT p.user_id FROM plans p WHERE p.customer_id = c.id AND p.on_day BETWEEN ${from}::date AND ${to}::date
        AND coalesce(p.ended, 'done') = 'done') m
    WHERE m.user_id <> ${userId} AND NOT EXISTS (SELECT 1 FROM conversations t WHERE ${ours} AND t.user_id = m.user_id)))`;
};

/** Whom to call, and whom rather not. */
export const approachStore = (tx: Tx) => ({
  /**
   * What speaks against approaching a customer; undefined: nothing. To their fixed contact they are never too often
   * approached. Until the transaction ends nobody else gets an answer about this customer: no two take the last place.
   */
  hesitation: async (id: string, approach: Approach): Promise<Hesitation | undefined> => {
    await tx.$queryRaw`SELECT 1 FROM customers WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<{ quiet: boolean; often: bigint; theirs: boolean | null }[]>`
      SELECT c.do_not_contact AS quiet, ${approaches(approach)} AS often,
        c.contact_id = ${approach.userId} AND ${approach.again} AS theirs
      FROM customers c WHERE c.id = ${id}::uuid AND c.sort = 'customer'`;
    if (!row) return undefined;
    if (row.quiet) return 'do-not-contact';
    return row.often >= approach.times && !row.theirs ? 'enough' : undefined;
  },

  /** Whether nobody else is deciding about this customer at this very moment; from now on, we are. */
  isFree: async (id: string): Promise<boolean> => {
    const rows = await tx.$queryRaw<object[]>`
      SELECT 1 FROM customers WHERE id = ${id}::uuid AND archived_at IS NULL FOR NO KEY UPDATE SKIP LOCKED`;
    return rows.length > 0;
  },

  /**
   * Customers who may be approached: first whom this person wasn't sent to before, then whom fewest are, then the
   * longest silence, so that all customers are spoken with. None in `except`.
   */
  candidates: async (approach: Approach, except: readonly string[], limit: number): Promise<Suggestion[]> => {
    const rows = await tx.$queryRaw<{ id: string; name: string; last: Date | null }[]>`
      SELECT id, max(name) AS name, max(last) AS last FROM (${signsOf(approach)}) signs
      GROUP BY id HAVING max(name) IS NOT NULL AND sum(times) < ${approach.times} AND id <> ALL (${[...except]}::uuid[])
      ORDER BY bool_or(before), sum(times), max(last) NULLS FIRST, max(folded), id LIMIT ${limit}`;
    return rows.map(({ id, name, last }) => ({ id, name, lastSpokenOn: last && dayOf(last) }));
  },
});

/**
 * Everything that decides whom to suggest, under each other, to be added up by customer: gone through once, however many
 * there are. Asked customer by customer, or joined, it takes a database that hasn't counted its rows yet seconds (measured:
 * 5.8 s of 20,000 conversations).
 */
const signsOf = ({ userId, period: { from, to, months } }: Approach) => {
  const talks = Prisma.sql`SELECT customer_id, user_id FROM conversations
    WHERE initiative = 'we' AND held_on BETWEEN ${from}::date AND ${to}::date`;
  return Prisma.sql`
    SELECT /* planned anew */ id, name, folded, 0 AS times, NULL::date AS last, false AS before FROM customers
      WHERE sort = 'customer' AND archived_at IS NULL AND NOT do_not_contact AND status <> 'former'
    UNION ALL SELECT customer_id, NULL, NULL, (coalesce(initiative, '') = 'we' AND held_on BETWEEN ${from}::date AND ${to}::date)::int,
      CASE WHEN counts THEN held_on END, false FROM conversations
    UNION ALL SELECT customer_id, NULL, NULL, 1, NULL, false FROM (
      (SELECT customer_id, user_id FROM nudges
        WHERE month = ANY (${months}::text[]) AND customer_id IS NOT NULL AND coalesce(answer, 'later') = 'later'
      UNION SELECT customer_id, user_id FROM plans
        WHERE on_day BETWEEN ${from}::date AND ${to}::date AND customer_id IS NOT NULL AND coalesce(ended, 'done') = 'done')
      EXCEPT (${talks})) meant WHERE user_id <> ${userId}
    UNION ALL SELECT customer_id, NULL, NULL, 0, NULL, true FROM nudges WHERE user_id = ${userId} AND customer_id IS NOT NULL`;
};
