import type { Tx } from './workspace.ts';

/** How long a request is remembered, in hours: far longer than Slack repeats one. */
const REMEMBERED = 24;

/**
 * Whether this request has had no effect yet; from the same transaction on it has. `requestId` is Slack's trigger_id or
 * event_id: a request that comes twice, by Slack's retries or somebody's replay, works once.
 */
export async function once(tx: Tx, requestId: string, now: Date): Promise<boolean> {
  const { count } = await tx.handled.createMany({ data: [{ id: requestId, at: now }], skipDuplicates: true });
  return count > 0;
}

/** Nightly: what nobody repeats any more. */
export const forgetRequests = (tx: Tx, now: Date) =>
  tx.handled.deleteMany({ where: { at: { lt: new Date(now.getTime() - REMEMBERED * 3_600_000) } } });
