import { addDays, firstOfMonth, instantOf, localDay, localTime, monthOf, weekdayOf } from '../../time.ts';
import { addWorkingDays, firstWorkingDay, workingDayFrom } from '../people/rules.ts';

/** When a nudge is due, in the person's own zone. */
export const NUDGE_TIME = '10:00';

/** On how many working days a nudge may still go out; and when its last day ends for messages. */
const WORKING_DAYS = 3;
const DAY_ENDS = '17:00';

/** Zones lie between twelve hours behind and fourteen ahead of UTC. */
const FURTHEST_WEST = 'Etc/GMT+12';
const FURTHEST_EAST = 'Etc/GMT-14';

/** What of a month's nudges is due in a zone: its month, and the instant it was due. */
export type NudgeDue = { month: string; dueAt: Date };

/**
 * The monthly nudge of a zone: due on the month's first working day at ten, and still so until its last day. None for
 * a first working day that isn't after the day the nudges were started: nobody is nudged at once.
 */
export function nudgeDue(now: Date, zone: string, startedAt: Date): NudgeDue | undefined {
  const month = monthOf(localDay(now, zone));
  const first = firstWorkingDay(month);
  const dueAt = instantOf(first, NUDGE_TIME, zone);
  if (first <= localDay(startedAt, zone)) return undefined;
  return dueAt <= now && now < nudgeUntil(dueAt, zone) ? { month, dueAt } : undefined;
}

/** The end of the third working day, counting the one it is due on. */
export const nudgeUntil = (dueAt: Date, zone: string): Date =>
  instantOf(addWorkingDays(localDay(dueAt, zone), WORKING_DAYS - 1), DAY_ENDS, zone);

/** A first look without the database: whether it can be a nudge's day anywhere on earth. */
export const mayBeNudgeDay = (now: Date): boolean =>
  [FURTHEST_WEST, FURTHEST_EAST].some((zone) => {
    const day = localDay(now, zone);
    return day <= addDays(addWorkingDays(firstWorkingDay(monthOf(day)), WORKING_DAYS - 1), 1);
  });

/** A joiner's first nudge comes in the month after they appeared. */
export const hereBefore = (month: string, zone: string): Date => instantOf(firstOfMonth(month), '00:00', zone);

/** "Next week": the next Monday, or the next month's nudge where that comes first; null: leave it to the next month. */
export function laterDay(today: string): string | null {
  const monday = workingDayFrom(addDays(today, 8 - weekdayOf(today)));
  return monthOf(monday) === monthOf(today) ? monday : null;
}

/** Whether a nudge put off until a day is due now, in the person's zone. */
export const isLaterDue = (laterOn: string, now: Date, zone: string): boolean =>
  laterOn <= localDay(now, zone) && (laterOn < localDay(now, zone) || localTime(now, zone) >= NUDGE_TIME);
