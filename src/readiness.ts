import type { Clock } from './clock.ts';
import { type Counting, countsOf, lawHolds } from './delivery/counts.ts';
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
  clock: Clock;
};

/** A tick this old means that the clock's hand hangs (milliseconds). */
const TICK_MS = 180_000;

/** The self-check: whether Mantra can do its work, and if not every reason why. */
export async function readiness({
  stopping,
  database,
  ticker,
  receiver,
  counting,
  steady,
  clock,
}: Looked): Promise<Readiness> {
  const reasons: string[] = [];
  if (stopping) reasons.push('stopping');
  await database.ping().catch(() => reasons.push('the database does not answer'));
  const ticked = ticker.lastTickAt();
  if (!ticked || clock.now().getTime() - ticked.getTime() > TICK_MS) reasons.push('the last tick is too long ago');
  if (!receiver.reachable()) reasons.push('no connection to Slack');
  if (!steady()) reasons.push('the clock leapt against the database’s: nothing is sent until it is steady');
  const tally = counting.last();
  if (tally && !lawHolds(countsOf(tally))) reasons.push('messages are unaccounted for: the outbox contradicts itself');
  return { ok: reasons.length === 0, reasons };
}
