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
      SELECT c.id, c.name, spoken.last FROM (
        SELECT c.id, c.name, c.folded, ${approaches(approach)} AS often FROM customers c
        WHERE c.sort = 'customer' AND c.archived_at IS NULL AND NOT c.do_not_contact AND c.status <> 'former'
          AND c.id <> ALL (${[...except]}::uuid[])) c
      LEFT JOIN (SELECT customer_id, max(held_on) AS last FROM conversations WHERE counts GROUP BY 1) spoken
        ON spoken.customer_id = c.id
      LEFT JOIN (SELECT DISTINCT customer_id FROM nudges WHERE user_id = ${approach.userId}) before
        ON before.customer_id = c.id
      WHERE c.often < ${approach.times}
      ORDER BY before.customer_id IS NOT NULL, c.often, spoken.last NULLS FIRST, c.folded, c.id LIMIT ${limit}`;
    return rows.map(({ id, name, last }) => ({ id, name, lastSpokenOn: last && dayOf(last) }));
  },
});
