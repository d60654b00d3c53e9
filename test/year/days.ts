import { addDays, instantOf, weekdayOf } from '../../src/time.ts';

/** The year, and the day on which an admin starts the nudges before it. */
export const YEAR = { begins: '2026-12-14', first: '2027-01-01', last: '2027-12-31' } as const;

/** Every day from when the nudges are started to the end of the year. */
export const DAYS: readonly string[] = daysFrom(YEAR.begins);

const [AMSTERDAM, NEW_YORK] = ['Europe/Amsterdam', 'America/New_York'];
const SATURDAY = 6;
/** Days on which somebody over the ocean has a plan, which comes back at nine. */
const PLANNED_OVER_THE_OCEAN = ['2027-03-12', '2027-11-26'];

/** The first working day from the 8th is one of these, in every country of the year. */
const RETURNS = /-(08|09|1[0-3])$/;

/**
 * When the ticker looks on a day: at nine (plans, summaries) and ten (questions) where the house is, and at ten over the
 * ocean, holidays too; at eleven on both sides on the days on which what came of a log is told; on Saturdays once, in
 * everybody's daytime. A look takes as long as half a dozen messages, and a night as long as ten: a year of every minute
 * would take days.
 */
export function looksOn(day: string): Date[] {
  const overTheOcean = instantOf(day, '10:00', NEW_YORK);
  if (weekdayOf(day) > SATURDAY) return [];
  if (weekdayOf(day) === SATURDAY) return [overTheOcean];
  const plans = PLANNED_OVER_THE_OCEAN.includes(day) ? [instantOf(day, '09:00', NEW_YORK)] : [];
  const returns = RETURNS.test(day) ? [AMSTERDAM, NEW_YORK].map((zone) => instantOf(day, '11:00', zone)) : [];
  return [instantOf(day, '09:00', AMSTERDAM), instantOf(day, '10:00', AMSTERDAM), ...plans, overTheOcean, ...returns];
}

function daysFrom(begin: string): string[] {
  const days: string[] = [];
  for (let day = begin; day <= YEAR.last; day = addDays(day, 1)) days.push(day);
  return days;
}
