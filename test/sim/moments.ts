import { addDays, instantOf, localDay, plus, weekdayOf } from '../../src/time.ts';

/** When a look at the time may find something: the next such moment after one. */
export type Moments = { after(at: Date): Date };

/**
 * The minutes in which something can fall due anywhere in these zones: each day at ten, on Mondays at nine and when a week
 * has been closed for an hour. Between them nothing does by itself, so nobody has to look.
 */
export function createMoments(zones: readonly string[], from: Date, days: number): Moments {
  const all = new Set<number>();
  const first = localDay(plus(from, { days: -1 }), 'UTC');
  for (let n = 0; n < days + 2; n++) {
    const day = addDays(first, n);
    const times = weekdayOf(day) === 1 ? ['01:00', '09:00', '10:00'] : weekdayOf(day) < 6 ? ['10:00'] : [];
    for (const zone of zones) for (const time of times) all.add(instantOf(day, time, zone).getTime());
  }
  const sorted = [...all].sort((a, b) => a - b);
  return {
    after(at) {
      const next = sorted[firstAfter(sorted, at.getTime())];
      return next === undefined ? plus(at, { days: 1 }) : new Date(next);
    },
  };
}

function firstAfter(sorted: readonly number[], at: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}
