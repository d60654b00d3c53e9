import { addMonths, instantOf, localDay, monthOf, plus } from '../../time.ts';
import type { Calendar } from '../nudges/spread-rules.ts';
import { daytimeEnds, type WorkingDays, workingDayFrom } from '../people/days-rules.ts';

/**
 * From this day of the month: the nudge of the first working day is over by then, also where a large house spreads it,
 * and the first reminder comes from the 15th.
 */
const FROM_DAY = '08';

/** When somebody hears it, in their own zone. */
const TIME = '11:00';

/** On how many working days it may go out. */
const WORKING_DAYS = 5;

/** What came of a log is told for so long (days): whoever was away, or had other messages, hears it a month later. */
const TOLD_DAYS = 62;

/** From when until when the returns of a month (`YYYY-MM`) may go out; `until` is not among it. */
export type Span = { month: string; dueAt: Date; until: Date };

/** The returns of a month in a calendar: at eleven of its first working day from the 8th. Undefined: it has none left then. */
function returnsOf(month: string, { zone, works }: Calendar): Span | undefined {
  const on = workingDayFrom(`${month}-${FROM_DAY}`, works);
  if (monthOf(on) !== month) return undefined;
  const dueAt = instantOf(on, TIME, zone);
  return { month, dueAt, until: returnUntil(dueAt, zone, works) };
}

/** The end of the fifth working day, counting the one it is due on. */
export const returnUntil = (dueAt: Date, zone: string, works: WorkingDays): Date =>
  daytimeEnds(dueAt, WORKING_DAYS - 1, zone, works);

/** The returns that are due in a calendar and may still go out; undefined: none. */
export function returnsDue(now: Date, calendar: Calendar): Span | undefined {
  const span = returnsOf(monthOf(localDay(now, calendar.zone)), calendar);
  return span && span.dueAt <= now && now < span.until ? span : undefined;
}

/** The returns that ended in a calendar between two moments: nobody was asked for them meanwhile. This month's or the last. */
export function returnsMissed(since: Date, now: Date, calendar: Calendar): Span[] {
  const month = monthOf(localDay(now, calendar.zone));
  const spans = [addMonths(month, -1), month].flatMap((one) => returnsOf(one, calendar) ?? []);
  return spans.filter(({ until }) => since < until && until <= now);
}

/** Every so many minutes one looks: every zone's eleven o'clock is such a minute. */
const LOOK_MINUTES = 5;

/** A first look without the database: by UTC, nobody's 8th begins before the 7th. */
export const mayBeDue = (now: Date): boolean =>
  now.getUTCMinutes() % LOOK_MINUTES === 0 && localDay(now, 'UTC').slice(8) >= '07';

/** From when on something that came of a log is told at a moment, unless it was told before. */
export const toldSince = (dueAt: Date): Date => plus(dueAt, { days: -TOLD_DAYS });
