import type { Tx } from '../../db/workspace.ts';
import { dayOf } from '../../time.ts';
import { END_OF_PREFIX as END, fold, wordsOf } from '../../words.ts';
import { tidyName } from './rules.ts';

/** A customer, or a kind of customer without a name. */
export type Customer = { id: string; name: string; sort: 'customer' | 'kind' };

/** One customer to talk to, and the day of the last conversation that counted; null: none that we know of. */
export type Suggestion = { id: string; name: string; lastSpokenOn: string | null };

type Added = { name: string; sort: Customer['sort']; id: string; by: string; at: Date };

export const customerStore = (tx: Tx) => ({
  find: async (id: string): Promise<Customer | undefined> =>
    customerIn(await tx.customer.findFirst({ where: { id, archivedAt: null }, select: FIELDS })),

  /** Those whose name has words that begin with every word typed, by name. */
  search: async (typed: string, limit: number): Promise<Customer[]> => {
    const [first, ...others] = wordsOf(typed).sort((a, b) => b.length - a.length);
    if (first === undefined) return [];
    return tx.$queryRaw<Customer[]>`
      SELECT c.id, c.name, c.sort FROM customers c
      WHERE c.archived_at IS NULL
        AND c.id IN (SELECT of_id FROM customer_words WHERE word >= ${first} AND word < ${first + END})
        AND NOT EXISTS (
          SELECT 1 FROM unnest(${others}::text[]) AS o(word)
          WHERE NOT EXISTS (SELECT 1 FROM customer_words w WHERE w.of_id = c.id AND w.word >= o.word AND w.word < o.word || ${END}))
      ORDER BY c.folded, c.id LIMIT ${limit}`;
  },

  /** Whom this person spoke with last, then others by name: what a select shows before anything is typed. */
  nearby: (userId: string, limit: number) => tx.$queryRaw<Customer[]>`
    SELECT c.id, c.name, c.sort FROM customers c
    LEFT JOIN (SELECT customer_id, max(held_on) AS last FROM conversations WHERE user_id = ${userId} GROUP BY 1) mine
      ON mine.customer_id = c.id
    WHERE c.archived_at IS NULL ORDER BY mine.last DESC NULLS LAST, c.folded, c.id LIMIT ${limit}`,

  /** The customer of this name, added where nobody has it yet. Two who add the same at once get the same. */
  findOrAdd: async ({ name, sort, id, by, at }: Added): Promise<Customer> => {
    const tidy = tidyName(name);
    const folded = fold(tidy);
    const added = await tx.customer.createMany({
      data: { id, name: tidy, folded, sort, doNotContact: false, addedBy: by, addedAt: at },
      skipDuplicates: true,
    });
    if (added.count > 0)
      await tx.customerWord.createMany({
        data: wordsOf(tidy).map((word) => ({ word, ofId: id })),
        skipDuplicates: true,
      });
    else await tx.customer.updateMany({ where: { sort, folded }, data: { archivedAt: null } });
    const known = await tx.customer.findFirstOrThrow({ where: { sort, folded }, select: FIELDS });
    return { ...known, sort };
  },

  /**
   * The customer with the longest silence among those fewest colleagues were sent to this month, so that nobody is
   * called four times. Never one who doesn't want to be contacted, nor one in `except`.
   */
  suggest: async (month: string, except: readonly string[]): Promise<Suggestion | undefined> => {
    const [row] = await tx.$queryRaw<{ id: string; name: string; last: Date | null }[]>`
      SELECT c.id, c.name, spoken.last FROM customers c
      LEFT JOIN (SELECT customer_id, max(held_on) AS last FROM conversations WHERE counts GROUP BY 1) spoken ON spoken.customer_id = c.id
      LEFT JOIN (SELECT customer_id, count(*) AS times FROM nudges WHERE month = ${month} GROUP BY 1) sent ON sent.customer_id = c.id
      WHERE c.sort = 'customer' AND c.archived_at IS NULL AND NOT c.do_not_contact AND c.id <> ALL (${[...except]}::uuid[])
      ORDER BY coalesce(sent.times, 0), spoken.last NULLS FIRST, c.folded, c.id LIMIT 1`;
    return row && { id: row.id, name: row.name, lastSpokenOn: row.last && dayOf(row.last) };
  },

  /** A customer to suggest once more, as it stands now; undefined where it went away or no longer wants contact. */
  suggestion: async (id: string): Promise<Suggestion | undefined> => {
    const customer = await tx.customer.findFirst({
      where: { id, archivedAt: null, doNotContact: false },
      select: FIELDS,
    });
    if (!customer) return undefined;
    const { _max } = await tx.conversation.aggregate({
      where: { customerId: id, counts: true },
      _max: { heldOn: true },
    });
    return { id, name: customer.name, lastSpokenOn: _max.heldOn && dayOf(_max.heldOn) };
  },
});

const FIELDS = { id: true, name: true, sort: true } as const;

/** The schema's CHECK knows no other sorts. */
const customerIn = (row: { id: string; name: string; sort: string } | null): Customer | undefined =>
  row ? { ...row, sort: row.sort === 'kind' ? 'kind' : 'customer' } : undefined;
