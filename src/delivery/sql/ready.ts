import type { Tx } from '../../db/workspace.ts';
import { whereabouts } from '../../features/people/index.ts';
import type { ReadyRows } from '../store.ts';

/** Rows whose turn it is, in the database. */
export const readyRows = (tx: Tx): ReadyRows => ({
  async firstReady(now, { recipients, mayEdit }) {
    const [first] = await tx.$queryRaw<{ key: string }[]>`
      SELECT key FROM outbox
      WHERE state = 'pending' AND not_before <= ${now}::timestamptz AND recipient <> ALL(${[...recipients]}::text[])
        AND (ts IS NULL OR ${mayEdit})
      ORDER BY priority, not_before, due_at, key LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return first ? tx.outbox.findFirst({ where: { key: first.key } }) : null;
  },
  find: (key) => tx.outbox.findFirst({ where: { key } }),
  async settle(key, changes) {
    await tx.outbox.updateMany({ where: { key }, data: changes });
  },
  whereabouts: (userId, house) => whereabouts(tx, userId, house),
  unaskedSince: (since, { recipient, key }) =>
    tx.outbox.findMany({
      where: {
        recipient,
        unasked: true,
        key: { not: key },
        OR: [{ sentAt: { gte: since } }, { sentAt: null, state: { in: ['sending', 'unknown'] } }],
      },
      select: { sentAt: true, leaseUntil: true, monthlyHabit: true },
    }),
});
