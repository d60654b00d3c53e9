/** A zone as Slack shows it with a person: its name, what it is called now, and its offset from UTC in seconds now. */
export type Zone = { tz: string; tz_label: string; tz_offset: number };

/** Real zones change their offset on a quarter of an hour, never between. */
const QUARTER_MS = 15 * 60_000;

let known = { quarter: Number.NaN, zones: new Map<string, Zone>() };

/** What Slack says of an IANA zone at a moment. */
export function zoneAt(tz: string, now: Date): Zone {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  if (quarter !== known.quarter) known = { quarter, zones: new Map() };
  const zone = known.zones.get(tz) ?? { tz, tz_label: nameIn('long', tz, now), tz_offset: offsetAt(tz, now) };
  known.zones.set(tz, zone);
  return zone;
}

/** The moment at which clocks in a zone show a time on the day that is `days` after the day it is there now. */
export function whenThereIsIt(time: string, tz: string, now: Date, days = 0): Date {
  const there = new Date(now.getTime() + offsetAt(tz, now) * 1000 + days * 86_400_000);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate(), hours, minutes);
  const about = new Date(wall - offsetAt(tz, now) * 1000);
  // The offset may change between now and then.
  return new Date(wall - offsetAt(tz, about) * 1000);
}

function offsetAt(tz: string, now: Date): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(nameIn('longOffset', tz, now)) ?? [];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return sign === '-' ? -seconds : seconds;
}

const nameIn = (style: 'longOffset' | 'long', tz: string, now: Date) =>
  formatter(tz, style)
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes longer than all the rest of a person. */
function formatter(timeZone: string, timeZoneName: 'longOffset' | 'long'): Intl.DateTimeFormat {
  const key = `${timeZone} ${timeZoneName}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  formatters.set(key, made);
  return made;
}
