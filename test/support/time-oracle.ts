import { instantOf, localDay, localTime } from '../../src/time.ts';

/** Zones whose clocks change at odd hours, by odd amounts, at midnight, or during Ramadan. */
const HARD_ZONES = [
  ...['Europe/Amsterdam', 'Europe/Dublin', 'America/New_York', 'America/St_Johns', 'America/Havana', 'America/Nuuk'],
  ...['America/Santiago', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kolkata'],
  ...['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Easter', 'Antarctica/Troll', 'Atlantic/Azores'],
];
const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2028, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Compares time.ts with a slow truth made of Intl alone, around every change of the clocks: how many, and which are wrong. */
export function checkAgainstIntl(): { cases: number; wrong: string[] } {
  let cases = 0;
  const wrong: string[] = [];
  for (const zone of HARD_ZONES) {
    const shown = wallClockOf(zone);
    for (const change of changesIn(shown)) {
      const firstShown = firstTimes(shown, change);
      for (let wall = asUtc(shown(change)) - 4 * HOUR; wall < asUtc(shown(change)) + 4 * HOUR; wall += 15 * MINUTE) {
        const wanted = new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
        const truth = firstShown.get(wanted) ?? change;
        const got = instantOf(wanted.slice(0, 10), wanted.slice(11), zone);
        const back = `${localDay(new Date(truth), zone)} ${localTime(new Date(truth), zone)}`;
        cases += 2;
        if (got.getTime() !== truth) wrong.push(`${zone} ${wanted}: ${got.toISOString()}`);
        if (back !== shown(truth)) wrong.push(`${zone} ${new Date(truth).toISOString()}: ${back}`);
      }
    }
  }
  return { cases, wrong };
}

function wallClockOf(zone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return (ms: number) => format.format(ms);
}

const asUtc = (shown: string) => Date.parse(`${shown.replace(' ', 'T')}Z`);

/** The first minutes after each change of the clocks. */
function changesIn(shown: (ms: number) => string): number[] {
  const offset = (ms: number) => asUtc(shown(ms)) - ms;
  const changes: number[] = [];
  for (let hour = FROM; hour < UNTIL; hour += HOUR) {
    if (offset(hour) === offset(hour + HOUR)) continue;
    let minute = hour;
    while (offset(minute) === offset(hour)) minute += MINUTE;
    changes.push(minute);
  }
  return changes;
}

/** When each wall-clock time around a change is shown for the first time. */
function firstTimes(shown: (ms: number) => string, change: number): Map<string, number> {
  const first = new Map<string, number>();
  for (let ms = change - 12 * HOUR; ms < change + 12 * HOUR; ms += MINUTE) {
    const now = shown(ms);
    if (!first.has(now)) first.set(now, ms);
  }
  return first;
}
