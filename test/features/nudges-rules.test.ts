import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAmongFirst,
  isLaterDue,
  isWithin,
  laterDay,
  notBefore,
  nudgeDue,
  nudgeUntil,
  partOfDay,
} from '../../src/features/nudges/rules.ts';
import { firstWorkingDay } from '../../src/features/people/index.ts';
import { localDay, localTime, monthOf, weekdayOf } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const LONG_AGO = new Date('2026-01-15T12:00:00Z');

/** Zones at both ends of the day, of half and quarter hours, and with clocks that change at odd moments. */
const ZONES = [
  ...[AMSTERDAM, 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'],
  ...['Etc/GMT+12', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Havana', 'Pacific/Chatham'],
];
const instant = fc.date({ min: new Date('2026-02-01'), max: new Date('2031-12-31'), noInvalidDate: true });

describe('when a nudge is due', () => {
  it.each([
    ['a Tuesday the 1st', '2026-12-01T09:00Z', AMSTERDAM, '2026-12', '2026-12-01T09:00Z'],
    ['one minute before ten', '2026-12-01T08:59Z', AMSTERDAM, undefined, undefined],
    ['ten in New York', '2026-12-01T15:00Z', 'America/New_York', '2026-12', '2026-12-01T15:00Z'],
    ['ten in Kolkata, half past four in London', '2026-12-01T04:30Z', 'Asia/Kolkata', '2026-12', '2026-12-01T04:30Z'],
    ['a Saturday the 1st', '2026-08-01T10:00Z', AMSTERDAM, undefined, undefined],
    ['the Monday after it', '2026-08-03T10:00Z', AMSTERDAM, '2026-08', '2026-08-03T08:00Z'],
    ['a Sunday the 1st, and its Monday', '2026-11-02T09:00Z', AMSTERDAM, '2026-11', '2026-11-02T09:00Z'],
    ['the third working day, before five', '2026-12-03T15:59Z', AMSTERDAM, '2026-12', '2026-12-01T09:00Z'],
    ['the third working day, at five', '2026-12-03T16:00Z', AMSTERDAM, undefined, undefined],
    ['a Friday the 1st, and the Tuesday after it', '2027-01-05T15:59Z', AMSTERDAM, '2027-01', '2027-01-01T09:00Z'],
    [
      'a month that has begun on the date line’s other side',
      '2026-11-30T20:00Z',
      'Pacific/Kiritimati',
      '2026-12',
      '2026-11-30T20:00Z',
    ],
    ['the day the clocks went forward is over', '2026-04-01T08:00Z', AMSTERDAM, '2026-04', '2026-04-01T08:00Z'],
  ])('%s', (_what, now, zone, month, dueAt) => {
    const due = nudgeDue(new Date(now), { zone, works: weekdays }, LONG_AGO);
    expect(due).toEqual(month && dueAt ? { month, dueAt: new Date(dueAt), from: 0, to: 1 } : undefined);
  });

  it.each([
    ['the evening before', '2026-11-30T20:00Z', true],
    ['midnight of the first working day', '2026-11-30T23:00Z', false],
    ['that morning', '2026-12-01T07:00Z', false],
    ['a minute before', '2026-12-01T08:59Z', false],
  ])('started %s: whether the first ones go out that day', (_when, startedAt, goes) => {
    expect(
      nudgeDue(new Date('2026-12-01T09:30Z'), { zone: AMSTERDAM, works: weekdays }, new Date(startedAt)) !== undefined,
    ).toBe(goes);
  });

  it('it is at ten, on a working day, once a month and never at once, in every zone', () => {
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(...ZONES), (now, startedAt, zone) => {
        const due = nudgeDue(now, { zone, works: weekdays }, startedAt);
        if (!due) return;
        const day = localDay(due.dueAt, zone);
        expect(localTime(due.dueAt, zone)).toBe('10:00');
        expect(weekdayOf(day)).toBeLessThanOrEqual(5);
        expect(day).toBe(firstWorkingDay(due.month, weekdays));
        expect(day > localDay(startedAt, zone)).toBe(true);
        expect(due.dueAt <= now && now < nudgeUntil(due.dueAt, zone, weekdays)).toBe(true);
        expect(due.month).toBe(monthOf(localDay(now, zone)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('among the first who are asked in December, which begins on a Tuesday', () => {
  it.each([
    ['is the first working day', '2026-12-01', '2026-12-01', 0, true],
    ['is the third: so long a nudge may take', '2026-12-03', '2026-12-01', 0, true],
    ['isn’t the fourth', '2026-12-04', '2026-12-01', 0, false],
    ['isn’t the fourth of a single day of nudges', '2026-12-04', '2026-12-01', 1, false],
    ['is the seventh of five days of nudges', '2026-12-09', '2026-12-01', 5, true],
    ['isn’t the eighth', '2026-12-10', '2026-12-01', 5, false],
    ['is the third from somebody’s own day, a Saturday', '2026-12-16', '2026-12-12', 0, true],
    ['isn’t the one after it', '2026-12-17', '2026-12-12', 0, false],
  ])('%s', (_which, day, from, days, expected) => {
    expect(isAmongFirst(day, from, weekdays, days)).toBe(expected);
  });
});

describe('the first day on which somebody wants to be asked in December', () => {
  it.each([
    ['is the 1st', null, null, '2026-12-01'],
    ['is their own day of the month', 8, null, '2026-12-08'],
    ['with two digits too', 12, null, '2026-12-12'],
    ['is the day on which their rest is over', null, '2026-12-05', '2026-12-05'],
    ['is their own day, where the rest is over before it', 8, '2026-12-05', '2026-12-08'],
    ['is the 1st after a rest that ended long ago', null, '2026-10-01', '2026-12-01'],
    ['is the end of a rest beyond their own day', 8, '2026-12-09', '2026-12-09'],
  ])('%s', (_which, nudgeDay, restsUntil, day) => {
    expect(notBefore('2026-12', nudgeDay, restsUntil)).toBe(day);
  });
});

describe('from ten until five', () => {
  const span = { dueAt: new Date('2026-12-01T09:00Z'), until: new Date('2026-12-01T16:00Z') };

  it.each([
    ['2026-12-01T08:59:59Z', false],
    ['2026-12-01T09:00:00Z', true],
    ['2026-12-01T15:59:59Z', true],
    ['2026-12-01T16:00:00Z', false],
  ])('%s lies in it: %s', (now, expected) => {
    expect(isWithin(span, new Date(now))).toBe(expected);
  });
});

it.each([
  ['10:59', 'morning'],
  ['11:00', 'afternoon'],
  ['16:00', 'afternoon'],
])('%s in London is %s in Amsterdam', (time, part) => {
  expect(partOfDay(new Date(`2026-12-01T${time}Z`), AMSTERDAM)).toBe(part);
});

describe('"next week"', () => {
  it.each([
    ['said on a Tuesday', '2026-12-01', '2026-12-07'],
    ['said on a Sunday', '2026-12-06', '2026-12-07'],
    ['said on a Monday', '2026-12-07', '2026-12-14'],
    ['said when next Monday is next month’s', '2026-12-28', null],
    ['said in the last week', '2026-11-26', '2026-11-30'],
  ])('%s', (_when, today, day) => {
    expect(laterDay(today, weekdays)).toBe(day);
  });

  it.each([
    ['2026-12-07T08:59Z', false],
    ['2026-12-07T09:00Z', true],
    ['2026-12-08T05:00Z', true],
    ['2026-12-06T22:59Z', false],
  ])('of Monday 7 December, at %s', (now, due) => {
    expect(isLaterDue('2026-12-07', new Date(now), AMSTERDAM)).toBe(due);
  });
});
