import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

/**
 * The one place of zone and calendar arithmetic. A day is 'YYYY-MM-DD', a month 'YYYY-MM', a week ISO 8601's
 * 'YYYY-Www', a time of day 'HH:mm', a zone an IANA name. Instants are `Date`s.
 *
 * Calendars are dayjs in UTC, where every day has 24 hours. What a zone's clocks show comes from Intl: dayjs.tz takes the
 * second of two equal times east of Greenwich and the minute after the first existing one in a gap, and its `.tz()` is
 * wrong in the hours in which the host's own zone changes its clocks (measured).
 */
dayjs.extend(utc);

/** People share few zones, days and times, so answers are kept, of each sort up to this many. */
const REMEMBERED = 10_000;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const CLOCK = {
  ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  hourCycle: 'h23',
} as const;

/** The calendar day an instant falls on in a zone. */
export const localDay = (at: Date, zone: string): string => wallClock(at.getTime(), zone).slice(0, 10);

/** The time of day an instant has in a zone. */
export const localTime = (at: Date, zone: string): string => wallClock(at.getTime(), zone).slice(11);

/**
 * The instant at which a zone's clocks show this day and time. A time that a change of the clock leaves out becomes the
 * first minute after it; of a time that comes twice it is the first.
 */
export const instantOf = (day: string, time: string, zone: string): Date =>
  new Date(remembered(instants, `${zone} ${day} ${time}`, () => findInstant(`${day} ${time}`, zone)));

/** The day n days later; earlier where n is negative. */
export const addDays = (day: string, n: number): string =>
  remembered(laterDays, `${day} ${n}`, () => dayjs.utc(day).add(n, 'day').format('YYYY-MM-DD'));

/** How many days later `to` is than `from`. */
export const daysBetween = (from: string, to: string): number => dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number => remembered(weekdays, day, () => dayjs.utc(day).day() || 7);

/** The ISO week a day belongs to: the one of its Thursday, in whose year it is counted. */
export function weekOf(day: string): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO week. */
export function firstDayOf(week: string): string {
  const fourthOfJanuary = `${week.slice(0, 4)}-01-04`; // always in week 1
  return addDays(fourthOfJanuary, 1 - weekdayOf(fourthOfJanuary) + 7 * (Number(week.slice(6)) - 1));
}

/** The week n weeks later; earlier where n is negative. */
export const addWeeks = (week: string, n: number): string => weekOf(addDays(firstDayOf(week), 7 * n));

/** The month a day belongs to. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The first day of a month. */
export const firstOfMonth = (month: string): string => `${month}-01`;

/** The last day of a month. */
export const lastOfMonth = (month: string): string => addDays(firstOfMonth(addMonths(month, 1)), -1);

/** The month n months later; earlier where n is negative. */
export const addMonths = (month: string, n: number): string =>
  dayjs.utc(firstOfMonth(month)).add(n, 'month').format('YYYY-MM');

/** The zone, if this Node knows it by an IANA name; else the fallback. Slack's `tz` can be missing or unknown here. */
export const safeZone = (zone: string | undefined, fallback: string): string =>
  zone !== undefined && remembered(knownZones, zone, () => isZone(zone)) ? zone : fallback;

/** A day as the database's date columns hold it: midnight UTC. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The day a date column holds. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** An exact length of time. A day here is 24 hours, which a calendar day isn't always: that is addDays. */
export type Duration = { days?: number; hours?: number; minutes?: number; seconds?: number };

/** The instant that much later; earlier where the numbers are negative. */
export const plus = (at: Date, { days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): Date =>
  new Date(at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);

const instants = new Map<string, number>();
const offsets = new Map<string, number>();
const laterDays = new Map<string, string>();
const weekdays = new Map<string, number>();
const knownZones = new Map<string, boolean>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function remembered<T>(memory: Map<string, T>, key: string, find: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, found);
  return found;
}

/** What a zone's clocks show, as 'YYYY-MM-DD HH:mm', which sorts like time. */
const wallClock = (ms: number, zone: string) =>
  new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16).replace('T', ' ');

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds. Intl is asked once for a whole day: where both
 * its ends have the same offset it was in force all day, since no zone changes its clocks twice within two days.
 */
function offsetAt(ms: number, zone: string): number {
  const day = Math.floor(ms / DAY_MS);
  const allDay = remembered(offsets, `${zone} ${day}`, () => {
    const offset = shownOffset(day * DAY_MS, zone);
    return offset === shownOffset((day + 1) * DAY_MS, zone) ? offset : Number.NaN;
  });
  if (!Number.isNaN(allDay)) return allDay;
  const minute = Math.floor(ms / MINUTE_MS);
  return remembered(offsets, `${zone} ${minute} min`, () => shownOffset(minute * MINUTE_MS, zone));
}

function shownOffset(ms: number, zone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(ms)) shown[type] = value;
  return asIfUtc(`${shown.year}-${shown.month}-${shown.day} ${shown.hour}:${shown.minute}`) - ms;
}

const clockOf = (zone: string) =>
  remembered(clocks, zone, () => new Intl.DateTimeFormat('en-GB', { ...CLOCK, timeZone: zone }));

const asIfUtc = (shown: string) => Date.parse(`${shown.replace(' ', 'T')}:00Z`);

/**
 * No zone changes its clocks twice within two days, so the offset in force is the one of a day before or a day after. Of
 * two equal times the first still has the one before.
 */
function findInstant(wanted: string, zone: string): number {
  const utcMs = asIfUtc(wanted);
  const possible = [-DAY_MS, DAY_MS].map((away) => utcMs - offsetAt(utcMs + away, zone));
  return possible.find((ms) => wallClock(ms, zone) === wanted) ?? afterGap(wanted, zone, utcMs);
}

/** The first minute at which the clocks show more than a time that doesn't exist, by halving the days around it. */
function afterGap(wanted: string, zone: string, utcMs: number): number {
  let before = (utcMs - DAY_MS) / MINUTE_MS;
  let after = (utcMs + DAY_MS) / MINUTE_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle * MINUTE_MS, zone) < wanted) before = middle;
    else after = middle;
  }
  return after * MINUTE_MS;
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false; // newer Nodes take offsets like +02:00, which have no daylight saving
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}
