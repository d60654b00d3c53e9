import { firstPace, limited, readyAt, taken } from '../../../src/delivery/pace.ts';
import type { Limiter } from './limiters.ts';

/** What the product's pace is driven under. Rates are messages a second, times milliseconds. */
export type Conditions = {
  ceiling: number;
  startRate: number;
  /** From a request to its answer; the limiter is asked half-way. */
  latencyMs: number;
  /** The longest that a timer rings late, in an order that is always the same. */
  lateMs: number;
};

/** One call: when it came to the limiter, in milliseconds from the beginning, and whether it passed. */
export type Call = { at: number; passed: boolean };

/** Where nothing is late. */
export const IDEAL: Conditions = { ceiling: 4, startRate: 1, latencyMs: 0, lateMs: 0 };
/** A quiet day at Slack and a busy machine. */
export const USUAL: Conditions = { ceiling: 4, startRate: 1, latencyMs: 120, lateMs: 10 };

/** Somewhere, since the pace is kept as a date. */
const BEGIN = Date.parse('2026-11-17T10:00:00Z');
const RECIPIENTS = 50;
const AN_ODD_STEP = 7_919;

/** Sends without an end, with the product's own pace and as its sender does: one message at a time, on virtual time. */
export function* drive(limiter: Limiter, { ceiling, startRate, latencyMs, lateMs }: Conditions): Generator<Call> {
  let now = BEGIN;
  let pace = firstPace(new Date(now), startRate);
  for (let nth = 0; ; nth += 1) {
    const ready = readyAt(pace).getTime();
    if (ready > now) now = ready + ((nth * AN_ODD_STEP) % (lateMs + 1));
    pace = taken(pace, new Date(now), ceiling);
    const at = now + latencyMs / 2 - BEGIN;
    now += latencyMs;
    const seconds = limiter.ask(at, `U${nth % RECIPIENTS}`);
    if (seconds > 0) pace = limited(pace, new Date(now), seconds);
    yield { at, passed: seconds === 0 };
  }
}
