import { firstWorkingDay, houseDays, workingDayFrom } from '../../src/features/people/index.ts';
import { addDays, addMonths, instantOf, localDay, monthOf, plus, weekdayOf } from '../../src/time.ts';
import { HOUSE_COUNTRY, HOUSE_ZONE } from './company.ts';

const works = await houseDays(HOUSE_COUNTRY);

/** The Monday on which the leaders' summary comes. */
export const TO_MONDAY = 'Monday 09:00';

/** Where the clock of the page can be turned to: the moments at which something happens. */
export function targets(now: Date): { label: string; at: Date }[] {
  const day = localDay(now, HOUSE_ZONE);
  return [
    { label: '+1 hour', at: plus(now, { hours: 1 }) },
    { label: 'Next working day 09:00', at: instantOf(workingDayFrom(addDays(day, 1), works), '09:00', HOUSE_ZONE) },
    { label: TO_MONDAY, at: instantOf(addDays(day, 8 - weekdayOf(day)), '09:02', HOUSE_ZONE) },
    { label: 'Next first working day', at: nextFirstWorkingDay(now, monthOf(day)) },
  ];
}

/** A few minutes after ten: Slack takes about one message a second. */
function nextFirstWorkingDay(now: Date, month: string): Date {
  const tenOClock = (of: string) => instantOf(firstWorkingDay(of, works), '10:05', HOUSE_ZONE);
  return tenOClock(month) > now ? tenOClock(month) : tenOClock(addMonths(month, 1));
}
