import type { Tx } from '../../db/workspace.ts';
import type { Customer } from '../customers/index.ts';

/** What the directory knows of a customer, as far as their page shows it. */
export type Facts = { customer: Customer; doNotContact: boolean };

export const pageStore = (tx: Tx) => ({
  /** Undefined where they are gone from the directory. */
  facts: async (id: string): Promise<Facts | undefined> => {
    const found = await tx.customer.findFirst({
      where: { id, archivedAt: null },
      select: { id: true, name: true, sort: true, doNotContact: true },
    });
    if (!found) return undefined;
    const { doNotContact, ...customer } = found;
    return { customer: { ...customer, sort: customer.sort === 'kind' ? 'kind' : 'customer' }, doNotContact };
  },
});
