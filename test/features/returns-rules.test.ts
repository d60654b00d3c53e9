import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindedAt } from '../../src/features/reminders/rules.ts';
import { mayBeDue, returnsDue, returnsMissed, returnUntil } from '../../src/features/returns/rules.ts';
import { addDays, instantOf, localDay, localTime, monthOf, plus } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const zone = 'Europe/Amsterdam';
const calendar = { zone, works: weekdays };
const at = (day: string, time = '11:00') => instantOf(day, time, zone);

describe('what came of it is told', () => {
  it.each([
    ['December 2026: the 8th is a Tuesday', '2026-12-08', '2026-12-14'],
    ['November 2026: the 8th is a Sunday', '2026-11-09', '2026-11-13'],
    ['August 2026: the 8th is a Saturday', '2026-08-10', '2026-08-14'],
  ])('%s', (_says, first, last) => {
    expect(returnsDue(at(first, '10:59'), calendar)).toBeUndefined();
    expect(returnsDue(at(first), calendar)).toEqual({
      month: monthOf(first),
      dueAt: at(first),
      until: at(last, '17:00'),
    });
    expect(returnsDue(at(last, '16:59'), calendar)?.dueAt).toEqual(at(first));
    expect(returnsDue(at(last, '17:00'), calendar)).toBeUndefined();
  });

  it('not in a month in which somebody works on no day from then on', () => {
    const works = (day: string) => weekdays(day) && (day < '2026-12-08' || day > '2027-01-03');
    for (let day = '2026-12-01'; day <= '2026-12-31'; day = addDays(day, 1))
      expect(returnsDue(at(day, '12:00'), { zone, works })).toBeUndefined();
  });

  it('when the nudge of the first working day is over, and never on the day of a reminder', () => {
    const months = fc.integer({ min: 0, max: 150 }).map((n) => monthOf(addDays('2026-01-15', n * 30)));
    fc.assert(
      fc.property(months, (month) => {
        const first = weekdays(`${month}-08`) ? `${month}-08` : ['09', '10'].map((n) => `${month}-${n}`).find(weekdays);
        const dueAt = returnsDue(at(first ?? ''), calendar)?.dueAt ?? new Date(0);
        const nudgedAt = at([1, 2, 3].map((n) => `${month}-0${n}`).find(weekdays) ?? '', '10:00');
        expect(dueAt > plus(nudgedAt, { days: 4 })).toBe(true);
        const until = returnUntil(dueAt, zone, weekdays);
        const reminded = remindedAt('middle', month, nudgedAt, calendar);
        expect(reminded && reminded > until).toBe(true);
      }),
    );
  });

  it('in everybody’s own zone, and the first look never leaves anybody out', () => {
    const zones = fc.constantFrom('Pacific/Kiritimati', 'Asia/Kolkata', 'America/New_York', 'Etc/GMT+12');
    const moments = fc
      .integer({ min: 0, max: 400 * 24 })
      .map((hours) => plus(new Date('2026-01-01T00:30:00Z'), { hours }));
    fc.assert(
      fc.property(zones, moments, (theirs, now) => {
        const due = returnsDue(now, { zone: theirs, works: weekdays });
        if (!due) return;
        expect(mayBeDue(now)).toBe(true);
        expect(localTime(due.dueAt, theirs)).toBe('11:00');
        expect(weekdays(localDay(due.dueAt, theirs))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('after an outage', () => {
  it('those are missed that ended while nobody was asked, once, also those of the month before', () => {
    const missed = (since: string, now: string) =>
      returnsMissed(at(since), at(now), calendar).map(({ month }) => month);
    expect(missed('2026-12-01', '2026-12-14')).toEqual([]);
    expect(missed('2026-12-01', '2026-12-15')).toEqual(['2026-12']);
    expect(missed('2026-12-15', '2026-12-20')).toEqual([]);
    expect(missed('2026-12-10', '2027-01-03')).toEqual(['2026-12']);
    expect(missed('2026-12-10', '2027-01-31')).toEqual(['2026-12', '2027-01']);
  });
});
