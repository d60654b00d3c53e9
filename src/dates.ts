import type { Lang } from './texts.ts';
import { addDays, dateOf, firstOfMonth, monthOf } from './time.ts';

const LOCALE = { en: 'en-GB', nl: 'nl-NL' } as const;

/** "Monday 9 November" / "maandag 9 november". */
export const dayInWords = (day: string, lang: Lang): string =>
  formatter(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOf(day)).replace(',', '');

/** "Monday" / "maandag". 1 is Monday, 7 Sunday. */
export const weekdayInWords = (weekday: number, lang: Lang): string =>
  formatter(lang, { weekday: 'long' }).format(dateOf(addDays(A_MONDAY, weekday - 1)));

const A_MONDAY = '2024-01-01';

/** "9 November" / "9 november"; with the year where it isn't the year of `today`. */
export const dateInWords = (day: string, lang: Lang, today?: string): string =>
  formatter(lang, { day: 'numeric', month: 'long', ...yearUnlessOf(today, day) }).format(dateOf(day));

/** The two ends of "2 to 8 November": the first with its month only where it isn't the same. */
export const rangeInWords = (from: string, to: string, lang: Lang): [string, string] => [
  monthOf(from) === monthOf(to) ? String(Number(from.slice(8))) : dateInWords(from, lang),
  dateInWords(to, lang),
];

/** "10th" / "10e", of a month. */
export function ordinalInWords(day: number, lang: Lang): string {
  if (lang === 'nl') return `${day}e`;
  const suffixes = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${day}${suffixes[ordinals.select(day)]}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** "9 Nov" / "9 nov", for a chart's axis. */
export const shortDate = (day: string, lang: Lang): string =>
  formatter(lang, { day: 'numeric', month: 'short' }).format(dateOf(day));

/** The first letter large, where words begin a line. */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "November" / "november"; with the year where it isn't the year of `today`. */
export const monthInWords = (month: string, lang: Lang, today?: string): string =>
  formatter(lang, { month: 'long', ...yearUnlessOf(today, month) }).format(dateOf(firstOfMonth(month)));

const yearUnlessOf = (today: string | undefined, then: string) =>
  today !== undefined && today.slice(0, 4) !== then.slice(0, 4) ? { year: 'numeric' as const } : {};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once each: making one takes a hundred times longer than using it. */
function formatter(lang: Lang, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(parts)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE[lang], { ...parts, timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}
