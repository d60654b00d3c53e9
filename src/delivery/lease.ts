import type { Tx } from '../db/workspace.ts';
import type { Sender } from '../generated/prisma/client.ts';
import { plus } from '../time.ts';
import { firstPace } from './pace.ts';

/** Whoever starts to send for a workspace: makes its row, and tries again where an earlier token had been refused. */
export async function enrol(tx: Tx, now: Date, startRate: number): Promise<void> {
  await tx.sender.createMany({ data: [firstPace(now, startRate)], skipDuplicates: true });
  await tx.sender.updateMany({ where: { stoppedBy: { not: null } }, data: { stoppedBy: null } });
}

/**
 * The workspace's sender row, held by `holder` from now on; null where somebody else holds it. The row stays locked
 * until the transaction ends, so claims of one workspace happen one after the other.
 */
export async function takeLease(tx: Tx, holder: string, now: Date, seconds: number): Promise<Sender | null> {
  const [row] = await tx.sender.updateManyAndReturn({
    where: { OR: [{ holder }, { leaseUntil: null }, { leaseUntil: { lte: now } }] },
    data: { holder, leaseUntil: plus(now, { seconds }) },
  });
  return row ?? null;
}

/** Another instance may send at once. */
export async function releaseLease(tx: Tx, holder: string): Promise<void> {
  await tx.sender.updateMany({ where: { holder }, data: { holder: null, leaseUntil: null } });
}

/** The last claim of the workspace, whoever made it; 0: none yet. */
export const fenceOf = async (tx: Tx): Promise<number> =>
  (await tx.sender.findFirst({ select: { fence: true } }))?.fence ?? 0;
