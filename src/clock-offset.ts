import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/**
 * How far the database's clock is ahead of ours. Instances on different machines agree on leases because all of them
 * go by the database's; while the two drift apart in leaps, nobody knows the time and nothing is sent.
 */
export type ClockOffset = {
  /** Our clock, corrected: what the house goes by. */
  clock: Clock;
  /** Compares the clocks; once a minute. Fails where the database doesn't answer. */
  measure(): Promise<void>;
  /** Whether the last two measurements agree. */
  steady(): boolean;
};

/** A leap (milliseconds): the machine was set right, or had stood still. */
const LEAP_MS = 60_000;
/** Smaller differences come from the way there and back. */
const NOISE_MS = 1_000;
/** An answer that took longer says nothing about the time. */
const SLOWEST_MS = 5_000;

/** Compares this clock with the database's. */
export function createClockOffset(ours: Clock, databaseTime: () => Promise<Date>, log: Log): ClockOffset {
  const naps = new Set<AbortController>();
  let used = 0;
  let last: number | undefined;
  let steady = true;

  async function measure() {
    const asked = ours.now().getTime();
    const theirs = (await databaseTime()).getTime();
    const answered = ours.now().getTime();
    if (answered - asked > SLOWEST_MS) return;
    const ahead = Math.round(theirs - (asked + answered) / 2);
    steady = last === undefined || Math.abs(ahead - last) <= LEAP_MS;
    last = ahead;
    if (!steady) log.error({ seconds: Math.round(ahead / 1_000) }, 'the clock leapt against the database’s');
    else if (Math.abs(ahead - used) > NOISE_MS) use(ahead);
  }

  function use(ahead: number) {
    used = ahead;
    for (const nap of naps) nap.abort();
    log.warn({ seconds: Math.round(ahead / 1_000) }, 'this clock differs from the database’s, which is used');
  }

  const now = () => later(ours.now(), used);

  /** Whoever sleeps while the difference changes is woken to count anew. */
  async function sleep(until: Date, stop?: AbortSignal) {
    while (!stop?.aborted && now() < until) {
      const nap = new AbortController();
      naps.add(nap);
      await ours.sleep(later(until, -used), stop ? AbortSignal.any([stop, nap.signal]) : nap.signal);
      naps.delete(nap);
    }
  }

  return {
    clock: { now, sleep },
    measure,
    steady: () => steady,
  };
}

const later = (at: Date, ms: number) => new Date(at.getTime() + ms);
