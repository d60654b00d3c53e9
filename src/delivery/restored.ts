import { plus } from '../time.ts';
import type { Sending } from './claim.ts';
import type { DeliveryStore, Row, SenderRow } from './store.ts';
import { isPerson } from './verdict.ts';

/**
 * Zones lie so far apart. Where the database has forgotten that somebody moved, or the house did, what they got already
 * seems to be due so much later.
 */
export const ZONES_APART_HOURS = 26;

/** Nobody puts back a backup that is older, where a message may wait for something to happen rather than for its day. */
export const OLDEST_BACKUP_DAYS = 7;

/**
 * Looks whether this database was restored from a backup, and writes it down: claims go on above all that were ever made,
 * so that none comes twice. Whoever else sends learns it from the same row. `sender` is held by us.
 */
export async function noteIfRestored(
  { deps, holder, mark }: Sending,
  store: DeliveryStore,
  sender: SenderRow,
  now: Date,
): Promise<boolean> {
  const known = mark.known();
  if (sender.fence >= known) return false;
  deps.log.error({ fence: sender.fence, known }, 'the database was restored: messages are read back');
  const fence = known + 1;
  await store.learn(holder, { fence, restoredFence: fence, restoredAt: now });
  return true;
}

/**
 * The same when a sender starts, though it may have nothing to send for days: what falls due long after the restore isn't
 * read back. Where another instance holds the lease, the first claim tells.
 */
export async function noteIfRestoredAtStart(sending: Sending, store: DeliveryStore, now: Date): Promise<void> {
  if ((await store.fence()) >= sending.mark.known()) return;
  const sender = await store.takeLease(sending.holder, now, now);
  if (sender) await noteIfRestored(sending, store, sender, now);
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
