import { addDays, addMonths, monthOf } from '../../time.ts';

/** How far back somebody looks, in months. */
export const PERIODS = ['1', '3', '12'] as const;
/** One of them. */
export type Period = (typeof PERIODS)[number];

/** How many conversations stand on one page: one block each, of the hundred a modal holds, and none longer than a glance. */
export const PER_PAGE = 10;

/** How many go along as files: what a spreadsheet opens at once, and one transaction reads in a moment. */
export const MOST_EXPORTED = 1_000;

/** The first day of a period that ends today; null: since ever. The same day so many months ago, or the last of that month. */
export function since(period: Period | null, today: string): string | null {
  if (period === null) return null;
  const month = addMonths(monthOf(today), -Number(period));
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${today.slice(8)}`;
  return same < last ? same : last;
}
