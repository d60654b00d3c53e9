import { addDays, firstOfMonth, localDay, localTime, monthOf, weekdayOf } from '../../time.ts';
import {
  addWorkingDays,
  daytimeEnds,
  firstWorkingDay,
  type WorkingDays,
  without,
  workingDayFrom,
} from '../people/days-rules.ts';
import { eligible } from '../people/eligibility-rules.ts';
import { type Calendar, MOST_DAYS, momentOf, NUDGE_TIME, shareOf } from './spread-rules.ts';

/** On how many working days a nudge may still go out. */
const WORKING_DAYS = 3;

/**
 * What of a month's nudges is due in a calendar: those of the people whose place, a number from 0 to 1, is at least `from`
 * and below `to`. `dueAt` is when the first of them are.
 */
export type NudgeDue = { month: string; dueAt: Date; from: number; to: number };

/**
 * The monthly nudge of a calendar: due on the month's first working day at ten, or in somebody's own minute where they
 * are spread over `days`, and still so until its last day. None for a first working day that isn't after the day the
 * nudges were started: nobody is nudged at once. None in a month that is excused.
 */
export function nudgeDue(now: Date, calendar: Calendar, startedAt: Date, days = 0): NudgeDue | undefined {
  const month = monthOf(localDay(now, calendar.zone));
  const to = shareOf(month, calendar, days, (dueAt) => dueAt <= now);
  return dueShare({ from: overShare(now, month, calendar, days), to }, month, calendar, startedAt, days);
}

/** The nudges of a month that ended in a calendar between two moments: nobody was asked for them meanwhile. */
export function nudgeMissed(
  month: string,
  since: Date,
  now: Date,
  calendar: Calendar,
  startedAt: Date,
  days = 0,
): NudgeDue | undefined {
  const [from, to] = [overShare(since, month, calendar, days), overShare(now, month, calendar, days)];
  return dueShare({ from, to }, month, calendar, startedAt, days);
}

/** From when until when a month's nudges can be due in a calendar, over however many days they are spread. */
export function nudgeSpan(month: string, calendar: Calendar): Span {
  const last = momentOf(month, calendar, MOST_DAYS, 1 - Number.EPSILON);
  return { dueAt: momentOf(month, calendar, 0, 0), until: nudgeUntil(last, calendar.zone, calendar.works) };
}

/** Whether a moment lies in a span. */
export const isWithin = ({ dueAt, until }: Span, now: Date): boolean => dueAt <= now && now < until;

/**
 * Somebody whose days aren't quite those of others: a newcomer, off or resting at some time, or with a day of the month
 * of their own. `works`: their own working days; `notBefore`: the first day on which they want to be asked.
 */
export type Own = { joinedOn: string | null; works: WorkingDays; notBefore: string; place: number };

/** The first day of a month on which somebody wants to be asked: from their own day of the month, and after their rest. */
export function notBefore(month: string, nudgeDay: number | null, restsUntil: string | null): string {
  const chosen = nudgeDay === null ? firstOfMonth(month) : `${month}-${String(nudgeDay).padStart(2, '0')}`;
  return restsUntil !== null && restsUntil > chosen ? restsUntil : chosen;
}

/** From when until when something is due; `until` is not among it. */
export type Span = { dueAt: Date; until: Date };

/**
 * The nudge of one person, by their own working days: on their first one of the month like everybody's; at ten of the
 * first one on which they are back and want to be asked, where that is later than that of the others in their calendar.
 * Undefined: they have none that month.
 */
export function ownNudge(month: string, shared: Calendar, own: Own, startedAt: Date, days = 0): Span | undefined {
  if (!begunFor(month, shared, startedAt) || !eligible({ ...COLLEAGUE, ...own }, month)) return undefined;
  const inPeace = { from: firstOfMonth(month), until: addDays(own.notBefore, -1) };
  const calendar = { zone: shared.zone, works: without([inPeace], own.works) };
  const first = firstWorkingDay(month, calendar.works);
  if (monthOf(first) !== month) return undefined;
  const isBack = first > firstWorkingDay(month, shared.works);
  const dueAt = momentOf(month, calendar, isBack ? 0 : days, own.place);
  return { dueAt, until: nudgeUntil(dueAt, calendar.zone, calendar.works) };
}

/** Whoever rests or has left isn't asked for in the first place. */
const COLLEAGUE = { member: true, optedOut: false, joinedOn: null };

function dueShare(
  { from, to }: Pick<NudgeDue, 'from' | 'to'>,
  month: string,
  calendar: Calendar,
  startedAt: Date,
  days: number,
): NudgeDue | undefined {
  if (from >= to || !begunFor(month, calendar, startedAt)) return undefined;
  if (!eligible({ ...COLLEAGUE, works: calendar.works }, month)) return undefined;
  return { month, dueAt: momentOf(month, calendar, days, 0), from, to };
}

/** Nobody is nudged at once: the first nudges are those of the first working day that comes after the start. */
const begunFor = (month: string, { zone, works }: Calendar, startedAt: Date): boolean =>
  firstWorkingDay(month, works) > localDay(startedAt, zone);

/** Up to which place a month's nudges are over. */
const overShare = (now: Date, month: string, calendar: Calendar, days: number): number =>
  shareOf(month, calendar, days, (dueAt) => nudgeUntil(dueAt, calendar.zone, calendar.works) <= now);

/** The end of the third working day, counting the one it is due on. */
export const nudgeUntil = (dueAt: Date, zone: string, works: WorkingDays): Date =>
  daytimeEnds(dueAt, WORKING_DAYS - 1, zone, works);

/**
 * Whether a day is among the first on which people are asked who want to be asked from a day on, where they are spread
 * over `days`; whoever is asked later was off or rested.
 */
export const isAmongFirst = (day: string, from: string, works: WorkingDays, days: number): boolean =>
  day <= addWorkingDays(workingDayFrom(from, works), Math.max(1, days) + WORKING_DAYS - 2, works);

/** Which greeting fits at a moment. */
export const partOfDay = (at: Date, zone: string): 'morning' | 'afternoon' =>
  localTime(at, zone) < '12:00' ? 'morning' : 'afternoon';

/** "Next week": the first working day of next week, or the next month's nudge where that comes first; null: leave it to the next month. */
export function laterDay(today: string, works: WorkingDays): string | null {
  const day = workingDayFrom(addDays(today, 8 - weekdayOf(today)), works);
  return monthOf(day) === monthOf(today) ? day : null;
}

/** Whether a nudge put off until a day is due now, in the person's zone. */
export const isLaterDue = (laterOn: string, now: Date, zone: string): boolean =>
  laterOn <= localDay(now, zone) && (laterOn < localDay(now, zone) || localTime(now, zone) >= NUDGE_TIME);
