import { addDays, firstOfMonth, lastOfMonth, localDay, localTime, monthOf, weekOf } from '../../src/time.ts';
import { type Colleague, worksOn } from './crowd.ts';
import type { Post } from './posts.ts';

/** A message as its reader's calendar and clock showed it. */
export type Got = { day: string; time: string };

/** What somebody of the crowd got, by their own clock. Nobody of them asks for anything, so all of it is unasked. */
export const gotBy = ({ seed }: Colleague, posts: readonly Post[]): Got[] =>
  posts
    .filter(({ to }) => to === seed.id)
    .map(({ at }) => ({ day: localDay(at, seed.tz), time: localTime(at, seed.tz) }));

/** How many of them lie in each day, week or month. */
export function countedBy(part: 'day' | 'week' | 'month', got: readonly Got[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const partOf = { day: (day: string) => day, week: weekOf, month: monthOf }[part];
  for (const { day } of got) counts[partOf(day)] = (counts[partOf(day)] ?? 0) + 1;
  return counts;
}

const MONTHS = Array.from({ length: 12 }, (_, n) => `2027-${String(n + 1).padStart(2, '0')}`);
/** On fewer days of a month nobody takes part in it. */
const LEAST_DAYS = 5;

/** The months somebody takes part in: here, settled in, and at work on enough days of them. */
export const monthsOf = (one: Colleague): string[] =>
  MONTHS.filter((month) => isHere(one, month) && workingDaysIn(month, one) >= LEAST_DAYS);

const isHere = ({ askedFrom = '', leavesOn }: Colleague, month: string) =>
  askedFrom <= month && (leavesOn === undefined || firstOfMonth(month) < leavesOn);

function workingDaysIn(month: string, one: Colleague): number {
  let count = 0;
  for (let day = firstOfMonth(month); day <= lastOfMonth(month); day = addDays(day, 1)) if (worksOn(one, day)) count++;
  return count;
}
