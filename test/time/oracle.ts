import { Temporal } from 'temporal-polyfill';
import { instantOf, localDay, localTime } from '../../src/time.ts';
import { LINKS } from './links.ts';

/** Every zone this Node knows, by every name. */
export const ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), ...LINKS.filter(isKnownHere)];

/** Zones whose clocks change at odd hours, by odd amounts, at midnight, during Ramadan, or not at all. */
export const HARD_ZONES: readonly string[] = [
  ...['Europe/Amsterdam', 'Europe/Dublin', 'America/New_York', 'America/St_Johns', 'America/Havana', 'America/Nuuk'],
  ...['America/Santiago', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kolkata'],
  ...['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Easter', 'Antarctica/Troll', 'Atlantic/Azores'],
];

/** Which times of day are asked around each change of the clocks: so many hours to both sides, every so many minutes. */
export type Around = { hours: number; minutes: number };

/** How many answers of time.ts were compared with Temporal's, around how many changes of the clocks, and which were wrong. */
export type Findings = { cases: number; changes: number; wrong: string[] };

const FROM = Temporal.PlainDate.from('2024-01-01');
const UNTIL = Temporal.PlainDate.from('2038-01-01');
/** Ordinary days between the changes, and in zones that have none. */
const EVERY_MONTHS = 3;
/** An instant is rarely the first of its minute. */
const LAST_OF_MINUTE_MS = 59_999;

/** Compares time.ts with Temporal in these zones, around every change of the clocks from 2024 to 2037 and on ordinary days. */
export function compare(zones: readonly string[], around: Around): Findings {
  const found: Findings = { cases: 0, changes: 0, wrong: [] };
  for (const zone of zones) {
    const changes = changesIn(zone);
    found.changes += changes.length;
    const times = [...ordinaryDays(zone), ...changes].flatMap((at) => [...timesAround(at, around)]);
    for (const time of new Set(times)) {
      found.cases += 3;
      found.wrong.push(...differences(zone, time));
    }
  }
  return found;
}

function* differences(zone: string, shown: string): Generator<string> {
  const truth = firstShown(Temporal.PlainDateTime.from(shown), zone);
  const [day = '', time = ''] = shown.split('T');
  const instant = instantOf(day, time, zone).getTime();
  if (instant !== truth.epochMilliseconds) yield `${zone} ${shown} is ${new Date(instant).toISOString()}`;
  const at = new Date(truth.epochMilliseconds + LAST_OF_MINUTE_MS);
  const [trueDay, trueTime] = [truth.toPlainDate().toString(), minuteOf(truth.toPlainDateTime()).split('T')[1]];
  if (localDay(at, zone) !== trueDay) yield `${zone} ${at.toISOString()} is on ${localDay(at, zone)}`;
  if (localTime(at, zone) !== trueTime) yield `${zone} ${at.toISOString()} is at ${localTime(at, zone)}`;
}

/** `earlier` is the first of two equal times; of a time that is left out it is as long before the change as that is after. */
function firstShown(time: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  const found = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(time)) return found;
  const change = found.getTimeZoneTransition('next');
  if (!change) throw new Error(`${zone} leaves out ${time.toString()} without a change of its clocks`);
  return change;
}

function changesIn(zone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  const end = UNTIL.toZonedDateTime(zone);
  let next = FROM.toZonedDateTime(zone).getTimeZoneTransition('next');
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    changes.push(next);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

function* ordinaryDays(zone: string): Generator<Temporal.ZonedDateTime> {
  for (let day = FROM; Temporal.PlainDate.compare(day, UNTIL) < 0; day = day.add({ months: EVERY_MONTHS }))
    yield day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
}

/** What the clocks would show around a change, had they not been changed, and the minutes at both of its ends. */
function* timesAround(change: Temporal.ZonedDateTime, { hours, minutes }: Around): Generator<string> {
  const after = change.toPlainDateTime();
  const before = change.subtract({ minutes: 1 }).toPlainDateTime().add({ minutes: 1 });
  for (const end of [before, after]) for (const away of [-1, 0, 1]) yield minuteOf(end.add({ minutes: away }));
  for (let away = -hours * 60; away <= hours * 60; away += minutes) yield minuteOf(before.add({ minutes: away }));
}

const minuteOf = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' });

function isKnownHere(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
