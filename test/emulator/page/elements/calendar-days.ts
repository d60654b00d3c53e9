const DAY_MS = 86_400_000;

const isoOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** So many days later, or earlier; days are `2026-11-21`. */
export const addDays = (day: string, count: number) => isoOf(Date.parse(day) + count * DAY_MS);

/** The same day so many months later; the last one where that month is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth)));
}

/** The weeks that show the month of a day, whole ones, the first beginning on `firstDay` (1 is Monday, 7 Sunday). */
export function weeksAround(day: string, firstDay: number): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const before = (new Date(first).getUTCDay() - firstDay + 7) % 7;
  const start = addDays(first, -before);
  const length = new Date(Date.parse(addMonths(first, 1)) - DAY_MS).getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, at) => addDays(start, week * 7 + at)),
  );
}

/** On which day a week begins where that language is spoken: 1 is Monday, 7 Sunday. */
export function firstDayOfWeek(locale: string): number {
  const of = new Intl.Locale(locale);
  // Younger than the types: a method in browsers, a property in Node 20.
  const week: unknown =
    'getWeekInfo' in of && typeof of.getWeekInfo === 'function'
      ? of.getWeekInfo()
      : 'weekInfo' in of
        ? of.weekInfo
        : undefined;
  const known = typeof week === 'object' && week !== null && 'firstDay' in week ? week.firstDay : undefined;
  return typeof known === 'number' ? known : 1;
}

/** A day in the reader's language, as a calendar's day is none of any zone. */
export const dayInWords = (day: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(day));
