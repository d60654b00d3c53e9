import { instantOf } from '../../time.ts';
import { addWorkingDays, firstWorkingDay, type WorkingDays } from '../people/days-rules.ts';

/** When a nudge is due, in the person's own zone. */
export const NUDGE_TIME = '10:00';

/** What people share who are nudged at the same moments: a zone, and the days they work. */
export type Calendar = { zone: string; works: WorkingDays };

/** People of one calendar. */
export type Crowd = { calendar: Calendar; people: number };

/** On how many of a month's first working days nudges become due at most, and in how many hours of each, from ten on. */
export const MOST_DAYS = 5;
const HOURS = 6;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MINUTES = HOURS * 60;

/**
 * Over how many first working days a month's nudges are spread. 0: not at all, since nowhere do more than `perHour` people
 * become due within an hour; everybody hears it at ten. What doesn't fit into five days either is late, not lost.
 */
export function daysToSpread(crowds: readonly Crowd[], month: string, perHour: number): number {
  if (busiestHour(crowds, month) <= perHour) return 0;
  const everybody = crowds.reduce((sum, { people }) => sum + people, 0);
  return Math.min(MOST_DAYS, Math.ceil(everybody / (perHour * HOURS)));
}

/** When the nudge of somebody at this place, a number from 0 to 1, is due: at ten, or in a minute of their own. */
export const momentOf = (month: string, calendar: Calendar, days: number, place: number): Date =>
  momentsOf(month, calendar, days)(place);

/** The same for many people of one calendar: the moment of each place. */
export function momentsOf(month: string, calendar: Calendar, days: number): (place: number) => Date {
  const minuteOf = minutesOf(month, calendar, days);
  return (place) => minuteOf(Math.floor(place * days * MINUTES));
}

/**
 * Up to which place people's moments are in the past, if that is what `past` says; 0: nobody's, 1: everybody's. Asked
 * only a few times, since later places have later moments.
 */
export function shareOf(month: string, calendar: Calendar, days: number, past: (moment: Date) => boolean): number {
  const minuteOf = minutesOf(month, calendar, days);
  const minutes = Math.max(1, days * MINUTES);
  let share = 0;
  let above = minutes;
  while (share < above) {
    const middle = Math.floor((share + above) / 2);
    if (past(minuteOf(middle))) share = middle + 1;
    else above = middle;
  }
  return share / minutes;
}

/** Calendars are due at ten of their own, so an hour may begin at any of these moments. */
function busiestHour(crowds: readonly Crowd[], month: string): number {
  const due = new Map<number, number>();
  for (const { calendar, people } of crowds) {
    const at = momentOf(month, calendar, 0, 0).getTime();
    due.set(at, (due.get(at) ?? 0) + people);
  }
  const within = (from: number) =>
    [...due].reduce((sum, [at, people]) => (from <= at && at < from + HOUR_MS ? sum + people : sum), 0);
  return Math.max(0, ...[...due.keys()].map(within));
}

/** The minutes in which nudges become due, of all days in one row. */
function minutesOf(month: string, { zone, works }: Calendar, days: number): (n: number) => Date {
  const mornings = Array.from({ length: Math.max(1, days) }, (_, n) => {
    const day = addWorkingDays(firstWorkingDay(month, works), n, works);
    return { day, ten: instantOf(day, NUDGE_TIME, zone).getTime() };
  });
  return (n) => {
    const morning = mornings[Math.floor(n / MINUTES)];
    if (!morning) throw new RangeError('a moment after the last day');
    return new Date(morning.ten + (n % MINUTES) * MINUTE_MS);
  };
}
