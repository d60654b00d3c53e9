import { addDays, dayInWords } from './calendar-days.ts';

/**
 * The day that somebody means by what they type: `2026-11-23`, the numbers in their language's order (`23-11`,
 * `11/23/2026`), a day with a month's name (`23 nov`), or their words for today and its neighbours. Undefined when it is
 * none. `today` is theirs; without a year the day is this year's.
 */
export function dayFrom(typed: string, locale: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return existing(...parts(text));
  return relativeDay(text, locale, today) ?? namedMonth(text, locale, today) ?? inNumbers(text, locale, today);
}

/** The time of day that somebody means: `14:05`, `1405`, `14.05`, `2 pm`, `2:05pm`, `9`; as `HH:mm`. */
export function timeFrom(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h]?([0-5]\d))?\s*([ap])?\.?\s?m?\.?$/i.exec(typed.trim());
  if (!found) return undefined;
  const [, hours = '', minutes = '00', half] = found;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return hour < 24 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

const parts = (text: string): [number, number, number] => {
  const [first = 0, second = 0, third = 0] = text.split(/\D+/).filter(Boolean).map(Number);
  return [first, second, third];
};

/** A year of two digits is of this century. */
function existing(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  const at = new Date(Date.UTC(full, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && full < 10_000;
  return isReal ? at.toISOString().slice(0, 10) : undefined;
}

function relativeDay(text: string, locale: string, today: string): string | undefined {
  const offset = [-1, 0, 1].find((days) =>
    [locale, 'en'].some((lang) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day') === text),
  );
  return offset === undefined ? undefined : addDays(today, offset);
}

/** The beginning of a month's name, three letters or more, or its short form; in the reader's language or in English. */
function namedMonth(text: string, locale: string, today: string): string | undefined {
  const word = /\p{L}{3,}/u.exec(text)?.[0];
  const [day = 0, year = Number(today.slice(0, 4))] = (text.match(/\d+/g) ?? []).map(Number);
  if (!word || text.replace(word, '').match(/\p{L}{3,}/u)) return undefined;
  const month = MONTHS.find((nth) => [locale, 'en'].some((lang) => isCalled(nth, word, lang)));
  return month === undefined ? undefined : existing(year, month, day);
}

function isCalled(month: number, word: string, lang: string): boolean {
  const name = (length: 'long' | 'short') =>
    dayInWords(`2026-${String(month).padStart(2, '0')}-01`, lang, { month: length }).toLowerCase();
  return name('long').startsWith(word) || name('short').replace('.', '') === word;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

function inNumbers(text: string, locale: string, today: string): string | undefined {
  if (!/^\d{1,4}[-/. ]+\d{1,2}(?:[-/. ]+\d{2,4})?\.?$/.test(text)) return undefined;
  const numbers = text.split(/\D+/).filter(Boolean).map(Number);
  const order = new Intl.DateTimeFormat(locale)
    .formatToParts(new Date(0))
    .map(({ type }): string => type)
    .filter((type) => type !== 'literal' && (numbers.length === 3 || type !== 'year'));
  const of = (type: string) => numbers[order.indexOf(type)];
  return existing(of('year') ?? Number(today.slice(0, 4)), of('month') ?? 0, of('day') ?? 0);
}
