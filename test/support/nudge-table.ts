import { laterDay, nudgeDue } from '../../src/features/nudges/rules.ts';
import { localDay, plus } from '../../src/time.ts';
import { weekdays } from './weekdays.ts';

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Etc/GMT+12'];
const STARTED = new Date('2026-01-15T12:00:00Z');

const SPREAD_DAYS = [0, 1, 2, 5];

/** What the nudges' rules answer every seven hours of a year, changes of the clocks among them: as one line each. */
export function nudgeTable(): string[] {
  const answers: string[] = [];
  for (let at = STARTED; at < new Date('2027-02-01T00:00:00Z'); at = plus(at, { hours: 7 })) {
    for (const zone of ZONES) {
      for (const days of SPREAD_DAYS) {
        const due = nudgeDue(at, { zone, works: weekdays }, STARTED, days);
        if (due) answers.push(JSON.stringify({ at, zone, days, ...due }));
      }
    }
    answers.push(`${at.toISOString()} ${laterDay(localDay(at, 'Europe/Amsterdam'), weekdays)}`);
  }
  return answers;
}
