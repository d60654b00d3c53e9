import { type Absence, loadHolidays, type Person, type WorkingDays, worksOn } from '../../src/features/people/index.ts';

const holidays = await loadHolidays();

/** On which days somebody of a house in this country works, in one moment: nothing has to be loaded for it. */
export const worksOf = (
  { week, country }: Pick<Person, 'week' | 'country'>,
  absences: readonly Absence[],
  houseCountry: string,
): WorkingDays => worksOn({ week, isHoliday: holidays(country ?? houseCountry), absences });
