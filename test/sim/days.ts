import type { Tx } from '../../src/db/workspace.ts';
import { USUAL_WEEK } from '../../src/features/people/days-rules.ts';
import type { Person } from '../../src/features/people/index.ts';
import { addDays, localDay } from '../../src/time.ts';
import type { Deed, Household } from './household.ts';
import type { Stores } from './stores.ts';

/** Weeks that people work, and where their holidays are; null: where the house is. */
const WEEKS = ['12345', '1234', '45', '135', '3'];
const COUNTRIES = [null, 'BE', 'US', 'DE-BY'];

/** Somebody says when they are off: soon, for a day or for weeks. */
export function takeDaysOff({ chance, database: { stores } }: Household, one: Person, now: Date): Deed {
  const from = addDays(localDay(now, one.zone), chance.between(0, 25));
  const until = addDays(from, chance.between(0, 30));
  return {
    says: `${one.userId} is off from ${from} to ${until}`,
    of: (_deps, tx) => stores.absences(tx).keepOwn(one.userId, { from, until }),
  };
}

/** They work after all, from today on. */
export const workAfterAll = ({ database }: Household, one: Person, now: Date): Deed => ({
  says: `${one.userId} works after all`,
  of: (_deps, tx) => endAll(database.stores, tx, one, now),
});

/** Nobody is off any more, and all work the usual week: what waits for somebody comes to its end. */
export const everybodyWorks = ({ database: { stores } }: Household, people: readonly Person[], now: Date): Deed => ({
  lasting: true,
  says: 'everybody works',
  async of(_deps, tx) {
    for (const one of people) {
      await endAll(stores, tx, one, now);
      await stores.people(tx).chooseDays(one.userId, USUAL_WEEK, null);
    }
  },
});

async function endAll(stores: Stores, tx: Tx, { userId, zone }: Person, now: Date): Promise<void> {
  const yesterday = addDays(localDay(now, zone), -1);
  for (const { from, until } of await stores.absences(tx).of(userId))
    if (until === null || until > yesterday) await stores.absences(tx).endOwn(userId, from, yesterday);
}

/** Another week, other holidays. */
export function chooseDays({ chance, database: { stores } }: Household, one: Person): Deed {
  const [week, country] = [chance.pick(WEEKS), chance.pick(COUNTRIES)];
  return {
    says: `${one.userId} works ${week} in ${country ?? 'the house'}`,
    of: (_deps, tx) => stores.people(tx).chooseDays(one.userId, week, country),
  };
}
