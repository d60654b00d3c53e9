import { addDays, addMonths } from '../../time.ts';

/** How many months "my habit" looks at, this one among them. */
const MONTHS = 6;

/** Exposure is measured over six weeks (product, 15). */
const EXPOSURE_DAYS = 42;

/** How many conversations stand on one page: two blocks each, of the hundred a modal holds. */
export const PER_PAGE = 10;

/** What is known of somebody's months (`YYYY-MM`): since when they take part, and in which they spoke with a customer or were excused. */
export type Months = {
  thisMonth: string;
  hereSince: string;
  spoken: ReadonlySet<string>;
  excused: ReadonlySet<string>;
};

/** In how many of somebody's last months they spoke with a customer. `away`: some were left out because they were excused. */
export type Habit = { spoken: number; of: number; away: boolean };

/** The months that "my habit" looks at, the newest first. */
export const monthsOf = (thisMonth: string): string[] =>
  Array.from({ length: MONTHS }, (_, ago) => addMonths(thisMonth, -ago));

/** The first of them. */
export const firstMonth = (thisMonth: string): string => addMonths(thisMonth, 1 - MONTHS);

/**
 * Months with a conversation, of the last six: this one as it stands; those in which somebody was excused or didn't take
 * part yet are left out, unless they spoke with a customer all the same. Nothing in it breaks, and nothing begins anew.
 */
export function habitOf({ thisMonth, hereSince, spoken, excused }: Months): Habit {
  const months = monthsOf(thisMonth);
  const counted = months.filter((month) => spoken.has(month) || (month >= hereSince && !excused.has(month)));
  return {
    spoken: months.filter((month) => spoken.has(month)).length,
    of: counted.length,
    away: months.some((month) => month >= hereSince && !counted.includes(month)),
  };
}

/** The first of the days over which exposure is added up. */
export const exposureSince = (today: string): string => addDays(today, 1 - EXPOSURE_DAYS);
