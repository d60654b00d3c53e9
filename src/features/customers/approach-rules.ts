import { addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../time.ts';

/** Over how long approaches are counted: calendar periods, so that everybody can tell when the next begins. */
export const PERIODS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
export type PeriodLength = keyof typeof PERIODS;

/** A period by its first and last day, and its months. */
export type Period = { from: string; to: string; months: string[] };

/** How often a customer may be approached, in periods of what length. */
export type Cap = { times: number; per: PeriodLength };

/** Why a customer should rather not be approached: they don't want it, or it has been done often enough. */
export type Hesitation = 'do-not-contact' | 'enough';

/** The period a day (`YYYY-MM-DD`) lies in. */
export function periodOf(day: string, length: PeriodLength): Period {
  const many = PERIODS[length];
  const month = Number(monthOf(day).slice(5));
  const first = addMonths(monthOf(day), -((month - 1) % many));
  const months = Array.from({ length: many }, (_, n) => addMonths(first, n));
  return { from: firstOfMonth(first), to: lastOfMonth(addMonths(first, many - 1)), months };
}
