import type { Tx } from '../../db/workspace.ts';
import { fold, wordsOf } from '../../words.ts';
import { type Change, type Facts, STATUSES } from './facts-rules.ts';
import type { Customer } from './store.ts';

/** What is known of customers, archived ones too. */
export const factsStore = (tx: Tx) => ({
  find: async (id: string): Promise<Facts | undefined> => {
    const row = await tx.customer.findFirst({ where: { id } });
    return row
      ? {
          ...{ id, name: row.name, sort: row.sort === 'kind' ? 'kind' : 'customer', key: row.key },
          ...{ contactId: row.contactId, fits: row.fits, segment: row.segment, doNotContact: row.doNotContact },
          status: STATUSES.find((status) => status === row.status) ?? 'customer',
          isArchived: row.archivedAt !== null,
        }
      : undefined;
  },

  /** The other customer who has this name, if there is one. */
  named: (name: string, { id, sort }: Pick<Customer, 'id' | 'sort'>) =>
    tx.customer.findFirst({ where: { sort, folded: fold(name), id: { not: id } }, select: { id: true } }),

  /** The other customer who has this number elsewhere. */
  keyed: (key: string, id: string) =>
    tx.customer.findFirst({ where: { key, id: { not: id } }, select: { id: true, name: true } }),

  change: async (id: string, change: Change): Promise<void> => {
    const { name } = change;
    await tx.customer.updateMany({
      where: { id },
      data: { ...change, ...(name !== undefined && { folded: fold(name) }) },
    });
    if (name !== undefined) await keepWords(tx, id, name);
  },

  /** Not offered any more, or offered again (null). What was said stays. */
  archive: (id: string, archivedAt: Date | null): Promise<unknown> =>
    tx.customer.updateMany({ where: { id }, data: { archivedAt } }),
});

/** By what a customer is found from now on. */
async function keepWords(tx: Tx, id: string, name: string): Promise<void> {
  await tx.customerWord.deleteMany({ where: { ofId: id } });
  await tx.customerWord.createMany({ data: wordsOf(name).map((word) => ({ word, ofId: id })) });
}
