import { addDays, instantOf, localDay, localTime } from '../time.ts';
import type { Kind } from './outbox.ts';

/** Days somebody works; without end, or nothing ever goes out. */
export type WorkingDays = (day: string) => boolean;

/** Nobody is off for longer in one piece; a calendar without working days must not hang the sender. */
const LONGEST_BREAK_DAYS = 400;

/** When a message may go out: `now` itself where its window is open in that zone, else the next opening. */
export function opensAt(window: Kind['window'], now: Date, zone: string, isWorkingDay: WorkingDays): Date {
  if (window === 'always') return now;
  const today = localDay(now, zone);
  const time = localTime(now, zone);
  if (isWorkingDay(today) && time < window.until) return time < window.from ? instantOf(today, window.from, zone) : now;
  return instantOf(nextWorkingDay(today, isWorkingDay), window.from, zone);
}

/** The first opening on a later day than today's, whatever today's window says. */
export function opensNextDay(window: Kind['window'], now: Date, zone: string, isWorkingDay: WorkingDays): Date {
  const from = window === 'always' ? '00:00' : window.from;
  return instantOf(nextWorkingDay(localDay(now, zone), isWorkingDay), from, zone);
}

function nextWorkingDay(after: string, isWorkingDay: WorkingDays): string {
  for (let away = 1; away <= LONGEST_BREAK_DAYS; away++) {
    const day = addDays(after, away);
    if (isWorkingDay(day)) return day;
  }
  return addDays(after, LONGEST_BREAK_DAYS);
}
