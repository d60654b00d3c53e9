import { addDays, firstOfMonth, instantOf, lastOfMonth, localDay, weekdayOf } from '../../time.ts';

/** Whether somebody works on a day (`YYYY-MM-DD`). */
export type WorkingDays = (day: string) => boolean;

/** Days off, both ends among them; `until` null: nobody knows yet. */
export type Absence = { from: string; until: string | null };

/** What decides on which days somebody works. `week` holds the weekdays as digits: Monday is 1, Sunday 7. */
export type WorkFacts = {
  week: string;
  isHoliday: (day: string) => boolean;
  absences: readonly Absence[];
};

/** The week of whoever hasn't said otherwise. */
export const USUAL_WEEK = '12345';

/** Nobody is off for longer in one piece; a calendar without working days must not keep anybody searching for ever. */
const LONGEST_BREAK_DAYS = 400;

/** Does this person work on this day? A day of their week, no holiday where they are, and no day off of their own. */
export const worksOn = ({ week, isHoliday, absences }: WorkFacts): WorkingDays =>
  without(absences, (day) => week.includes(String(weekdayOf(day))) && !isHoliday(day));

/** The same working days but for these days off. */
export const without =
  (absences: readonly Absence[], works: WorkingDays): WorkingDays =>
  (day) =>
    !absences.some((away) => covers(away, day)) && works(day);

/** Whether a day lies in an absence. */
const covers = ({ from, until }: Absence, day: string): boolean => from <= day && (until === null || day <= until);

/** This day, if it is a working day, else the next one; a day far away for somebody who never works. */
export function workingDayFrom(day: string, works: WorkingDays): string {
  for (let away = 0; away < LONGEST_BREAK_DAYS; away++) {
    const candidate = addDays(day, away);
    if (works(candidate)) return candidate;
  }
  return addDays(day, LONGEST_BREAK_DAYS);
}

/** The first working day of a month (`YYYY-MM`); in a later month, where there is none in this one. */
export const firstWorkingDay = (month: string, works: WorkingDays): string =>
  workingDayFrom(firstOfMonth(month), works);

/** The `n`th working day after this day; the day itself where n is 0. */
export function addWorkingDays(day: string, n: number, works: WorkingDays): string {
  let reached = day;
  for (let step = 0; step < n; step++) reached = workingDayFrom(addDays(reached, 1), works);
  return reached;
}

/** Between these hours of a working day people hear from Mantra, in their own zone. */
export const DAYTIME = { from: '09:00', until: '17:00' } as const;

/** The end of the daytime of the `n`th working day after a moment's day; of that day itself where n is 0. */
export const daytimeEnds = (moment: Date, n: number, zone: string, works: WorkingDays): Date =>
  instantOf(addWorkingDays(localDay(moment, zone), n, works), DAYTIME.until, zone);

/** Whether somebody works on so many days of a month, or on more. */
export function worksAtLeast(days: number, month: string, works: WorkingDays): boolean {
  const last = lastOfMonth(month);
  let missing = days;
  for (let day = firstOfMonth(month); day <= last && missing > 0; day = addDays(day, 1)) if (works(day)) missing--;
  return missing === 0;
}
