import type { Tx } from '../../db/workspace.ts';
import type { ClaimedRows, LostRows } from '../store.ts';

/** Rows that are under a claim, in the database. */
export const claimedRows = (tx: Tx): ClaimedRows => ({
  async recordShown({ key, fence }, { channel, ts }, now) {
    const count = await tx.$executeRaw`
      UPDATE outbox SET channel = ${channel}, ts = ${ts}, shown = claimed,
        sent_at = coalesce(sent_at, ${now}::timestamptz), attempt = 0, last_error = NULL, lease_until = NULL,
        state = CASE WHEN gone OR wanted > claimed OR settles_at > ${now}::timestamptz THEN 'pending' ELSE 'sent' END,
        priority = CASE WHEN gone OR wanted > claimed THEN 1 ELSE priority END,
        not_before = CASE WHEN gone OR wanted > claimed THEN due_at ELSE coalesce(settles_at, not_before) END,
        settles_at = CASE WHEN settles_at > ${now}::timestamptz THEN settles_at END
      WHERE key = ${key}::uuid AND fence = ${fence} AND state IN ('sending', 'unknown')`;
    return count > 0;
  },
  async recordDeleted({ key, fence }) {
    const count = await tx.$executeRaw`
      UPDATE outbox SET channel = NULL, ts = NULL, shown = claimed, attempt = 0, last_error = NULL, lease_until = NULL,
        settles_at = NULL, state = CASE WHEN gone THEN 'sent' ELSE 'pending' END
      WHERE key = ${key}::uuid AND fence = ${fence} AND state IN ('sending', 'unknown')`;
    return count > 0;
  },
  async recordUndone({ key, fence }, changes) {
    const ours = { key, fence, state: { in: ['sending', 'unknown'] } };
    const { count } = await tx.outbox.updateMany({ where: ours, data: changes });
    return count > 0;
  },
});

/** Rows whose answer was lost, in the database. */
export const lostRows = (tx: Tx): LostRows => ({
  firstLost: (now) =>
    tx.outbox.findFirst({
      where: { state: 'unknown', notBefore: { lte: now } },
      orderBy: [{ priority: 'asc' }, { notBefore: 'asc' }, { key: 'asc' }],
    }),
  async settleLost({ key, fence }, changes) {
    await tx.outbox.updateMany({ where: { key, fence, state: 'unknown' }, data: changes });
  },
  async recordFound({ key, fence }, { channel, ts }, now) {
    await tx.$executeRaw`
      UPDATE outbox SET channel = ${channel}, ts = ${ts}, shown = claimed, attempt = 0, last_error = NULL,
        sent_at = coalesce(sent_at, ${now}::timestamptz), lease_until = NULL,
        state = CASE WHEN gone OR wanted > claimed THEN 'pending' ELSE 'sent' END,
        priority = CASE WHEN gone OR wanted > claimed THEN 1 ELSE priority END,
        not_before = due_at
      WHERE key = ${key}::uuid AND fence = ${fence} AND state = 'unknown'`;
  },
});
