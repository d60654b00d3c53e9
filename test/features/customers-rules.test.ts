import { expect, it } from 'vitest';
import { periodOf } from '../../src/features/customers/approach-rules.ts';

it.each([
  ['2026-11-20', 'month', '2026-11-01', '2026-11-30', 1],
  ['2026-11-20', 'quarter', '2026-10-01', '2026-12-31', 3],
  ['2024-02-29', 'quarter', '2024-01-01', '2024-03-31', 3],
  ['2026-06-30', 'half-year', '2026-01-01', '2026-06-30', 6],
  ['2026-07-01', 'half-year', '2026-07-01', '2026-12-31', 6],
  ['2026-07-01', 'year', '2026-01-01', '2026-12-31', 12],
] as const)('%s lies in the %s from %s to %s', (day, length, from, to, months) => {
  expect(periodOf(day, length)).toMatchObject({ from, to });
  expect(periodOf(day, length).months).toHaveLength(months);
});
