import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, nudgeDue, nudgeMissed, nudgeSpan, nudgeUntil } from '../../src/features/nudges/rules.ts';
import { daysToSpread, momentOf } from '../../src/features/nudges/spread-rules.ts';
import { addWorkingDays, firstWorkingDay } from '../../src/features/people/index.ts';
import { addMonths, instantOf, localDay, localTime, monthOf, plus } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const PER_HOUR = 14_400;
const LONG_AGO = new Date('2026-01-15T12:00:00Z');

const by = (where: string) => ({ zone: where, works: weekdays });

const zone = fc.constantFrom(AMSTERDAM, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Etc/GMT+12');
const month = fc.integer({ min: 0, max: 60 }).map((n) => addMonths('2026-02', n));
const days = fc.integer({ min: 0, max: 5 });
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('how many first working days a month’s nudges take', () => {
  it.each([
    ['a company that fits into one hour', [[AMSTERDAM, 14_400]], 0],
    ['one more than that', [[AMSTERDAM, 14_401]], 1],
    ['as many as fit into six hours', [[AMSTERDAM, 86_400]], 1],
    ['one more than that', [[AMSTERDAM, 86_401]], 2],
    ['a hundred thousand', [[AMSTERDAM, 100_000]], 2],
    ['more than fit into five days', [[AMSTERDAM, 2_000_000]], 5],
    [
      'three zones, each of which fits into its hour',
      [
        [AMSTERDAM, 14_000],
        ['America/New_York', 14_000],
        ['Asia/Tokyo', 14_000],
      ],
      0,
    ],
    [
      'two zones with the same hour',
      [
        [AMSTERDAM, 10_000],
        ['Europe/Paris', 10_000],
      ],
      1,
    ],
    [
      'two zones half an hour apart',
      [
        ['Asia/Karachi', 10_000],
        ['Asia/Kolkata', 10_000],
      ],
      1,
    ],
    [
      'two zones an hour apart',
      [
        [AMSTERDAM, 10_000],
        ['Europe/London', 10_000],
      ],
      0,
    ],
    ['nobody', [], 0],
  ] as [string, [string, number][], number][])('%s', (_who, crowds, expected) => {
    expect(
      daysToSpread(
        crowds.map(([name, people]) => ({ calendar: by(name), people })),
        '2026-12',
        PER_HOUR,
      ),
    ).toBe(expected);
  });
});

describe('somebody’s own minute', () => {
  it('is ten o’clock on the first working day where nobody is spread', () => {
    fc.assert(
      fc.property(month, zone, place, (of, where, mine) => {
        expect(momentOf(of, by(where), 0, mine)).toEqual(instantOf(firstWorkingDay(of, weekdays), '10:00', where));
      }),
    );
  });

  it('lies between ten and four, on one of those first working days, later for later places', () => {
    fc.assert(
      fc.property(month, zone, fc.integer({ min: 1, max: 5 }), place, place, (of, where, over, one, other) => {
        const at = momentOf(of, by(where), over, one);
        const [day, time] = [localDay(at, where), localTime(at, where)];
        expect(time >= '10:00' && time < '16:00').toBe(true);
        expect(
          Array.from({ length: over }, (_, n) => addWorkingDays(firstWorkingDay(of, weekdays), n, weekdays)),
        ).toContain(day);
        if (one <= other) expect(at <= momentOf(of, by(where), over, other)).toBe(true);
      }),
    );
  });

  it('is never in a fuller hour than can be sent in one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14_401, max: 430_000 }), month, zone, (people, of, where) => {
        const over = daysToSpread([{ calendar: by(where), people }], of, PER_HOUR);
        expect(people / (over * 6)).toBeLessThanOrEqual(PER_HOUR);
      }),
    );
  });

  it('makes the nudge due from then until the end of the third working day, its own the first', () => {
    const around = fc.integer({ min: -2 * 24 * 60, max: 14 * 24 * 60 });
    fc.assert(
      fc.property(month, zone, days, place, around, (of, where, over, mine, minutes) => {
        const now = plus(instantOf(firstWorkingDay(of, weekdays), '10:00', where), { minutes });
        if (monthOf(localDay(now, where)) !== of) return;
        const moment = momentOf(of, by(where), over, mine);
        const due = nudgeDue(now, by(where), LONG_AGO, over);
        const isDue = due !== undefined && due.from <= mine && mine < due.to;
        expect(isDue).toBe(moment <= now && now < nudgeUntil(moment, where, weekdays));
        if (isDue) expect(isWithin(nudgeSpan(of, by(where)), now)).toBe(true);
        const later = plus(now, { hours: 1 });
        const ended = nudgeMissed(of, now, later, by(where), LONG_AGO, over);
        const isEnded = ended !== undefined && ended.from <= mine && mine < ended.to;
        expect(isEnded).toBe(now < nudgeUntil(moment, where, weekdays) && nudgeUntil(moment, where, weekdays) <= later);
      }),
      { numRuns: 500 },
    );
  });
});
