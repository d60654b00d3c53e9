import type HolidayPackage from 'date-holidays';
import { addDays, instantOf, localDay } from '../../time.ts';

/**
 * Public holidays and the places that have them, from the kept package date-holidays (code ISC, data CC BY-SA 3.0):
 * offline, some 200 countries with states and regions. It is loaded when first asked for, which the first tick does where
 * the nudges have been started: at the start itself it would make every start a fifth longer (0.12 s of 0.58 s) and no
 * house smaller (25 MB either way).
 *
 * A place is an ISO 3166-1 country, followed by the package's codes of a state and a region where holidays differ:
 * `NL`, `DE-BY`, `DE-BY-A`.
 */
export type Holidays = (place: string) => (day: string) => boolean;

/** Which days (`YYYY-MM-DD`) are public holidays where; a place that nobody knows has none. */
export async function loadHolidays(): Promise<Holidays> {
  const Package = await loadPackage();
  return (place) => (day) => daysOff(Package, place, Number(day.slice(0, 4))).has(day);
}

let loading: Promise<typeof HolidayPackage> | undefined;

/** The package itself, for the names of its places. */
export function loadPackage(): Promise<typeof HolidayPackage> {
  loading ??= import('date-holidays').then((loaded) => loaded.default);
  return loading;
}

const remembered = new Map<string, ReadonlySet<string>>();

/** The days off of a year. What begins in the year before may last until January. */
function daysOff(Package: typeof HolidayPackage, place: string, year: number): ReadonlySet<string> {
  const known = remembered.get(`${place} ${year}`);
  if (known) return known;
  const [country = '', state = '', region = ''] = place.split('-');
  const calendar = new Package(country, state, region);
  const [zone = 'UTC'] = calendar.getTimezones();
  const publicOnes = [year - 1, year].flatMap((of) => calendar.getHolidays(of)).filter(({ type }) => type === 'public');
  const days = new Set(publicOnes.flatMap(({ start, end }) => wholeDays(start, end, zone)));
  remembered.set(`${place} ${year}`, days);
  return days;
}

/** The days whose noon a holiday covers: not an afternoon off, and not the evening before, when some of them begin. */
function wholeDays(start: Date, end: Date, zone: string): string[] {
  const days: string[] = [];
  for (let day = localDay(start, zone); instantOf(day, '12:00', zone) < end; day = addDays(day, 1))
    if (start < instantOf(day, '12:00', zone)) days.push(day);
  return days;
}
