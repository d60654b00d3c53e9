import { type Delta, deltaOf } from '../delta.ts';

/** A state, or how the one that a page has becomes it; the page names its number when it asks the next time. */
export type Sent<S> = { number: number; state: S } | { number: number; delta: Delta | undefined };

/** So many pages are remembered; an older one gets everything anew. */
const PAGES = 12;

/** Remembers what every page has been sent last, so that the next time only what is new goes over the wire. */
export function makeSent<S>() {
  const last = new Map<string, { number: number; state: S }>();
  let number = 0;
  return (page: string, known: number, state: S): Sent<S> => {
    const before = last.get(page);
    number += 1;
    last.delete(page);
    // Slack changes its own in place: what was sent is a copy.
    last.set(page, { number, state: structuredClone(state) });
    const [oldest] = last.keys();
    if (last.size > PAGES && oldest !== undefined) last.delete(oldest);
    return before?.number === known ? { number, delta: deltaOf(before.state, state) } : { number, state };
  };
}
