import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  dateOf,
  dayOf,
  daysBetween,
  firstDayOf,
  firstOfMonth,
  instantOf,
  lastOfMonth,
  localDay,
  localTime,
  monthOf,
  plus,
  safeZone,
  weekdayOf,
  weekOf,
} from '../src/time.ts';

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('zones', () => {
  it.each([
    ['an ordinary morning', '2026-11-02', '10:00', 'Europe/Amsterdam', '2026-11-02T09:00Z'],
    ['the first existing minute in a gap', '2026-03-29', '02:30', 'Europe/Amsterdam', '2026-03-29T01:00Z'],
    ['the first of two equal times', '2026-10-25', '02:30', 'Europe/Amsterdam', '2026-10-25T00:30Z'],
    ['a midnight that does not exist', '2026-03-29', '00:00', 'Asia/Beirut', '2026-03-28T22:00Z'],
    ['a change of half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30Z'],
    ['the morning after a change', '2026-03-09', '10:00', 'America/New_York', '2026-03-09T14:00Z'],
  ])('find the instant of %s', (_what, on, at, zone, instant) => {
    expect(instantOf(on, at, zone)).toEqual(new Date(instant));
  });

  it('show the same instant as different days', () => {
    const at = new Date('2026-11-30T23:30:00Z');
    expect([localDay(at, 'Europe/Amsterdam'), localTime(at, 'Europe/Amsterdam')]).toEqual(['2026-12-01', '00:30']);
    expect([localDay(at, 'America/New_York'), localTime(at, 'America/New_York')]).toEqual(['2026-11-30', '18:30']);
  });

  it('fall back when Slack gives none, or one nobody knows', () => {
    expect(safeZone('Asia/Kolkata', 'UTC')).toBe('Asia/Kolkata');
    for (const bad of [undefined, '', 'Mars/Olympus', '+02:00', 'Europe/Amsterdam '])
      expect(safeZone(bad, 'Europe/Amsterdam')).toBe('Europe/Amsterdam');
  });
});

describe('what was asked once', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 12));

  /** A memory that nobody has used yet, and how often Intl is asked. */
  async function afresh(zone: string) {
    vi.resetModules();
    const { localTime: timeAt } = await import('../src/time.ts');
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const ask = (at: Date) => timeAt(at, zone);
    return { ask, times: () => asked.mock.calls.length };
  }

  it('is known, since people share few days: both ends of a day tell all of it', async () => {
    const { ask, times } = await afresh('Asia/Tokyo');
    for (const n of [1, 1, 2, 1, 2]) ask(day(n));
    ask(plus(day(1), { hours: 7 }));
    expect(times()).toBe(4);
  });

  it('is known minute by minute on a day on which the clocks change', async () => {
    const { ask, times } = await afresh('Europe/Amsterdam');
    const [before, after] = [new Date('2026-10-25T00:59:00Z'), new Date('2026-10-25T01:00:00Z')];
    expect([before, after, before, after].map(ask)).toEqual(['02:59', '02:00', '02:59', '02:00']);
    expect(times()).toBe(4);
  });

  it('is forgotten after ten thousand others, since memory is not endless', async () => {
    const { ask, times } = await afresh('Asia/Tokyo');
    for (let n = 0; n < 10_000; n++) ask(day(n));
    ask(day(0));
    expect(times()).toBe(20_000);
    ask(day(10_000));
    ask(day(0));
    expect(times()).toBe(20_004);
  });
});

describe('calendar', () => {
  it.each([
    ['2026-01-01', '2026-W01', 4],
    ['2027-01-03', '2026-W53', 7],
    ['2027-01-04', '2027-W01', 1],
    ['2024-12-30', '2025-W01', 1],
    ['2026-12-07', '2026-W50', 1],
  ])('%s is in week %s', (on, week, weekday) => {
    expect(weekOf(on)).toBe(week);
    expect(weekdayOf(on)).toBe(weekday);
  });

  it('knows the ends of months, leap years included', () => {
    expect(['2026-02', '2028-02', '2026-12'].map(lastOfMonth)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31']);
    expect(firstOfMonth('2026-02')).toBe('2026-02-01');
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(monthOf('2026-11-30')).toBe('2026-11');
  });

  it('goes as far back as it went forward', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2_000, max: 2_000 }), (on, n) => {
        expect(addDays(addDays(on, n), -n)).toBe(on);
        expect(daysBetween(on, addDays(on, n))).toBe(n);
        expect(addWeeks(addWeeks(weekOf(on), n), -n)).toBe(weekOf(on));
      }),
    );
  });

  it('puts every day into the week that begins on its Monday', () => {
    fc.assert(
      fc.property(day, (on) => {
        expect(firstDayOf(weekOf(on))).toBe(addDays(on, 1 - weekdayOf(on)));
        expect(addWeeks(weekOf(on), 1)).toBe(weekOf(addDays(on, 7)));
      }),
    );
  });

  it('keeps a day through the database’s date columns', () => {
    fc.assert(fc.property(day, (on) => dayOf(dateOf(on)) === on));
  });
});

it('adds exact lengths of time, whatever the clocks do', () => {
  expect(plus(new Date('2026-03-28T12:00:00Z'), { days: 1, hours: 1, minutes: 1, seconds: 1 })).toEqual(
    new Date('2026-03-29T13:01:01Z'),
  );
  expect(plus(new Date('2026-03-28T12:00:00Z'), { minutes: -30 })).toEqual(new Date('2026-03-28T11:30:00Z'));
});
