import { weekdayOf } from '../../src/time.ts';
import type { SeedPerson } from '../emulator/core/index.ts';
import { HOLIDAYS, type Place } from './holidays.ts';

/**
 * How somebody of the crowd lives with Mantra: speaks with a customer on the day of the nudge, only once they are
 * reminded, or never answers anything.
 */
export type Habit = 'at once' | 'when reminded' | 'never';

/** Days off, both ends among them. */
export type Off = { from: string; until: string };

/** One of the many whose year is only counted. `joinsOn` and `leavesOn`: during the year. */
export type Colleague = {
  seed: SeedPerson & { tz: string };
  place: Place;
  week: string;
  habit: Habit;
  off: readonly Off[];
  joinsOn?: string;
  /** The first month in which somebody who joined is asked: twenty working days later. */
  askedFrom?: string;
  leavesOn?: string;
};

/** People who have these things in common. */
type Group = Pick<Colleague, 'place' | 'week' | 'habit'> & { many: number; zone?: string } & Partial<
    Pick<Colleague, 'joinsOn' | 'askedFrom' | 'leavesOn' | 'off'>
  >;

const NEW_YORK = 'America/New_York';

const GROUPS: readonly Group[] = [
  { many: 56, place: 'NL', week: '12345', habit: 'at once' },
  { many: 18, place: 'NL', week: '1245', habit: 'at once' },
  { many: 6, place: 'NL', week: '456', habit: 'at once' },
  { many: 16, place: 'BE', week: '12345', habit: 'at once' },
  { many: 10, place: 'DE-BY', week: '12345', habit: 'at once' },
  { many: 8, place: 'DE-NW', week: '1234', habit: 'at once' },
  { many: 12, place: 'US', week: '12345', habit: 'at once', zone: NEW_YORK },
  { many: 16, place: 'NL', week: '12345', habit: 'when reminded' },
  { many: 4, place: 'BE', week: '135', habit: 'when reminded' },
  { many: 4, place: 'US', week: '12345', habit: 'when reminded', zone: NEW_YORK },
  { many: 16, place: 'NL', week: '12345', habit: 'never' },
  { many: 4, place: 'US', week: '12345', habit: 'never', zone: NEW_YORK },
  { many: 3, place: 'NL', week: '5', habit: 'at once' },
  { many: 5, place: 'NL', week: '12345', habit: 'at once', off: [], joinsOn: '2027-03-08', askedFrom: '2027-05' },
  { many: 4, place: 'NL', week: '12345', habit: 'at once', off: [], joinsOn: '2027-09-13', askedFrom: '2027-11' },
  { many: 4, place: 'NL', week: '12345', habit: 'never', leavesOn: '2027-02-10' },
  { many: 4, place: 'NL', week: '12345', habit: 'at once', leavesOn: '2027-06-30' },
];

const SUMMER: readonly Off[] = [
  { from: '2027-07-10', until: '2027-08-01' },
  { from: '2027-07-24', until: '2027-08-15' },
  { from: '2027-06-26', until: '2027-07-18' },
];
const CHRISTMAS: Off = { from: '2027-12-20', until: '2028-01-02' };
const LEAVE: Off = { from: '2027-02-20', until: '2027-07-11' };

/** A hundred and ninety colleagues: everybody takes a summer holiday, every fifth is off at Christmas, every fortieth on parental leave. */
export const CROWD: readonly Colleague[] = GROUPS.flatMap(({ many, ...group }) =>
  Array.from({ length: many }, () => group),
).map(({ zone = 'Europe/Amsterdam', ...group }, n) => ({
  off: group.habit === 'never' ? [] : daysOff(n),
  ...group,
  seed: { id: `U0CROWD${n}`, name: `collega${n}`, real_name: `Collega ${n}`, tz: zone, locale: 'nl-NL' },
}));

function daysOff(n: number): Off[] {
  const summer = SUMMER[n % SUMMER.length];
  return [...(summer ? [summer] : []), ...(n % 5 === 0 ? [CHRISTMAS] : []), ...(n % 40 === 0 ? [LEAVE] : [])];
}

/** Whether a day (`YYYY-MM-DD`) is one on which they work, by what is written here and nothing of the product's. */
export const worksOn = ({ week, place, off }: Colleague, day: string): boolean =>
  week.includes(String(weekdayOf(day))) &&
  !HOLIDAYS[place].some((holiday) => day === `2027-${holiday}`) &&
  !off.some(({ from, until }) => from <= day && day <= until);
