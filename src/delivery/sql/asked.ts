import type { Tx } from '../../db/workspace.ts';
import type { AskedRow } from '../store.ts';

/** When every habit was last asked, in the database. */
export const askedRow = (tx: Tx): AskedRow => ({
  lastAsked: async () => (await tx.asked.findFirst())?.at,
  async noteAsked(at) {
    const { count } = await tx.asked.updateMany({ data: { at } });
    if (count === 0) await tx.asked.createMany({ data: [{ at }], skipDuplicates: true });
  },
});
