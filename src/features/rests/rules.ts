import { addDays, addMonths, firstOfMonth, monthOf } from '../../time.ts';

/** Rest until a day (`YYYY-MM-DD`), on which it is over; null: until they come back themselves. */
export type Rest = { until: string | null };

/** Days of the month somebody can choose to be asked from: late enough to close the books, early enough for a talk. */
export const NUDGE_DAYS = { from: 2, until: 20 } as const;

/** How long somebody can pause in one piece. */
const LONGEST_DAYS = 366;

/** Whether somebody rests on a day. */
export const isResting = (rest: Rest | undefined, today: string): rest is Rest =>
  rest !== undefined && (rest.until === null || rest.until > today);

/** The day on which "not this month" is over. */
export const startOfNextMonth = (today: string): string => firstOfMonth(addMonths(monthOf(today), 1));

/** The longer of two rests: an older message's "not this month" wakes nobody who has stopped since. */
export function longer(known: Rest | undefined, wanted: Rest): Rest {
  if (known === undefined || wanted.until === null) return wanted;
  return known.until === null || known.until > wanted.until ? known : wanted;
}

/** What is wrong with the day until which somebody wants to pause. */
export function pauseProblem(until: string, today: string): 'notLater' | 'tooLong' | undefined {
  if (until <= today) return 'notLater';
  return until > addDays(today, LONGEST_DAYS) ? 'tooLong' : undefined;
}
