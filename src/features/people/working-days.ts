import type { Tx } from '../../db/workspace.ts';
import { safeZone } from '../../time.ts';
import { USUAL_WEEK, type WorkingDays, worksOn } from './days-rules.ts';
import { loadHolidays } from './holidays.ts';
import type { Person } from './rules.ts';
import { personStore } from './store.ts';
import { absenceStore } from './store-absences.ts';

/** On which days somebody works: their week, the holidays of their country, else the house's, and their days off. */
export async function workingDaysOf(tx: Tx, person: Person, houseCountry: string): Promise<WorkingDays> {
  const isHoliday = (await loadHolidays())(person.country ?? houseCountry);
  return worksOn({ week: person.week, isHoliday, absences: await absenceStore(tx).of(person.userId) });
}

/** Their week and their holidays, whatever days off they have: what they share with everybody who is asked when they are. */
export async function usualDaysOf(
  { week, country }: Pick<Person, 'week' | 'country'>,
  houseCountry: string,
): Promise<WorkingDays> {
  const isHoliday = (await loadHolidays())(country ?? houseCountry);
  return worksOn({ week, isHoliday, absences: [] });
}

/** On which days the house works: Monday to Friday, without the holidays of its country. */
export const houseDays = (houseCountry: string): Promise<WorkingDays> =>
  usualDaysOf({ week: USUAL_WEEK, country: null }, houseCountry);

/** Where and when somebody can be reached, and whether they are still a member: what the sender asks before it sends. */
export type Whereabouts = { zone: string; member: boolean; works: WorkingDays };

/** The house's zone stands in for one this Node doesn't know, which a newer one may have written. */
export async function whereabouts(
  tx: Tx,
  userId: string,
  house: { zone: string; country: string },
): Promise<Whereabouts | undefined> {
  const person = await personStore(tx).find(userId);
  if (!person) return undefined;
  const { member } = person;
  return { member, zone: safeZone(person.zone, house.zone), works: await workingDaysOf(tx, person, house.country) };
}
