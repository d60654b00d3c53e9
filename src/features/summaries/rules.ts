import { addDays, addWeeks, firstDayOf, instantOf, localDay, weekdayOf, weekOf } from '../../time.ts';

/**
 * The privacy budget of one closed week's total of conversations (decisions, "Figures about people"): one
 * conversation more or less changes the odds of any published total by at most e^0.5.
 */
const EPSILON = 0.5;

/** Published totals are to the nearest this many. */
const STEP = 5;

/** Below this, the noised total is a word. */
const FEW = 5;

/** How many closed weeks the chart shows. */
export const WEEKS_SHOWN = 8;

/** When leaders get the summary, in their own zone; until Wednesday at the end of the day. */
const SUMMARY_TIME = '09:00';
const LAST_TIME = '17:00';

/**
 * Two-sided geometric noise from two chances in (0, 1): the difference of two geometric draws, the discrete form of
 * Laplace noise (Ghosh, Roughgarden, Sundararajan, "Universally utility-maximizing privacy mechanisms", 2009).
 */
export const noise = (first: number, second: number): number => geometric(first) - geometric(second);

const geometric = (chance: number) => Math.floor(Math.log(chance) / -EPSILON);

/** A noised total as it may be shown: to the nearest five, or few. The threshold is on the noised number, never the true one. */
export const shown = (noised: number): number | 'few' => (noised < FEW ? 'few' : Math.round(noised / STEP) * STEP);

/** The same as a point of the chart: no word fits there, so it is rounded like all the others, and never below nothing. */
export const chartPoint = (noised: number): number => Math.max(0, Math.round(noised / STEP) * STEP);

/** The last week that has closed: weeks end at Monday 00:00 of the house's zone. */
export const lastClosedWeek = (now: Date, zone: string): string => addWeeks(weekOf(localDay(now, zone)), -1);

/** Weeks still to be closed, oldest first: none before the workspace began, no more than the chart shows. */
export function weeksToClose(lastClosed: string, firstWeek: string, closed: readonly string[]): string[] {
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, back) => addWeeks(lastClosed, back - WEEKS_SHOWN + 1));
  return weeks.filter((week) => week >= firstWeek && !closed.includes(week));
}

/**
 * When a leader's summary of a closed week is due: the Monday after it at nine in their zone, and not before an hour
 * after the week closed in the house's; undefined: not now.
 */
export function summaryDue(week: string, now: Date, leaderZone: string, houseZone: string): Date | undefined {
  const monday = addDays(firstDayOf(week), 7);
  const closed = instantOf(monday, '01:00', houseZone);
  const nine = instantOf(monday, SUMMARY_TIME, leaderZone);
  const dueAt = new Date(Math.max(nine.getTime(), closed.getTime()));
  return dueAt <= now && now < instantOf(addDays(monday, 2), LAST_TIME, leaderZone) ? dueAt : undefined;
}

/** The same for a summary whose time ended between two moments: nobody was asked for it meanwhile. */
export function summaryMissed(week: string, since: Date, now: Date, leaderZone: string): Date | undefined {
  const monday = addDays(firstDayOf(week), 7);
  const until = instantOf(addDays(monday, 2), LAST_TIME, leaderZone);
  return since < until && until <= now ? instantOf(monday, SUMMARY_TIME, leaderZone) : undefined;
}

/** A first look without the database: by UTC, a Wednesday 17:00 is on a Wednesday or a Thursday in every zone. */
export function mayBeMissed(since: Date, now: Date): boolean {
  const [from, to] = [localDay(since, 'UTC'), localDay(now, 'UTC')];
  const days = Array.from({ length: 7 }, (_, n) => addDays(from, n)).filter((day) => day <= to);
  return days.some((day) => [3, 4].includes(weekdayOf(day)));
}

/** The Wednesday after, at the end of the day. */
export const summaryUntil = (dueAt: Date, zone: string): Date =>
  instantOf(addDays(firstDayOf(weekOf(localDay(dueAt, zone))), 2), LAST_TIME, zone);
