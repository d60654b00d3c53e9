import type { Tx } from '../db/workspace.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { plus } from '../time.ts';
import type { Claim, Sending } from './claim.ts';
import type { Outcome } from './outcome.ts';
import { limited } from './pace.ts';

/** Days until a channel that refused is asked again by itself, and until charts are tried again. */
const ASK_AGAIN_DAYS = 1;
/** Seconds before an edit whose answer was lost is repeated; doubled with every try. */
const REPEAT_SECONDS = 5;
/** The longest pause while Slack doesn't answer. */
const LONGEST_PAUSE_SECONDS = 60;
/** Ten tries make an hour and a half. */
const MOST_DOUBLINGS = 10;

/** Writes what became of a claim. Whoever lost the claim meanwhile changes nothing. Answers whether it was still ours. */
export async function record(sending: Sending, tx: Tx, claim: Claim, outcome: Outcome, now: Date): Promise<boolean> {
  await recordPace(sending, tx, claim, outcome, now);
  if (claim.what === 'delete' && (outcome.is === 'done' || outcome.is === 'missing')) return recordDeleted(tx, claim);
  if (outcome.is === 'done') return recordShown(tx, claim, outcome, now);
  const data = changes(sending, claim, outcome, now);
  const { count } = await tx.outbox.updateMany({ where: ours(claim), data });
  return count > 0;
}

/** A claim that ran out is `unknown` until it is resolved: a late answer still settles it. */
const ours = ({ key, fence }: Claim): Prisma.OutboxWhereInput => ({
  key,
  fence,
  state: { in: ['sending', 'unknown'] },
});

/** The newest version stands. Where an older one may still arrive from a lost call, it is written once more after that. */
async function recordShown(tx: Tx, { key, fence }: Claim, at: { channel: string; ts: string }, now: Date) {
  const count = await tx.$executeRaw`
    UPDATE outbox SET channel = ${at.channel}, ts = ${at.ts}, shown = claimed,
      sent_at = coalesce(sent_at, ${now}::timestamptz), attempt = 0, last_error = NULL, lease_until = NULL,
      state = CASE WHEN gone OR wanted > claimed OR settles_at > ${now}::timestamptz THEN 'pending' ELSE 'sent' END,
      priority = CASE WHEN gone OR wanted > claimed THEN 1 ELSE priority END,
      not_before = CASE WHEN gone OR wanted > claimed THEN due_at ELSE coalesce(settles_at, not_before) END,
      settles_at = CASE WHEN settles_at > ${now}::timestamptz THEN settles_at END
    WHERE key = ${key}::uuid AND fence = ${fence} AND state IN ('sending', 'unknown')`;
  return count > 0;
}

/** What was put again while it was being deleted is posted anew. */
async function recordDeleted(tx: Tx, { key, fence }: Claim) {
  const count = await tx.$executeRaw`
    UPDATE outbox SET channel = NULL, ts = NULL, shown = claimed, attempt = 0, last_error = NULL, lease_until = NULL,
      settles_at = NULL, state = CASE WHEN gone THEN 'sent' ELSE 'pending' END
    WHERE key = ${key}::uuid AND fence = ${fence} AND state IN ('sending', 'unknown')`;
  return count > 0;
}

type Undone = Exclude<Outcome, { is: 'done' }>;

function changes(sending: Sending, claim: Claim, outcome: Undone, now: Date): Prisma.OutboxUpdateManyMutationInput {
  const { options, deps } = sending;
  const lastError = outcome.code;
  const again = { state: 'pending', lastError, leaseUntil: null, attempt: claim.attempt - 1 };
  switch (outcome.is) {
    case 'limited':
      return claim.what === 'post' ? again : { ...again, notBefore: plus(now, { seconds: outcome.retryAfter }) };
    case 'later':
    case 'stopped':
    case 'plain-only':
      return again;
    case 'held':
      return { ...again, state: 'held', notBefore: plus(now, { days: ASK_AGAIN_DAYS }) };
    case 'failed':
      return { state: 'failed', lastError, leaseUntil: null };
    case 'missing':
      return missing(claim, deps.ids.uuid());
    case 'unknown':
      return unknown(claim, lastError, now, options.quarantineSeconds);
  }
}

/** Somebody else deleted what was to be edited: it is posted anew, under a key that no old copy bears. */
function missing({ what }: Claim, newKey: string): Prisma.OutboxUpdateManyMutationInput {
  const lastError = 'message_not_found';
  if (what !== 'edit') return { state: 'failed', leaseUntil: null, lastError };
  const nowhere = { channel: null, ts: null, settlesAt: null, leaseUntil: null, attempt: 0, shown: 0 };
  return { ...nowhere, state: 'pending', key: newKey, lastError };
}

/** A post may have been seen: it waits and is read back. An edit can be repeated, but may also take effect late. */
function unknown({ what, attempt }: Claim, lastError: string, now: Date, quarantine: number) {
  const settlesAt = plus(now, { seconds: quarantine });
  if (what === 'post') return { state: 'unknown', lastError, notBefore: settlesAt };
  const seconds = REPEAT_SECONDS * 2 ** Math.min(attempt - 1, MOST_DOUBLINGS);
  return { state: 'pending', lastError, leaseUntil: null, settlesAt, notBefore: plus(now, { seconds }) };
}

/** What the answer teaches about the workspace. Whoever lost the lease teaches nothing. */
async function recordPace({ holder }: Sending, tx: Tx, claim: Claim, outcome: Outcome, now: Date): Promise<void> {
  const sender = await tx.sender.findFirst({ where: { holder } });
  if (!sender) return;
  const data = lesson(sender, claim, outcome, now);
  if (Object.keys(data).length > 0) await tx.sender.updateMany({ where: { holder }, data });
}

type Known = Parameters<typeof limited>[0] & { troubles: number };

function lesson(sender: Known, claim: Claim, outcome: Outcome, now: Date): Prisma.SenderUpdateManyMutationInput {
  const { troubles, ...pace } = sender;
  const answered = troubles > 0 ? { troubles: 0 } : {};
  switch (outcome.is) {
    case 'limited':
      return claim.what === 'post' ? { ...answered, ...limited(pace, now, outcome.retryAfter) } : answered;
    case 'stopped':
      return { ...answered, stoppedBy: outcome.code };
    case 'plain-only':
      return { ...answered, plainUntil: plus(now, { days: ASK_AGAIN_DAYS }) };
    case 'later':
    case 'unknown':
      return { troubles: troubles + 1, pausedUntil: plus(now, { seconds: pauseSeconds(troubles, outcome.is) }) };
    default:
      return answered;
  }
}

/** One lost answer is bad luck; several in a row are an outage, in which every further try would only make more unknowns. */
const pauseSeconds = (troublesBefore: number, is: 'later' | 'unknown') =>
  is === 'unknown' && troublesBefore === 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 2 ** Math.min(troublesBefore, 6));
