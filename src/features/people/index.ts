import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { addMonths, firstOfMonth, localDay, monthOf } from '../../time.ts';
import { daysListener, findCountries, openDays, showDays } from './own-days.ts';
import { personChanged } from './roster.ts';
import { peopleSettings } from './settings.ts';
import { absenceStore } from './store-absences.ts';
import { COUNTRIES, daysButton } from './views.ts';

export {
  type Absence,
  addWorkingDays,
  DAYTIME,
  daytimeEnds,
  firstWorkingDay,
  type WorkingDays,
  without,
  workingDayFrom,
  worksOn,
} from './days-rules.ts';
export { eligible, firstMonthOf, isExcused } from './eligibility-rules.ts';
export { loadHolidays } from './holidays.ts';
export { isPlace, placeName, searchPlaces } from './places.ts';
export { createRoster, meet, type Roster } from './roster.ts';
export { type Person, type Role, rolesOf } from './rules.ts';
export { AWAY_EMOJI, isOnlyNames, namesIn } from './status-rules.ts';
export { type PersonStore, personStore, type SharedDays } from './store.ts';
export { houseDays, usualDaysOf, type Whereabouts, whereabouts, workingDaysOf } from './working-days.ts';

/** "My habit" leaves out the months of the last six in which somebody was away; before that, nobody asks for days off. */
const DAYS_OFF_MONTHS = 6;

/** Who is here: the roster, who is a member, in which language and zone, and on which days they work. */
export const people: Feature = {
  name: 'people',
  actions: [on(daysButton, openDays)],
  modals: [daysListener],
  options: [{ id: COUNTRIES, by: 'member', find: findCountries }],
  settings: peopleSettings,
  home: (deps, tx, { person, lang }) => showDays(deps, tx, person, lang),
  nightly: async ({ db, workspace }, now) => {
    const earliest = addMonths(monthOf(localDay(now, workspace.zone)), 1 - DAYS_OFF_MONTHS);
    await db.run((tx) => absenceStore(tx).forget(firstOfMonth(earliest)));
  },
  events: [
    { type: 'team_join', run: personChanged },
    { type: 'user_change', run: personChanged },
  ],
  personal: [
    { table: 'people', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'name', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'outbox', column: 'recipient', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'zone', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'week', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'country', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'nudge_day', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'joined_on', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    {
      table: 'absences',
      column: 'user_id',
      holds: 'identity',
      export: true,
      erase: 'row',
      keepMonths: DAYS_OFF_MONTHS,
    },
    {
      table: 'absences',
      column: 'from_day',
      holds: 'their choice',
      export: true,
      erase: 'row',
      keepMonths: DAYS_OFF_MONTHS,
    },
    {
      table: 'absences',
      column: 'until_day',
      holds: 'their choice',
      export: true,
      erase: 'row',
      keepMonths: DAYS_OFF_MONTHS,
    },
  ],
};
