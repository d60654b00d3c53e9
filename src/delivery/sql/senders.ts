import type { Tx } from '../../db/workspace.ts';
import type { SenderRows } from '../store.ts';

/** The workspace's sender, in the database. */
export const senderRows = (tx: Tx): SenderRows => ({
  async enrol(first) {
    await tx.sender.createMany({ data: [first], skipDuplicates: true });
    await tx.sender.updateMany({ where: { stoppedBy: { not: null } }, data: { stoppedBy: null } });
  },
  async takeLease(holder, now, until) {
    const [row] = await tx.sender.updateManyAndReturn({
      where: { OR: [{ holder }, { leaseUntil: null }, { leaseUntil: { lte: now } }] },
      data: { holder, leaseUntil: until },
    });
    return row ?? null;
  },
  async releaseLease(holder) {
    await tx.sender.updateMany({ where: { holder }, data: { holder: null, leaseUntil: null } });
  },
  async heldBy(holder) {
    const [row] = await tx.sender.updateManyAndReturn({ where: { holder }, data: { holder } });
    return row ?? null;
  },
  async learn(holder, lesson) {
    await tx.sender.updateMany({ where: { holder }, data: lesson });
  },
  fence: async () => (await tx.sender.findFirst({ select: { fence: true } }))?.fence ?? 0,
});
