import { addDays, daysBetween, instantOf, lastOfMonth, localDay, localTime, monthOf } from '../../time.ts';
import type { Calendar } from '../nudges/spread-rules.ts';
import {
  addWorkingDays,
  DAYTIME,
  daytimeEnds,
  firstWorkingDay,
  type WorkingDays,
  workingDayFrom,
} from '../people/days-rules.ts';

/** The two reminders of a month: about the middle, and in its last week. */
export const REMINDERS = ['middle', 'last'] as const;
/** One of them. */
export type Reminder = (typeof REMINDERS)[number];

/** On how many working days they may go out. */
const WORKING_DAYS = 2;

const MIDDLE = 15;
const LAST_DAYS = 7;

/** So close to "next week" nobody is reminded as well. */
export const DAYS_APART = 7;

/**
 * When somebody is reminded who was nudged at a moment of a month (`YYYY-MM`): for a nudge of the first working day, on
 * the first one from the 15th, and on the first of the last seven days; for a later nudge as many working days later, at
 * the same time of day. Undefined: that isn't this month any more, so there is none.
 */
export function remindedAt(reminder: Reminder, month: string, nudgedAt: Date, calendar: Calendar): Date | undefined {
  const { zone, works } = calendar;
  const later = workingDaysBetween(firstWorkingDay(month, works), localDay(nudgedAt, zone), works);
  const on = addWorkingDays(firstDayOf(reminder, month, works), later, works);
  return monthOf(on) === month ? instantOf(on, localTime(nudgedAt, zone), zone) : undefined;
}

/** The end of the second working day, counting the one it is due on. */
export const remindUntil = (dueAt: Date, zone: string, works: WorkingDays): Date =>
  daytimeEnds(dueAt, WORKING_DAYS - 1, zone, works);

/** Nudges due after `from` and by `to`. */
export type Nudged = { from: Date; to: Date };

/** Days of nudges; `isToday`: those of the last one are reminded today, each at its own time. */
export type NudgedDays = { first: string; last: string; isToday: boolean };

/** The nudges of this month whose reminder is due now and isn't over; undefined: there can be none. */
export function nudgedFor(reminder: Reminder, now: Date, calendar: Calendar): Nudged | undefined {
  const { zone } = calendar;
  const days = nudgedDays(reminder, localDay(now, zone), isEvening(now, zone), calendar);
  return days && nudgedOn(days, now, zone);
}

/** Whether no reminder goes out any more that day. */
export const isEvening = (now: Date, zone: string): boolean => localTime(now, zone) >= DAYTIME.until;

/** The days of the nudges whose reminder is due on a day, or was due before and may still go out. */
export function nudgedDays(
  reminder: Reminder,
  today: string,
  evening: boolean,
  { works }: Calendar,
): NudgedDays | undefined {
  const month = monthOf(today);
  const days: { nudged: string; reminded: string }[] = [];
  let nudged = firstWorkingDay(month, works);
  let reminded = firstDayOf(reminder, month, works);
  while (reminded <= today) {
    const next = addWorkingDays(reminded, 1, works);
    if (next > today || (next === today && !evening)) days.push({ nudged, reminded });
    nudged = addWorkingDays(nudged, 1, works);
    reminded = next;
  }
  const [first, last] = [days[0], days.at(-1)];
  return first && last && { first: first.nudged, last: last.nudged, isToday: last.reminded === today };
}

/** The moments of these days' nudges, up to those whose reminder is due by now. */
export const nudgedOn = ({ first, last, isToday }: NudgedDays, now: Date, zone: string): Nudged => ({
  from: instantOf(addDays(first, -1), '23:59', zone),
  to: isToday ? instantOf(last, localTime(now, zone), zone) : instantOf(addDays(last, 1), '00:00', zone),
});

/** Whether a reminder is the last message of its month. */
export const isLast = (reminder: Reminder, month: string, nudgedAt: Date, calendar: Calendar): boolean =>
  reminder === 'last' || remindedAt('last', month, nudgedAt, calendar) === undefined;

/** Whether about a week of a month is left on a day. */
export const isWeekLeft = (today: string): boolean => {
  const left = daysBetween(today, lastOfMonth(monthOf(today)));
  return left >= LAST_DAYS - 3 && left <= LAST_DAYS;
};

const firstDayOf = (reminder: Reminder, month: string, works: WorkingDays): string =>
  workingDayFrom(reminder === 'middle' ? `${month}-${MIDDLE}` : addDays(lastOfMonth(month), 1 - LAST_DAYS), works);

function workingDaysBetween(from: string, to: string, works: WorkingDays): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (works(day)) count++;
  return count;
}
