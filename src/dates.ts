import type { Lang } from './texts.ts';
import { dateOf, firstOfMonth } from './time.ts';

const LOCALE = { en: 'en-GB', nl: 'nl-NL' } as const;

/** "Monday 9 November" / "maandag 9 november". */
export const dayInWords = (day: string, lang: Lang): string =>
  formatter(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOf(day)).replace(',', '');

/** "9 November" / "9 november". */
export const dateInWords = (day: string, lang: Lang): string =>
  formatter(lang, { day: 'numeric', month: 'long' }).format(dateOf(day));

/** "November" / "november"; with the year where it isn't the year of `today`. */
export const monthInWords = (month: string, lang: Lang, today?: string): string =>
  formatter(lang, {
    month: 'long',
    ...(today && today.slice(0, 4) !== month.slice(0, 4) && { year: 'numeric' as const }),
  }).format(dateOf(firstOfMonth(month)));

const formatter = (lang: Lang, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE[lang], { ...parts, timeZone: 'UTC' });
