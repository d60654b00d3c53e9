import { addDays, addMonths, firstOfMonth, instantOf, localDay, localTime, monthOf, weekdayOf } from '../../time.ts';
import { addWorkingDays, firstWorkingDay, workingDayFrom } from '../people/rules.ts';
import { MOST_DAYS, momentOf, NUDGE_TIME, shareOf } from './spread-rules.ts';

/** On how many working days a nudge may still go out; and when its last day ends for messages. */
const WORKING_DAYS = 3;
const DAY_ENDS = '17:00';

/** Zones lie between twelve hours behind and fourteen ahead of UTC. */
const FURTHEST_WEST = 'Etc/GMT+12';
const FURTHEST_EAST = 'Etc/GMT-14';

/**
 * What of a month's nudges is due in a zone: those of the people whose place, a number from 0 to 1, is at least `from`
 * and below `to`. `dueAt` is when the first of them are.
 */
export type NudgeDue = { month: string; dueAt: Date; from: number; to: number };

/**
 * The monthly nudge of a zone: due on the month's first working day at ten, or in somebody's own minute where they are
 * spread over `days`, and still so until its last day. None for a first working day that isn't after the day the nudges
 * were started: nobody is nudged at once.
 */
export function nudgeDue(now: Date, zone: string, startedAt: Date, days = 0): NudgeDue | undefined {
  const month = monthOf(localDay(now, zone));
  if (firstWorkingDay(month) <= localDay(startedAt, zone)) return undefined;
  const { from, to } = dueShare(now, month, zone, days);
  return from < to ? { month, dueAt: momentOf(month, zone, days, 0), from, to } : undefined;
}

/** The nudges of a month that ended in a zone between two moments: nobody was asked for them meanwhile. */
export function nudgeMissed(
  month: string,
  since: Date,
  now: Date,
  zone: string,
  startedAt: Date,
  days = 0,
): NudgeDue | undefined {
  if (firstWorkingDay(month) <= localDay(startedAt, zone)) return undefined;
  const [from, to] = [overShare(since, month, zone, days), overShare(now, month, zone, days)];
  return from < to ? { month, dueAt: momentOf(month, zone, days, 0), from, to } : undefined;
}

/** Which places' nudges have become due in a zone and aren't over. */
const dueShare = (now: Date, month: string, zone: string, days: number): { from: number; to: number } => ({
  from: overShare(now, month, zone, days),
  to: shareOf(month, zone, days, (dueAt) => dueAt <= now),
});

/** Up to which place they are over. */
const overShare = (now: Date, month: string, zone: string, days: number): number =>
  shareOf(month, zone, days, (dueAt) => nudgeUntil(dueAt, zone) <= now);

/** The end of the third working day, counting the one it is due on. */
export const nudgeUntil = (dueAt: Date, zone: string): Date =>
  instantOf(addWorkingDays(localDay(dueAt, zone), WORKING_DAYS - 1), DAY_ENDS, zone);

/** A first look without the database: whether it can be a nudge's day anywhere on earth. */
export const mayBeNudgeDay = (now: Date): boolean =>
  [FURTHEST_WEST, FURTHEST_EAST].some((zone) => {
    const day = localDay(now, zone);
    return day <= addDays(addWorkingDays(firstWorkingDay(monthOf(day)), MOST_DAYS - 1 + WORKING_DAYS - 1), 1);
  });

/** A first look without the database: whether somebody's nudge can have ended between two moments, anywhere on earth. */
export function mayBeMissed(since: Date, now: Date): boolean {
  const [from, to] = [localDay(since, FURTHEST_WEST), localDay(now, FURTHEST_EAST)];
  return [addMonths(monthOf(to), -1), monthOf(to)].some((month) => {
    const firstEnd = addWorkingDays(firstWorkingDay(month), WORKING_DAYS - 1);
    return from <= addWorkingDays(firstEnd, MOST_DAYS - 1) && firstEnd <= to;
  });
}

/** Which greeting fits at a moment. */
export const partOfDay = (at: Date, zone: string): 'morning' | 'afternoon' =>
  localTime(at, zone) < '12:00' ? 'morning' : 'afternoon';

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
