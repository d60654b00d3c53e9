import { type WorkingDays, workingDayFrom } from '../features/people/index.ts';
import { addDays, instantOf, localDay, localTime } from '../time.ts';
import type { Kind } from './outbox.ts';

/** When a message may go out: `now` itself where its window is open in that zone, else the next opening. */
export function opensAt(window: Kind['window'], now: Date, zone: string, works: WorkingDays): Date {
  if (window === 'always') return now;
  const today = localDay(now, zone);
  const time = localTime(now, zone);
  if (works(today) && time < window.until) return time < window.from ? instantOf(today, window.from, zone) : now;
  return instantOf(workingDayFrom(addDays(today, 1), works), window.from, zone);
}

/** The first opening on a later day than today's, whatever today's window says. */
export function opensNextDay(window: Kind['window'], now: Date, zone: string, works: WorkingDays): Date {
  const from = window === 'always' ? '00:00' : window.from;
  return instantOf(workingDayFrom(addDays(localDay(now, zone), 1), works), from, zone);
}
