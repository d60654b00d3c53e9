import type { Person } from '../../src/features/people/index.ts';
import { localDay } from '../../src/time.ts';
import type { SeedPerson } from '../emulator/core/types.ts';
import type { Deed, Household } from './household.ts';
import { questionPut } from './kinds.ts';

const seen = ({ userId, name, lang, zone, member, admin }: Person, now: Date) => ({
  ...{ userId, name, lang, zone, member, admin },
  today: localDay(now, zone),
});

/** Slack knows it at once; the house hears of it when this deed is done. */
export function move({ chance, zones, slack, database: { stores } }: Household, one: Person, now: Date): Deed {
  const zone = chance.pick(zones);
  slack.people.change(one.userId, { tz: zone });
  return {
    says: `${one.userId} moves to ${zone}`,
    lasting: true,
    of: (_deps, tx) => stores.people(tx).see([seen({ ...one, zone }, now)], zone, now),
  };
}

/** Somebody leaves in whose DM something was about to be said. */
export function leave({ chance, slack, database: { stores } }: Household, one: Person, now: Date): Deed | undefined {
  if (one.admin) return undefined;
  const id = chance.uuid();
  slack.people.leave(one.userId);
  return {
    says: `${one.userId} is asked something, and leaves`,
    lasting: true,
    async of({ outbox }, tx) {
      await outbox.put(tx, [questionPut(one.userId, id, now, one.zone)]);
      await stores.people(tx).see([{ ...seen(one, now), member: false }], one.zone, now);
    },
  };
}

/** Somebody new. */
export function join({ chance, slack, zones, database: { stores } }: Household, _one: Person, now: Date): Deed {
  const newcomer = somebody(`U0NEW${chance.uuid().slice(0, 6).toUpperCase()}`, chance.pick(zones));
  slack.people.join(newcomer);
  const { id: userId, real_name: name, tz: zone } = newcomer;
  return {
    says: `${userId} joins`,
    lasting: true,
    of: (_deps, tx) =>
      stores
        .people(tx)
        .see([{ userId, name, zone, lang: 'en', member: true, admin: false, today: localDay(now, zone) }], zone, now),
  };
}

/** Somebody as Slack has them. */
export const somebody = (id: string, tz: string): SeedPerson & { tz: string } => ({
  ...{ id, name: id.toLowerCase(), real_name: id, tz },
});

/** Somebody leaves, and wants nothing kept. */
export function forget({ chance, slack, database }: Household, one: Person): Deed | undefined {
  if (one.admin || !chance.happens(0.5)) return undefined;
  slack.people.leave(one.userId);
  return { lasting: true, says: `${one.userId} is forgotten`, of: (_deps, tx) => database.erase(one.userId, tx) };
}
