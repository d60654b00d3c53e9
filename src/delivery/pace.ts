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
  /** An hour after this a rate above the safe one may be tried. */
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
/** Seconds without a refusal above the safe rate before it grows: what a limiter has saved up hides its limit. */
const PROVEN = 600;
/** The first step above the safe rate, as a part of it; each further one is twice as high and one step more. */
const FIRST_STEP = 0.03;
/** How much is believed of what went well above the safe rate, after more didn't. */
const BELIEVED = 0.75;
/** What is taken for safe after a rate was refused that was thought to be. */
const BACK_OFF = 0.9;
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
 * After Slack limited us: nothing before `retryAfter` seconds are over, and then slower. `leftAt`: the rate when the call
 * left. Where it has fallen since, this refusal belongs to a burst from which was learned already.
 */
export function limited(pace: Pace, now: Date, retryAfter: number, leftAt = pace.rate): Pace {
  const { rate, safeRate, probedAt } = pace;
  const over = latest(pace.pausedUntil, plus(now, { seconds: retryAfter }));
  const learned = rate < leftAt ? { rate, safeRate, probedAt } : slower(pace, now);
  return { ...learned, tokens: 0, refilledAt: over, pausedUntil: over, cleanSince: over, sentSince: 0 };
}

/**
 * Back to the safe rate if a higher one had been tried, and a little above it if some higher ones went well. Else what
 * was safe no longer is: half the rate, and twice as long until the next try, since the last one told too little.
 */
function slower({ rate, safeRate }: Pace, now: Date): Pick<Pace, 'rate' | 'safeRate' | 'probedAt'> {
  if (safeRate === null || rate <= safeRate)
    return {
      rate: Math.max(SLOWEST, rate / 2),
      safeRate: Math.max(SLOWEST, rate * BACK_OFF),
      probedAt: plus(now, { minutes: PROBE_MINUTES }),
    };
  const wentWell = Math.max(0, (rate - safeRate - FIRST_STEP * safeRate) / 2);
  const safe = safeRate + BELIEVED * wentWell;
  return { rate: safe, safeRate: safe, probedAt: now };
}

function grown(pace: Pace, now: Date, ceiling: number): Pace {
  const seconds = secondsBetween(pace.cleanSince, now);
  if (seconds < (isProbing(pace) ? PROVEN : CLEAN)) return pace;
  const since = { cleanSince: now, sentSince: 0 };
  if (pace.sentSince < BUSY * pace.rate * seconds) return { ...pace, ...since };
  return { ...pace, ...since, ...faster(pace, now, ceiling) };
}

/** Below what is known to be safe half the way at a time; above it step by step, an hour after the last try. */
function faster({ rate, safeRate, probedAt }: Pace, now: Date, ceiling: number): Partial<Pace> {
  if (safeRate === null) return { rate: Math.min(ceiling, rate + STEP) };
  if (rate < safeRate) return { rate: Math.min(ceiling, safeRate, rate + Math.max(STEP, (safeRate - rate) / 2)) };
  if (rate > safeRate && rate >= ceiling) return { safeRate: rate };
  if (rate === safeRate && probedAt && now < plus(probedAt, { minutes: PROBE_MINUTES })) return {};
  return { rate: Math.min(ceiling, 2 * rate - safeRate + FIRST_STEP * safeRate), probedAt: now };
}

const isProbing = ({ rate, safeRate }: Pace) => safeRate !== null && rate > safeRate;

/** The later of two pauses' ends: none shortens another. */
export const latest = (one: Date | null, other: Date): Date => (one && one > other ? one : other);

const secondsBetween = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime()) / 1000;
