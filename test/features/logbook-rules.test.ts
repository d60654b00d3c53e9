import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureSince, firstMonth, habitOf } from '../../src/features/logbook/rules.ts';
import { addMonths } from '../../src/time.ts';

const NOVEMBER = '2026-11';

const habit = (spoken: string[], more: { hereSince?: string; excused?: string[] } = {}) =>
  habitOf({
    thisMonth: NOVEMBER,
    hereSince: more.hereSince ?? '2025-01',
    spoken: new Set(spoken),
    excused: new Set(more.excused),
  });

describe('my habit', () => {
  it.each([
    ['nothing yet', [], {}, { spoken: 0, of: 6, away: false }],
    [
      'four of six, in whatever order',
      ['2026-06', '2026-08', '2026-09', '2026-11'],
      {},
      { spoken: 4, of: 6, away: false },
    ],
    ['a longer past isn’t looked at', ['2026-05', '2026-01'], {}, { spoken: 0, of: 6, away: false }],
    [
      'a newcomer’s months begin when they came',
      ['2026-11'],
      { hereSince: '2026-10' },
      { spoken: 1, of: 2, away: false },
    ],
    [
      'an excused month is left out',
      ['2026-11'],
      { excused: ['2026-07', '2026-08'] },
      { spoken: 1, of: 4, away: true },
    ],
    [
      'unless they spoke with a customer in it',
      ['2026-08'],
      { excused: ['2026-08'] },
      { spoken: 1, of: 6, away: false },
    ],
    [
      'a conversation from before they were seen counts',
      ['2026-10'],
      { hereSince: '2026-11' },
      { spoken: 1, of: 2, away: false },
    ],
    [
      'excused all the time',
      [],
      { excused: Array.from({ length: 6 }, (_, ago) => addMonths(NOVEMBER, -ago)) },
      { spoken: 0, of: 0, away: true },
    ],
  ])('%s', (_what, spoken, more, expected) => {
    expect(habit(spoken, more)).toEqual(expected);
  });

  const months = fc.uniqueArray(fc.integer({ min: -8, max: 0 }).map((ago) => addMonths(NOVEMBER, ago)));

  it('is never made worse by a conversation more, nor by a month away', () => {
    fc.assert(
      fc.property(months, months, months, (spoken, excused, [more = NOVEMBER]) => {
        const before = habit(spoken, { excused });
        const after = habit([...spoken, more], { excused });
        expect(after.spoken).toBeGreaterThanOrEqual(before.spoken);
        expect(after.of - after.spoken).toBeLessThanOrEqual(before.of - before.spoken);
        const away = habit(spoken, { excused: [...excused, more] });
        expect(away.spoken).toBe(before.spoken);
        expect(away.of).toBeLessThanOrEqual(before.of);
      }),
    );
  });

  it('looks at six months over the turn of a year, and at 42 days with customers', () => {
    expect(firstMonth('2027-02')).toBe('2026-09');
    expect(exposureSince('2026-11-20')).toBe('2026-10-10');
  });
});
