import { nudgeDue } from '../../../src/features/nudges/rules.ts';
import { daysToSpread, momentsOf } from '../../../src/features/nudges/spread-rules.ts';
import { houseDays } from '../../../src/features/people/index.ts';
import { localDay, monthOf } from '../../../src/time.ts';
import { someZones } from './company.ts';

const NOW = new Date('2026-12-03T02:59:30Z');
const STARTED = new Date('2026-11-20T12:00:00Z');
const PER_HOUR = 14_400;

/**
 * What the product's rules compute to know who of these people is due, without a database: which share of each zone, and
 * everybody's own minute in it. Milliseconds of CPU time, and how many are due.
 */
export async function computeDue(members: number, zones: number): Promise<{ ms: number; due: number }> {
  const names = someZones(zones);
  const works = await houseDays('NL');
  const crowds = names.map((zone, n) => ({
    calendar: { zone, works },
    people: Math.floor((members + zones - 1 - n) / zones),
  }));
  const began = process.cpuUsage();
  let due = 0;
  for (const { calendar, people } of crowds) {
    const days = daysToSpread(crowds, monthOf(localDay(NOW, calendar.zone)), PER_HOUR);
    const found = nudgeDue(NOW, calendar, STARTED, days);
    if (!found) continue;
    const momentAt = momentsOf(found.month, calendar, days);
    for (let n = 0; n < people; n += 1) {
      const place = n / people;
      if (place < found.from || place >= found.to) continue;
      if (momentAt(place) <= NOW) due += 1;
    }
  }
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1_000, due };
}
