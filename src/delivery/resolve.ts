import type { WebClient } from '@slack/web-api';
import type { Tx } from '../db/workspace.ts';
import { plus } from '../time.ts';
import { EVENT_TYPE } from './call.ts';
import type { Sending } from './claim.ts';
import { outcomeOf } from './outcome.ts';
import { OLDEST_BACKUP_DAYS, ZONES_APART_HOURS } from './restored.ts';
import type { DeliveryStore, Row, RowChanges, SenderRow } from './store.ts';
import { isPerson } from './verdict.ts';

/** A post whose answer was lost, when it was due, and when its request left at the earliest. */
export type Lost = { key: string; recipient: string; fence: number | null; dueAt: Date; since: Date };

/** What reading the DM back came to. `unreadable`: nobody knows yet. */
export type Reading =
  | { is: 'found'; channel: string; ts: string }
  | { is: 'absent' }
  | { is: 'unreachable'; code: string }
  | { is: 'unreadable'; code: string; retryAfter: number };

/** Seconds in which nobody else reads back the same row. */
const READING_SECONDS = 60;
/** Seconds before a DM that couldn't be read is read again. */
const AGAIN_SECONDS = 10;
/** Slack's clock and ours may differ; a message that stands for an hour isn't missed. */
const CLOCKS_DIFFER_HOURS = 1;
const PAGE = 100;

/**
 * The next lost post whose quarantine is over. One in a channel isn't read back (decisions, "The outbox"): it is posted
 * again at once. Undefined where there is none, or another instance sends.
 */
export async function nextLost(sending: Sending, tx: Tx, now: Date): Promise<Lost | 'settled' | undefined> {
  const { holder, options } = sending;
  const store = sending.store(tx);
  const sender = await store.takeLease(holder, now, plus(now, { seconds: options.leaseSeconds }));
  if (!sender || sender.stoppedBy) return undefined;
  const row = await store.firstLost(now);
  if (!row) return undefined;
  if (!isPerson(row.recipient)) {
    await store.settleLost(row, { state: 'pending', notBefore: row.dueAt });
    return 'settled';
  }
  await store.settleLost(row, { notBefore: plus(now, { seconds: READING_SECONDS }) });
  const since = plus(leftAt(row, sender, options.claimSeconds), { hours: -CLOCKS_DIFFER_HOURS });
  const { key, recipient, fence, dueAt } = row;
  return { key, recipient, fence, dueAt, since };
}

/**
 * When the request left at the earliest. A claim that a restored database has forgotten may have been made at any time since
 * its backup, and for another due moment: there what happened then may have made the same message again.
 */
function leftAt({ leaseUntil, dueAt }: Row, { restoredAt }: SenderRow, claimSeconds: number): Date {
  if (leaseUntil) return plus(leaseUntil, { seconds: -claimSeconds });
  const byDue = plus(dueAt, { hours: -ZONES_APART_HOURS });
  const byBackup = restoredAt ? plus(restoredAt, { days: -OLDEST_BACKUP_DAYS }) : byDue;
  return new Date(Math.min(byDue.getTime(), byBackup.getTime()));
}

/** Looks for the key in the person's DM, newest first. Never throws. */
export async function readBack(bulk: WebClient, { key, recipient, since }: Lost): Promise<Reading> {
  try {
    const { channel: dm } = await bulk.conversations.open({ users: recipient });
    if (!dm?.id) return { is: 'unreadable', code: 'no_channel', retryAfter: AGAIN_SECONDS };
    const ts = await find(bulk, dm.id, key, since);
    return ts === undefined ? { is: 'absent' } : { is: 'found', channel: dm.id, ts };
  } catch (error) {
    const outcome = outcomeOf(error, { to: 'person', charts: false });
    if (outcome.is === 'failed') return { is: 'unreachable', code: outcome.code };
    const retryAfter = outcome.is === 'limited' ? outcome.retryAfter : AGAIN_SECONDS;
    return { is: 'unreadable', code: outcome.is === 'done' ? 'done' : outcome.code, retryAfter };
  }
}

/** Writes what was read. A late answer may have settled the row meanwhile: then nothing changes. */
export function recordReading(store: DeliveryStore, lost: Lost, reading: Reading, now: Date): Promise<void> {
  if (reading.is === 'found') return store.recordFound(lost, reading, now);
  const lastError = reading.is === 'absent' ? 'not in the DM' : reading.code;
  return store.settleLost(lost, { lastError, ...consequence(lost, reading, now) });
}

/** What is posted again has its old place among the others. */
function consequence({ dueAt }: Lost, reading: Exclude<Reading, { is: 'found' }>, now: Date): RowChanges {
  switch (reading.is) {
    case 'absent':
      return { state: 'pending', leaseUntil: null, notBefore: dueAt };
    case 'unreachable':
      return { state: 'failed' }; // it keeps its lease: the post may stand, and is looked for again before it is repeated
    case 'unreadable':
      return { notBefore: plus(now, { seconds: reading.retryAfter }) };
  }
}

async function find(bulk: WebClient, channel: string, key: string, since: Date): Promise<string | undefined> {
  let cursor = '';
  do {
    const page = await bulk.conversations.history({
      channel,
      oldest: (since.getTime() / 1000).toFixed(6),
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    const ours = page.messages?.find((message) => bears(message, key));
    if (ours?.ts) return ours.ts;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  return undefined;
}

type Marked = { metadata?: { event_type?: string; event_payload?: object }; blocks?: { block_id?: string }[] };

/** The key stands in the metadata and in a block: either is enough. */
function bears({ metadata, blocks }: Marked, key: string): boolean {
  const payload = metadata?.event_payload;
  if (metadata?.event_type === EVENT_TYPE && payload && 'k' in payload && payload.k === key) return true;
  return blocks?.some(({ block_id }) => block_id === key) ?? false;
}
