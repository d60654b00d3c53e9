import type { Tx } from '../db/workspace.ts';
import { plus } from '../time.ts';
import { type Claim, orAtItsEnd, type Sending } from './claim.ts';
import type { Outcome } from './outcome.ts';
import { latest, limited } from './pace.ts';
import type { DeliveryStore, Lesson, RowChanges } from './store.ts';

/** Days until a channel that refused is asked again by itself, and until charts are tried again. */
const ASK_AGAIN_DAYS = 1;
/** Seconds before an edit whose answer was lost is repeated; doubled with every try. */
const REPEAT_SECONDS = 5;
/** The longest pause while Slack doesn't answer: when it does again, nobody waits longer. */
const LONGEST_PAUSE_SECONDS = 25;
/** Six doublings make five minutes: when Slack answers again, nobody sees the old words for longer. */
const MOST_DOUBLINGS = 6;

/** Writes what became of a claim. Whoever lost the claim meanwhile changes nothing. Answers whether it was still ours. */
export async function record(sending: Sending, tx: Tx, claim: Claim, outcome: Outcome, now: Date): Promise<boolean> {
  const store = sending.store(tx);
  await recordPace(sending, store, claim, outcome, now);
  if (claim.what === 'delete' && (outcome.is === 'done' || outcome.is === 'missing')) return store.recordDeleted(claim);
  if (outcome.is === 'done') return store.recordShown(claim, outcome, now);
  return store.recordUndone(claim, changes(sending, claim, outcome, now));
}

type Undone = Exclude<Outcome, { is: 'done' }>;

function changes(sending: Sending, claim: Claim, outcome: Undone, now: Date): RowChanges {
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
      return { ...again, state: 'held', notBefore: orAtItsEnd(plus(now, { days: ASK_AGAIN_DAYS }), claim) };
    case 'failed':
      return { state: 'failed', lastError, leaseUntil: null };
    case 'missing':
      return missing(claim, deps.ids.uuid());
    case 'unknown':
      return unknown(claim, lastError, now, options.quarantineSeconds);
  }
}

/** Somebody else deleted what was to be edited: it is posted anew, under a key that no old copy bears. */
function missing({ what }: Claim, newKey: string): RowChanges {
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
async function recordPace({ holder }: Sending, store: DeliveryStore, claim: Claim, outcome: Outcome, now: Date) {
  const sender = await store.heldBy(holder);
  if (!sender) return;
  const learned = lesson(sender, claim, outcome, now);
  if (Object.keys(learned).length > 0) await store.learn(holder, learned);
}

type Known = Parameters<typeof limited>[0] & { troubles: number };

function lesson(sender: Known, claim: Claim, outcome: Outcome, now: Date): Lesson {
  const { troubles, ...pace } = sender;
  const answered = troubles > 0 ? { troubles: 0 } : {};
  switch (outcome.is) {
    case 'limited':
      return claim.what === 'post'
        ? { ...answered, ...limited(pace, now, outcome.retryAfter, claim.left.rate) }
        : answered;
    case 'stopped':
      return { ...answered, stoppedBy: outcome.code };
    case 'plain-only':
      return { ...answered, plainUntil: plus(now, { days: ASK_AGAIN_DAYS }) };
    case 'later':
    case 'unknown':
      return troubles > claim.left.troubles ? {} : trouble(sender, outcome.is, now);
    default:
      return answered;
  }
}

/** One trouble more. Calls that left before the last one was known are part of it. */
const trouble = ({ troubles, pausedUntil }: Known, is: 'later' | 'unknown', now: Date) => ({
  troubles: troubles + 1,
  pausedUntil: latest(pausedUntil, plus(now, { seconds: pauseSeconds(troubles, is) })),
});

/** One lost answer is bad luck; several in a row are an outage, in which every further try would only make more unknowns. */
const pauseSeconds = (troublesBefore: number, is: 'later' | 'unknown') =>
  is === 'unknown' && troublesBefore === 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 2 ** Math.min(troublesBefore, 6));
