import { loadHolidays } from '../../src/features/people/holidays.ts';
import { awayBy } from '../../src/features/people/status-rules.ts';
import { addDays, plus } from '../../src/time.ts';

const COUNTRIES = ['NL', 'BE', 'DE-BY-A', 'US', 'GB-SCT', 'TR', 'MA', 'KR', 'AU-NSW', 'IN', 'IL'];
const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];

/** Every holiday of three years in some countries, and until when statuses keep people away: as one line each. */
export async function daysTable(): Promise<string[]> {
  const holidays = await loadHolidays();
  const lines: string[] = [];
  for (let day = '2026-01-01'; day < '2029-01-01'; day = addDays(day, 1))
    for (const country of COUNTRIES) if (holidays(country)(day)) lines.push(`${country} ${day}`);
  const now = new Date('2026-10-23T12:00:00Z');
  for (let hours = 0; hours < 24 * 10; hours += 5) {
    const status = { emoji: ':palm_tree:', expiresAt: plus(now, { hours }) };
    for (const zone of ZONES) lines.push(`${zone} ${hours} ${awayBy(status, ['palm_tree'], now, zone)?.until}`);
  }
  return lines;
}
