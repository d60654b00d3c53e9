import { plus } from '../time.ts';

/**
 * How fast messages go out: a bucket that holds one message and refills at `rate` a second. The rate grows while all is
 * well and falls when Slack says so; what was learned is kept in the database and outlives a restart.
 */
export type Pace = {
  rate: number;
  tokens: number;
  refilledAt: Date;
  pausedUntil: Date | null;
  /** The rate that was fine when a higher one wasn't; null: Slack has never refused. */
  safeRate: number | null;
  /** When a rate above the safe one was last tried, or refused. */
  probedAt: Date | null;
  /** Since when the rate hasn't changed, and how many went out since. */
  cleanSince: Date;
  sentSince: number;
};

/** Messages a second to begin with. */
export const START = 1;
const SLOWEST = 0.2;
const STEP = 0.2;
/** Seconds without a refusal before the rate grows. */
const CLEAN = 60;
/** Minutes between two tries above the safe rate: at most one refusal an hour is the price of finding out. */
const PROBE_MINUTES = 60;
/** A minute in which fewer went out than this part of what could have proves nothing. */
const BUSY = 0.8;

/** The pace of a workspace that has never been sent to. */
export const firstPace = (now: Date, rate: number): Pace => ({
  rate,
  tokens: 1,
  refilledAt: now,
  pausedUntil: null,
  safeRate: null,
  probedAt: null,
  cleanSince: now,
  sentSince: 0,
});

/** When the next message may go out; `now` or earlier: at once. */
export function readyAt({ rate, tokens, refilledAt, pausedUntil }: Pace): Date {
  const full = new Date(refilledAt.getTime() + Math.ceil((Math.max(0, 1 - tokens) / rate) * 1000));
  return pausedUntil && pausedUntil > full ? pausedUntil : full;
}

/** After taking one message out of the bucket. `ceiling`: messages a second that are never exceeded. */
export function taken(pace: Pace, now: Date, ceiling: number): Pace {
  const rate = Math.min(pace.rate, ceiling);
  const tokens = Math.min(1, pace.tokens + secondsBetween(pace.refilledAt, now) * rate) - 1;
  return grown({ ...pace, rate, tokens, refilledAt: now, sentSince: pace.sentSince + 1 }, now, ceiling);
}

/**
 * After Slack limited us: nothing before `retryAfter` seconds are over. Then at the safe rate if a higher one had been
 * tried, else at half the rate, since what was safe no longer is.
 */
export function limited(pace: Pace, now: Date, retryAfter: number): Pace {
  const { rate, safeRate } = pace;
  const probing = safeRate !== null && rate > safeRate;
  const over = plus(now, { seconds: retryAfter });
  return {
    rate: probing ? safeRate : Math.max(SLOWEST, rate / 2),
    safeRate: probing ? safeRate : Math.max(SLOWEST, rate - STEP),
    tokens: 0,
    refilledAt: over,
    pausedUntil: over,
    probedAt: now,
    cleanSince: over,
    sentSince: 0,
  };
}

function grown(pace: Pace, now: Date, ceiling: number): Pace {
  const seconds = secondsBetween(pace.cleanSince, now);
  if (seconds < CLEAN) return pace;
  const since = { cleanSince: now, sentSince: 0 };
  if (pace.sentSince < BUSY * pace.rate * seconds) return { ...pace, ...since };
  return { ...pace, ...since, ...faster(pace, now, ceiling) };
}

/** Below what is known to be safe half the way at a time; above it one step, an hour after the last try. */
function faster({ rate, safeRate, probedAt }: Pace, now: Date, ceiling: number): Partial<Pace> {
  if (safeRate === null) return { rate: Math.min(ceiling, rate + STEP) };
  if (rate < safeRate) return { rate: Math.min(ceiling, safeRate, rate + Math.max(STEP, (safeRate - rate) / 2)) };
  if (rate > safeRate) return { safeRate: rate };
  if (probedAt && now < plus(probedAt, { minutes: PROBE_MINUTES })) return {};
  return { rate: Math.min(ceiling, rate + STEP), probedAt: now };
}

const secondsBetween = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime()) / 1000;
