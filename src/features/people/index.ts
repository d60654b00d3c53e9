import type { Feature } from '../../feature.ts';
import { personChanged } from './roster.ts';

export { createRoster, meet, type Roster } from './roster.ts';
export type { Person, Role } from './rules.ts';
export { addWorkingDays, firstWorkingDay, isWorkingDay, rolesOf, workingDayFrom } from './rules.ts';
export { type PersonStore, personStore, whereabouts } from './store.ts';

/** Who is here: the roster, who is a member, in which language and zone. */
export const people: Feature = {
  name: 'people',
  events: [
    { type: 'team_join', run: personChanged },
    { type: 'user_change', run: personChanged },
  ],
  personal: [
    { table: 'people', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'name', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'outbox', column: 'recipient', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'people', column: 'zone', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
  ],
};
