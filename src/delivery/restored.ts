import { plus } from '../time.ts';
import type { DeliveryStore, Row, SenderRow } from './store.ts';
import { isPerson } from './verdict.ts';

/**
 * Zones lie so far apart. Where the database has forgotten that somebody moved, or the house did, what they got already
 * seems to be due so much later.
 */
export const ZONES_APART_HOURS = 26;

/**
 * Writes down that this database was restored from a backup: claims go on above all that were ever made, so that none
 * comes twice. Whoever else sends learns it from the same row.
 */
export function noteRestored(store: DeliveryStore, holder: string, highestClaim: number, now: Date): Promise<void> {
  const fence = highestClaim + 1;
  return store.learn(holder, { fence, restoredFence: fence, restoredAt: now });
}

/**
 * Whether a message may have gone out in the time the restored database has forgotten: it was due then, by some zone, and
 * nobody has looked after it since. Rows made anew after the restore are among them. In a channel nothing is read back (decisions,
 * "The outbox").
 */
export function mayHaveGoneOut({ restoredAt, restoredFence }: SenderRow, row: Row): boolean {
  if (restoredAt === null || restoredFence === null || (row.fence ?? 0) >= restoredFence) return false;
  return isPerson(row.recipient) && row.ts === null && row.dueAt <= plus(restoredAt, { hours: ZONES_APART_HOURS });
}
