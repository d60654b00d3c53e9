import { addMonths, monthOf } from '../../time.ts';
import { addWorkingDays, firstWorkingDay, type WorkingDays, worksAtLeast } from './days-rules.ts';

/** On how many days somebody works in a month that they take part in; on fewer, they are excused. */
const LEAST_DAYS = 5;

/** For how many working days a newcomer settles in. The month after that is their first. */
const SETTLING_DAYS = 20;

/** What decides whether a month is somebody's to take part in. */
export type EligibilityFacts = {
  /** Human full member of this workspace. */
  member: boolean;
  /** They said "stop", and haven't come back. */
  optedOut: boolean;
  /** The day they joined; null: they were here when Mantra came. */
  joinedOn: string | null;
  works: WorkingDays;
};

/**
 * Is this person to talk with a customer in this month (`YYYY-MM`)? The one answer for nudges, suggestions and figures:
 * whoever is left out of the first is left out of the last.
 */
export const eligible = ({ member, optedOut, joinedOn, works }: EligibilityFacts, month: string): boolean =>
  member && !optedOut && !isExcused(month, works) && (joinedOn === null || firstMonthOf(joinedOn, works) <= month);

/** Whether somebody works on so few days of a month (`YYYY-MM`) that it doesn't count for them. */
export const isExcused = (month: string, works: WorkingDays): boolean => !worksAtLeast(LEAST_DAYS, month, works);

/** A newcomer's first month: the first whose first working day comes when they have been here for 20 working days. */
export function firstMonthOf(joinedOn: string, works: WorkingDays): string {
  const settled = addWorkingDays(joinedOn, SETTLING_DAYS, works);
  const month = monthOf(settled);
  return settled <= firstWorkingDay(month, works) ? month : addMonths(month, 1);
}
