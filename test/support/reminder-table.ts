import { planDueAt, planUntil, proposedDay } from '../../src/features/plans/rules.ts';
import { nudgedFor, REMINDERS, remindedAt, remindUntil } from '../../src/features/reminders/rules.ts';
import { instantOf, localDay, plus } from '../../src/time.ts';
import { weekdays } from './weekdays.ts';

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Etc/GMT+12'];

/** What the rules about reminders and plans answer every eleven hours of a year, in some zones: as one line each. */
export function reminderTable(): string[] {
  const lines: string[] = [];
  const end = new Date('2027-02-01T00:00:00Z');
  for (let now = new Date('2026-01-15T12:00:00Z'); now < end; now = plus(now, { hours: 11 }))
    for (const zone of ZONES) {
      const calendar = { zone, works: weekdays };
      for (const reminder of REMINDERS) {
        const nudged = nudgedFor(reminder, now, calendar);
        const day = localDay(now, zone);
        const at = remindedAt(reminder, day.slice(0, 7), instantOf(`${day.slice(0, 7)}-05`, '10:00', zone), calendar);
        if (nudged) lines.push(JSON.stringify({ now, zone, reminder, ...nudged }));
        if (at) lines.push(JSON.stringify({ zone, reminder, at, until: remindUntil(at, zone, weekdays) }));
      }
      const on = proposedDay(localDay(now, zone), false, weekdays);
      const dueAt = planDueAt(on, zone, weekdays);
      lines.push(JSON.stringify({ zone, on, dueAt, until: planUntil(dueAt, zone, weekdays) }));
    }
  return lines;
}
