import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Customer } from '../customers/index.ts';
import type { ConversationKind } from '../settings/index.ts';
import { DAYS_BACK } from './rules.ts';

/**
 * What somebody else may know of a conversation. Whose it is isn't in it, unless its author chose to be named: `by` is
 * their Slack user id then, else null. So whatever is made of it can't give anybody away.
 */
export type Heard = {
  id: string;
  customer: Customer;
  kind: ConversationKind;
  /** The author's day. */
  heldOn: string;
  learned: string;
  need: string | null;
  said: string | null;
  topic: string | null;
  by: string | null;
  /** It is the reader's own, for nobody else: said where it stands among what others may read. */
  onlyMe: boolean;
};

/** Whose eyes: a colleague's, by their Slack user id, or everybody's, for what stands where all can read it. */
export type Eyes = { userId: string } | 'everyone';

/** Told for others to read: nobody can have used what somebody kept to themselves. */
const FOR_OTHERS = Prisma.sql`c.readers <> 'me'`;

/**
 * May these eyes see this conversation? The one rule, as a condition on `conversations c`: its author sees it, colleagues
 * see what isn't "only me", and everybody sees what was shared. One that was withdrawn or erased is no row at all.
 */
export const visibleTo = (eyes: Eyes): Prisma.Sql =>
  eyes === 'everyone'
    ? Prisma.sql`(c.readers = 'story' OR c.readers = 'story_named')`
    : Prisma.sql`(${FOR_OTHERS} OR c.user_id = ${eyes.userId})`;

/** The columns of `Heard`, from `conversations c JOIN customers k`. The author stands in it where they chose so, nowhere else. */
export const HEARD = Prisma.sql`c.id, jsonb_build_object('id', k.id, 'name', k.name, 'sort', k.sort) AS customer, c.kind,
  to_char(c.held_on, 'YYYY-MM-DD') AS "heldOn", c.learned, c.need, c.said, c.topic,
  CASE WHEN c.readers = 'story_named' THEN c.user_id END AS by, c.readers = 'me' AS "onlyMe"`;

/** What others told, as far as it may be read. */
export const heardStore = (tx: Tx) => ({
  /** Undefined where it isn't for these eyes, or isn't there. */
  find: async (id: string, eyes: Eyes): Promise<Heard | undefined> => {
    const [found] = await tx.$queryRaw<Heard[]>`
      SELECT ${HEARD} FROM conversations c JOIN customers k ON k.id = c.customer_id
      WHERE c.id = ${id}::uuid AND ${visibleTo(eyes)}`;
    return found;
  },

  /** What was told of a customer, newest first: so many from a place on. */
  ofCustomer: (
    customerId: string,
    eyes: Eyes,
    { from, n }: { from: number; n: number },
  ): Promise<Heard[]> => tx.$queryRaw`
    SELECT ${HEARD} FROM conversations c JOIN customers k ON k.id = c.customer_id
    WHERE c.customer_id = ${customerId}::uuid AND ${visibleTo(eyes)}
    ORDER BY c.held_on DESC, c.saved_at DESC, c.id LIMIT ${n} OFFSET ${from}`,

  /** What was shared with everybody and held from one day to another, inclusive, newest first. */
  sharedBetween: (from: string, to: string, n: number): Promise<Heard[]> => tx.$queryRaw`
    SELECT ${HEARD} FROM conversations c JOIN customers k ON k.id = c.customer_id
    WHERE c.held_on BETWEEN ${from}::date AND ${to}::date AND ${visibleTo('everyone')}
    ORDER BY c.held_on DESC, c.saved_at DESC, c.id LIMIT ${n}`,

  /**
   * The latest of each customer that colleagues saved in a span of time, after this person had told something of the same
   * one for others to read, and without them. Of kinds of customers nothing: nobody spoke with the same ones.
   */
  sinceTheyTold: (userId: string, { since, until }: { since: Date; until: Date }, n: number) => tx.$queryRaw<
    (Heard & { savedAt: Date })[]
  >`
    SELECT * FROM (
      SELECT DISTINCT ON (c.customer_id) ${HEARD}, c.saved_at AS "savedAt"
      FROM (SELECT customer_id, min(saved_at) AS told_at FROM conversations c
          WHERE user_id = ${userId} AND ${FOR_OTHERS} GROUP BY customer_id) own
        JOIN customers k ON k.id = own.customer_id AND k.sort = 'customer' AND k.archived_at IS NULL
        JOIN conversations c ON c.customer_id = own.customer_id AND c.saved_at > own.told_at
      WHERE c.user_id <> ${userId} AND ${visibleTo({ userId })}
        AND c.saved_at > ${since}::timestamptz AND c.saved_at <= ${until}::timestamptz
        AND c.held_on >= ${since}::timestamptz::date - ${DAYS_BACK}::int
        AND NOT EXISTS (SELECT 1 FROM companions j
          WHERE j.conversation_id = c.id AND j.user_id = ${userId} AND j.answer = 'yes')
      ORDER BY c.customer_id, c.saved_at DESC) latest
    ORDER BY "savedAt" DESC LIMIT ${n}`,

  /** Who told others something of a customer, but for one person, the latest first; of a kind of customers nobody. */
  tellersOf: async (customerId: string, but: string, n: number): Promise<string[]> => {
    const rows = await tx.$queryRaw<{ userId: string }[]>`
      SELECT DISTINCT user_id AS "userId" FROM (
        SELECT c.user_id FROM conversations c
        WHERE c.customer_id = ${customerId}::uuid AND c.user_id <> ${but} AND ${FOR_OTHERS}
          AND EXISTS (SELECT 1 FROM customers k WHERE k.id = c.customer_id AND k.sort = 'customer')
        ORDER BY c.held_on DESC LIMIT ${n}) latest`;
    return rows.map(({ userId }) => userId);
  },

  /** Whether somebody told others something of a customer. */
  hasTold: async (userId: string, customerId: string): Promise<boolean> => {
    const found = await tx.$queryRaw<object[]>`
      SELECT 1 FROM conversations c
      WHERE c.customer_id = ${customerId}::uuid AND c.user_id = ${userId} AND ${FOR_OTHERS} LIMIT 1`;
    return found.length > 0;
  },

  /** The customers of whom somebody told others something, and since when. */
  customersToldBy: (userId: string): Promise<(Pick<Customer, 'id' | 'name'> & { toldAt: Date })[]> => tx.$queryRaw`
    SELECT k.id, k.name, min(c.saved_at) AS "toldAt"
    FROM conversations c JOIN customers k ON k.id = c.customer_id
    WHERE c.user_id = ${userId} AND ${FOR_OTHERS} AND k.sort = 'customer' AND k.archived_at IS NULL
    GROUP BY k.id, k.name`,
});
