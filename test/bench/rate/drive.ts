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
  /** Calls that are on their way at once. */
  inFlight: number;
};

/** One call: when it came to the limiter, in milliseconds from the beginning, and whether it passed. */
export type Call = { at: number; passed: boolean };

/** Where nothing is late. */
export const IDEAL: Conditions = { ceiling: 4, startRate: 1, latencyMs: 0, lateMs: 0, inFlight: 6 };
/** A quiet day at Slack and a busy machine. */
export const USUAL: Conditions = { ...IDEAL, latencyMs: 120, lateMs: 10 };

/** A call whose answer is still to come: when it does, the rate it left at, and the seconds it will be told to wait. */
type Flight = { landsAt: number; leftAt: number; seconds: number };

/** Somewhere, since the pace is kept as a date. */
const BEGIN = Date.parse('2026-11-17T10:00:00Z');
const RECIPIENTS = 50;
const AN_ODD_STEP = 7_919;

/** Sends without an end, with the product's own pace and as its sender does: some calls at once, on virtual time. */
export function* drive(limiter: Limiter, conditions: Conditions): Generator<Call> {
  const { ceiling, startRate, latencyMs, lateMs, inFlight } = conditions;
  let now = BEGIN;
  let pace = firstPace(new Date(now), startRate);
  const flights: Flight[] = [];
  const land = ({ landsAt, leftAt, seconds }: Flight) => {
    now = Math.max(now, landsAt);
    if (seconds > 0) pace = limited(pace, new Date(landsAt), seconds, leftAt);
  };
  for (let nth = 0; ; nth += 1) {
    for (let next = flights[0]; next; next = flights[0]) {
      if (next.landsAt > Math.max(now, readyAt(pace).getTime()) && flights.length < inFlight) break;
      flights.shift();
      land(next);
    }
    const ready = readyAt(pace).getTime();
    if (ready > now) now = ready + ((nth * AN_ODD_STEP) % (lateMs + 1));
    pace = taken(pace, new Date(now), ceiling);
    const at = now + latencyMs / 2 - BEGIN;
    const seconds = limiter.ask(at, `U${nth % RECIPIENTS}`);
    flights.push({ landsAt: now + latencyMs, leftAt: pace.rate, seconds });
    yield { at, passed: seconds === 0 };
  }
}
