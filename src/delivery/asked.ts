import type { Tx } from '../db/workspace.ts';

/** When every habit was last asked what is due; undefined: never. */
export const lastAsked = async (tx: Tx): Promise<Date | undefined> => (await tx.asked.findFirst())?.at;

/** Notes that every habit has been asked now, and has answered. */
export async function noteAsked(tx: Tx, at: Date): Promise<void> {
  const { count } = await tx.asked.updateMany({ data: { at } });
  if (count === 0) await tx.asked.createMany({ data: [{ at }], skipDuplicates: true });
}
