import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PERIODS, since } from '../../src/features/search/rules.ts';
import { addDays, addMonths, monthOf } from '../../src/time.ts';

it.each([
  ['1', '2026-11-20', '2026-10-20'],
  ['3', '2026-05-31', '2026-02-28'],
  ['12', '2028-02-29', '2027-02-28'],
  ['3', '2026-01-15', '2025-10-15'],
] as const)('%s months until %s begin on %s', (period, today, first) => {
  expect(since(period, today)).toBe(first);
});

it('without a period it is since ever', () => {
  expect(since(null, '2026-11-20')).toBeNull();
});

it('a period begins on a day of its own month, never later than the same day of it', () => {
  const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n));
  fc.assert(
    fc.property(fc.constantFrom(...PERIODS), days, (period, today) => {
      const first = since(period, today) ?? '';
      expect(monthOf(first)).toBe(addMonths(monthOf(today), -Number(period)));
      expect(addDays(addDays(first, 1), -1)).toBe(first);
      expect(first.slice(8) <= today.slice(8)).toBe(true);
    }),
  );
});
