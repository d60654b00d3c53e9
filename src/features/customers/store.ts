import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { dayOf } from '../../time.ts';
import { END_OF_PREFIX as END, fold, wordsOf } from '../../words.ts';
import { tidyName } from './rules.ts';

/** A customer, or a kind of customer without a name. */
export type Customer = { id: string; name: string; sort: 'customer' | 'kind' };

/** One customer to talk to, and the day of the last conversation that counted; null: none that we know of. */
export type Suggestion = { id: string; name: string; lastSpokenOn: string | null };

type Added = { name: string; sort: Customer['sort']; id: string; by: string; at: Date };

export const customerStore = (tx: Tx) => ({
  /** A double that was merged is the customer it was merged into. */
  find: async (id: string): Promise<Customer | undefined> => {
    const row = await tx.customer.findFirst({ where: { id }, select: FIELDS });
    const meant = row?.mergedInto
      ? await tx.customer.findFirst({ where: { id: row.mergedInto }, select: FIELDS })
      : row;
    return customerIn(meant);
  },

  /** The same for who is about to write of it: until the transaction ends it isn't merged away. */
  hold: async (id: string): Promise<Customer | undefined> => {
    const [row] = await tx.$queryRaw<{ mergedInto: string | null }[]>`
      SELECT merged_into AS "mergedInto" FROM customers WHERE id = ${id}::uuid FOR KEY SHARE`;
    return row?.mergedInto ? customerStore(tx).hold(row.mergedInto) : customerStore(tx).find(id);
  },

  /** Those whose name has words that begin with every word typed, by name. */
  search: async (typed: string, limit: number): Promise<Customer[]> =>
    wordsOf(typed).length > 0 ? tx.$queryRaw<Customer[]>(searchSql(typed, limit)) : [],

  /** Whom this person spoke with last, then others by name: what a select shows before anything is typed. */
  nearby: async (userId: string, limit: number): Promise<Customer[]> => {
    const mine = await tx.$queryRaw<Customer[]>`
      SELECT c.id, c.name, c.sort FROM customers c
      JOIN (SELECT customer_id, max(held_on) AS last FROM conversations WHERE user_id = ${userId} GROUP BY 1) mine
        ON mine.customer_id = c.id
      WHERE c.archived_at IS NULL ORDER BY mine.last DESC, c.folded, c.id LIMIT ${limit}`;
    return [...mine, ...(await tx.$queryRaw<Customer[]>(byNameSql(mine, limit - mine.length)))];
  },

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
    const known = await tx.customer.findFirstOrThrow({ where: { sort, folded }, select: FIELDS });
    const meant = known.mergedInto ?? known.id;
    await tx.customer.updateMany({ where: { id: meant, archivedAt: { not: null } }, data: { archivedAt: null } });
    return (await customerStore(tx).hold(meant)) ?? { id: meant, name: known.name, sort };
  },

  /** A customer to suggest once more, as it stands now; undefined where it went away or no longer wants contact. */
  suggestion: async (id: string): Promise<Suggestion | undefined> => {
    const customer = await tx.customer.findFirst({
      where: { id, archivedAt: null, doNotContact: false },
      select: { name: true },
    });
    if (!customer) return undefined;
    const { _max } = await tx.conversation.aggregate({
      where: { customerId: id, counts: true },
      _max: { heldOn: true },
    });
    return { id, name: customer.name, lastSpokenOn: _max.heldOn && dayOf(_max.heldOn) };
  },
});

/**
 * Each word is looked up by itself and once, and what all have in common is taken. The rest follows from ids: a database
 * that hasn't counted its rows yet, as after an import, would go through all of one word's customers for each of another's.
 */
export const searchSql = (typed: string, limit: number): Prisma.Sql => {
  const found = wordsOf(typed).map(
    (word) => Prisma.sql`SELECT DISTINCT of_id FROM customer_words WHERE word >= ${word} AND word < ${word + END}`,
  );
  return Prisma.sql`
    WITH /* planned anew */ found AS MATERIALIZED (${Prisma.join(found, ' INTERSECT ')})
    SELECT c.id, c.name, c.sort FROM found JOIN customers c ON c.id = found.of_id
    WHERE c.archived_at IS NULL ORDER BY c.folded, c.id LIMIT ${limit}`;
};

/** The first so many by name, besides these. */
export const byNameSql = (besides: readonly Pick<Customer, 'id'>[], limit: number): Prisma.Sql => Prisma.sql`
  SELECT /* planned anew */ c.id, c.name, c.sort FROM customers c
  WHERE c.archived_at IS NULL AND c.id <> ALL (${besides.map(({ id }) => id)}::uuid[])
  ORDER BY c.folded, c.id LIMIT ${limit}`;

const FIELDS = { id: true, name: true, sort: true, archivedAt: true, mergedInto: true } as const;

type Row = { id: string; name: string; sort: string; archivedAt: Date | null };

/** The schema's CHECK knows no other sorts. */
const customerIn = (row: Row | null): Customer | undefined =>
  row && row.archivedAt === null
    ? { id: row.id, name: row.name, sort: row.sort === 'kind' ? 'kind' : 'customer' }
    : undefined;
