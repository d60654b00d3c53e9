import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, DAYTIME, firstWorkingDay } from '../../src/features/people/index.ts';
import {
  isEvening,
  isLast,
  isWeekLeft,
  nudgedDays,
  nudgedFor,
  REMINDERS,
  remindedAt,
  remindUntil,
} from '../../src/features/reminders/rules.ts';
import { addMonths, instantOf, localDay, localTime, monthOf, plus } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const calendar = { zone: AMSTERDAM, works: weekdays };

const shown = (at: Date | undefined) => at && `${localDay(at, AMSTERDAM)} ${localTime(at, AMSTERDAM)}`;

describe('somebody who was nudged on', () => {
  it.each([
    ['the first working day at ten', '2026-12', '2026-12-01T09:00Z', '2026-12-15 10:00', '2026-12-25 10:00'],
    ['a first working day after a weekend', '2026-08', '2026-08-03T08:00Z', '2026-08-17 10:00', '2026-08-25 10:00'],
    [
      'the third working day, in their own minute',
      '2026-12',
      '2026-12-03T12:17Z',
      '2026-12-17 13:17',
      '2026-12-29 13:17',
    ],
    ['the tenth, by their own choice', '2026-12', '2026-12-10T09:00Z', '2026-12-24 10:00', undefined],
    ['the twentieth', '2026-12', '2026-12-21T09:00Z', undefined, undefined],
    ['the first of February', '2027-02', '2027-02-01T09:00Z', '2027-02-15 10:00', '2027-02-22 10:00'],
  ])('%s is reminded on', (_who, month, nudgedAt, middle, last) => {
    const at = new Date(nudgedAt);
    expect(REMINDERS.map((one) => shown(remindedAt(one, month, at, calendar)))).toEqual([middle, last]);
    if (middle) expect(isLast('middle', month, at, calendar)).toBe(last === undefined);
  });
});

/** Zones at both ends of the day, and with clocks that change at odd moments. */
const zone = fc.constantFrom(
  AMSTERDAM,
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
);
const month = fc.integer({ min: 0, max: 40 }).map((n) => addMonths('2026-01', n));
const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const nudge = fc.record({
  zone,
  month,
  week,
  later: fc.integer({ min: 0, max: 25 }),
  minute: fc.integer({ min: 0, max: 419 }),
});

const lifeOf = ({
  zone,
  month,
  week,
  later,
  minute,
}: {
  zone: string;
  month: string;
  week: number[];
  later: number;
  minute: number;
}) => {
  const works = (day: string) => week.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
  const day = addWorkingDays(firstWorkingDay(month, works), later, works);
  return { calendar: { zone, works }, day, nudgedAt: plus(instantOf(day, '10:00', zone), { minutes: minute }) };
};

describe('whoever was nudged, whenever', () => {
  it('is reminded on working days of the same month, at the same time of day, the later one later', () => {
    fc.assert(
      fc.property(nudge, (one) => {
        const { calendar, day, nudgedAt } = lifeOf(one);
        fc.pre(monthOf(day) === one.month);
        const [middle, last] = REMINDERS.map((each) => remindedAt(each, one.month, nudgedAt, calendar));
        for (const at of [middle, last]) {
          if (!at) continue;
          expect(at > nudgedAt).toBe(true);
          expect(monthOf(localDay(at, one.zone))).toBe(one.month);
          expect(calendar.works(localDay(at, one.zone))).toBe(true);
          expect(localTime(at, one.zone)).toBe(localTime(nudgedAt, one.zone));
        }
        if (middle && last) expect(last > middle).toBe(true);
        if (last) expect(middle).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('is found by the look at exactly the moments between when the reminder is due and when it is over', () => {
    const ask = fc.record({
      reminder: fc.constantFrom(...REMINDERS),
      minutes: fc.integer({ min: -3 * 24 * 60, max: 4 * 24 * 60 }),
    });
    fc.assert(
      fc.property(nudge, ask, (one, { reminder, minutes }) => {
        const { calendar, day, nudgedAt } = lifeOf(one);
        fc.pre(monthOf(day) === one.month);
        const at = remindedAt(reminder, one.month, nudgedAt, calendar);
        fc.pre(at !== undefined);
        if (!at) return;
        const now = plus(at, { minutes });
        fc.pre(monthOf(localDay(now, one.zone)) === one.month);
        const found = nudgedFor(reminder, now, calendar);
        const isFound = found !== undefined && found.from < nudgedAt && nudgedAt <= found.to;
        expect(isFound).toBe(at <= now && now < remindUntil(at, one.zone, calendar.works));
      }),
      { numRuns: 500 },
    );
  });
});

describe('about a week of December is left', () => {
  it.each([
    ['on the 24th', '2026-12-24', true],
    ['not on the 23rd', '2026-12-23', false],
    ['on Sunday the 27th', '2026-12-27', true],
    ['not on the 28th', '2026-12-28', false],
  ])('%s', (_when, today, expected) => {
    expect(isWeekLeft(today)).toBe(expected);
  });
});

it('the last one is the last, whatever else was to come', () => {
  expect(isLast('last', '2026-12', new Date('2026-12-01T09:00Z'), calendar)).toBe(true);
  expect(isLast('middle', '2026-12', new Date('2026-12-01T09:00Z'), calendar)).toBe(false);
});

describe('the days of the nudges that are brought up again', () => {
  const daysOn = (today: string, evening = false) => nudgedDays('middle', today, evening, calendar);

  it.each([
    ['before the middle of the month: none', '2026-12-14', false, undefined],
    ['on the 15th: the first working day’s', '2026-12-15', false, ['2026-12-01', '2026-12-01', true]],
    ['on the 16th: of two days', '2026-12-16', false, ['2026-12-01', '2026-12-02', true]],
    ['in its evening: those of the first are over', '2026-12-16', true, ['2026-12-02', '2026-12-02', true]],
    ['on a Saturday: those of Friday, until Monday', '2026-12-19', false, ['2026-12-04', '2026-12-04', false]],
    ['in its evening too', '2026-12-19', true, ['2026-12-04', '2026-12-04', false]],
  ] as const)('%s', (_when, today, evening, expected) => {
    const [first, last, isToday] = expected ?? [];
    expect(daysOn(today, evening)).toEqual(expected && { first, last, isToday });
  });

  it.each([
    ['16:59', false],
    ['17:00', true],
  ])('at %s it is evening: %s', (time, expected) => {
    expect(isEvening(instantOf('2026-12-15', time, AMSTERDAM), AMSTERDAM)).toBe(expected);
  });
});

it('ends at five on the second working day', () => {
  const at = instantOf('2026-12-25', '10:00', AMSTERDAM);
  expect(shown(remindUntil(at, AMSTERDAM, weekdays))).toBe(`2026-12-28 ${DAYTIME.until}`);
});
