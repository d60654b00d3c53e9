import type { Tx } from '../../db/workspace.ts';
import { fold, wordsOf } from '../../words.ts';
import { type Change, type Facts, STATUSES } from './facts-rules.ts';
import type { Customer } from './store.ts';
import { namesOf } from './store-merge.ts';

/** What is known of customers, archived ones too. */
export const factsStore = (tx: Tx) => ({
  find: async (id: string): Promise<Facts | undefined> => {
    const row = await tx.customer.findFirst({ where: { id } });
    if (row?.mergedInto) return factsStore(tx).find(row.mergedInto);
    return row
      ? {
          ...{ id, name: row.name, sort: row.sort === 'kind' ? 'kind' : 'customer', key: row.key },
          ...{ contactId: row.contactId, fits: row.fits, segment: row.segment, doNotContact: row.doNotContact },
          status: STATUSES.find((status) => status === row.status) ?? 'customer',
          isArchived: row.archivedAt !== null,
        }
      : undefined;
  },

  /** The other customer who has this name, if there is one; a double that was merged into this one isn't another. */
  named: async (name: string, { id, sort }: Pick<Customer, 'id' | 'sort'>): Promise<boolean> => {
    const row = await tx.customer.findFirst({ where: { sort, folded: fold(name), id: { not: id } } });
    return row !== null && row.mergedInto !== id;
  },

  /** The other customer who has this number elsewhere. */
  keyed: (key: string, id: string) =>
    tx.customer.findFirst({ where: { key, id: { not: id } }, select: { id: true, name: true } }),

  change: async (id: string, change: Change): Promise<void> => {
    if (change.name !== undefined) await rename(tx, id, change.name);
    await tx.customer.updateMany({ where: { id }, data: change });
  },

  /** Not offered any more, or offered again (null). What was said stays. */
  archive: (id: string, archivedAt: Date | null): Promise<unknown> =>
    tx.customer.updateMany({ where: { id }, data: { archivedAt } }),
});

/** What a customer is called and found by from now on. A merged double of that name gives it up. */
async function rename(tx: Tx, id: string, name: string): Promise<void> {
  const folded = fold(name);
  const before = wordsOf((await namesOf(tx, id)).join(' '));
  await tx.$executeRaw`UPDATE customers SET folded = id::text WHERE merged_into = ${id}::uuid AND folded = ${folded}`;
  await tx.customer.updateMany({ where: { id }, data: { name, folded } });
  const words = wordsOf((await namesOf(tx, id)).join(' '));
  await tx.customerWord.deleteMany({ where: { ofId: id, word: { in: before } } });
  await tx.customerWord.createMany({ data: words.map((word) => ({ word, ofId: id })) });
}
