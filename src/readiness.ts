import type { Clock } from './clock.ts';
import { type Counting, type Counts, countsOf, lawHolds } from './delivery/counts.ts';
import type { Readiness } from './ops-server.ts';

/** What the self-check looks at. */
export type Looked = {
  stopping: boolean;
  database: { ping(): Promise<void> };
  ticker: { lastTickAt(): Date | undefined };
  receiver: { reachable(): boolean };
  counting: Pick<Counting, 'last'>;
  /** Whether our clock and the database's keep their distance. */
  steady(): boolean;
  /** Slack's code where it refuses our token or installation; null: it takes us. */
  refusedBy(): string | null;
  /** Members whose zone Slack doesn't name, or names one unknown here. */
  withoutZone(): number;
  clock: Clock;
};

/** A tick this old means that the clock's hand hangs (milliseconds). */
const TICK_MS = 180_000;

/** The self-check: whether Mantra can do its work, and if not every reason why. */
export async function readiness(looked: Looked): Promise<Readiness> {
  const { stopping, database, ticker, receiver, counting, steady, refusedBy, withoutZone, clock } = looked;
  const reasons: string[] = [];
  if (stopping) reasons.push('stopping');
  await database.ping().catch(() => reasons.push('the database does not answer'));
  const ticked = ticker.lastTickAt();
  if (!ticked || clock.now().getTime() - ticked.getTime() > TICK_MS) reasons.push('the last tick is too long ago');
  if (!receiver.reachable()) reasons.push('no connection to Slack');
  if (!steady()) reasons.push('the clock leapt against the database’s: nothing is sent until it is steady');
  const code = refusedBy();
  if (code !== null) reasons.push(`Slack takes no message of ours (${code}): it is asked again every five minutes`);
  const counts = countsOf(counting.last() ?? []);
  if (!lawHolds(counts)) reasons.push('messages are unaccounted for: the outbox contradicts itself');
  const notes = notesOn(counts, withoutZone());
  return { ok: reasons.length === 0, reasons, ...(notes.length > 0 && { notes }) };
}

/** Numbers only: who it is, nobody reads here. */
function notesOn({ failed, expired }: Counts, withoutZone: number): string[] {
  const notes: string[] = [];
  if (failed + expired > 0) notes.push(`${failed} messages failed and ${expired} expired: each row says why`);
  if (withoutZone > 0) notes.push(`${withoutZone} people have no known time zone: for them the house’s counts`);
  return notes;
}
