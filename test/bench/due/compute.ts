import { readCalendars } from '../../../src/features/nudges/calendars.ts';
import { nudgeDue } from '../../../src/features/nudges/rules.ts';
import { momentsOf } from '../../../src/features/nudges/spread-rules.ts';
import { loadHolidays } from '../../../src/features/people/index.ts';
import { localDay, monthOf } from '../../../src/time.ts';
import { someZones } from './company.ts';

const NOW = new Date('2026-12-03T02:59:30Z');
const STARTED = new Date('2026-11-20T12:00:00Z');
const HOUSE = { zone: 'Europe/Amsterdam', country: 'NL' };

/**
 * What the product's rules compute to know who of these people is due, without a database: which share of each zone, and
 * everybody's own minute in it. Milliseconds of CPU time, and how many are due.
 */
export async function computeDue(members: number, zones: number): Promise<{ ms: number; due: number }> {
  const stored = someZones(zones).map((zone, n) => ({
    ...{ zone, week: '12345', country: null },
    people: Math.floor((members + zones - 1 - n) / zones),
  }));
  await loadHolidays();
  const began = process.cpuUsage();
  let due = 0;
  const { all, spreadOf } = await readCalendars(stored, HOUSE);
  for (const { calendar, people } of all) {
    const days = spreadOf(monthOf(localDay(NOW, calendar.zone)));
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
