/** Whose eyes a date is for: their zone (IANA), their language (BCP 47), and the instant at which they look (the turned clock). */
export type Reader = { zone: string; locale: string; now: Date };

const DAY_MS = 86_400_000;
/** Nearer than half a year Slack leaves the year out of a date that is part of a sentence. */
const NEAR_MS = 182 * DAY_MS;

/** `2026-11-21`, the reader's own calendar day of an instant. */
export const dayKey = (at: Date, zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);

/** `14:05` or `2:05 PM`, as the reader's language writes it. */
export const timeOf = (at: Date, { zone, locale }: Reader) => shown(at, zone, locale, { timeStyle: 'short' });

/** `Saturday 21 November`, or the word for today and yesterday. For the lines between two days. */
export function dayOf(at: Date, reader: Reader): string {
  return (
    nearby(at, reader) ?? shown(at, reader.zone, reader.locale, { weekday: 'long', day: 'numeric', month: 'long' })
  );
}

/** `Saturday 21 November 2026`. */
export const dateOf = (at: Date, { zone, locale }: Reader) => shown(at, zone, locale, { dateStyle: 'full' });

/** `Saturday 21 November 2026 at 14:05`, for titles. */
export const momentOf = (at: Date, { zone, locale }: Reader) =>
  shown(at, zone, locale, { dateStyle: 'full', timeStyle: 'short' });

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric' },
  day_divider: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/**
 * Slack's `<!date^…>` format for this reader: `{date_short} at {time}` and its kin
 * (docs.slack.dev/messaging/formatting-message-text#date-formatting). A token it doesn't know makes it undefined,
 * and the message's own fallback is shown.
 */
export function slackDate(seconds: number, format: string, reader: Reader): string | undefined {
  const at = new Date(seconds * 1000);
  const tokens = [...format.matchAll(/\{(\w+)\}/g)].map(([, token = '']) => token);
  if (tokens.some((token) => tokenOf(token, at, reader) === undefined)) return undefined;
  return format.replace(/\{(\w+)\}/g, (_all, token: string) => tokenOf(token, at, reader) ?? '');
}

function tokenOf(token: string, at: Date, reader: Reader): string | undefined {
  if (token === 'ago') return ago(at, reader);
  if (token === 'date_num') return dayKey(at, reader.zone);
  const pretty = token.endsWith('_pretty') ? nearby(at, reader) : undefined;
  const plain = token.replace(/_pretty$/, '');
  const format = FORMATS[plain];
  if (pretty !== undefined || format === undefined) return pretty;
  const { year, ...yearless } = format;
  return shown(at, reader.zone, reader.locale, year && leavesYearOut(plain, at, reader) ? yearless : format);
}

/** A divider between days leaves out this year; a date in a sentence any year that is near. */
function leavesYearOut(token: string, at: Date, { now, zone }: Reader): boolean {
  if (token === 'day_divider') return dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
  return token === 'date' && Math.abs(at.getTime() - now.getTime()) < NEAR_MS;
}

/** Today, yesterday, tomorrow in the reader's words; undefined for any other day. */
function nearby(at: Date, { zone, locale, now }: Reader): string | undefined {
  const days = Math.round((Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / DAY_MS);
  if (Math.abs(days) > 1) return undefined;
  const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

function ago(at: Date, { locale, now }: Reader): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / (24 * 60)), 'day');
}

const shown = (at: Date, timeZone: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
