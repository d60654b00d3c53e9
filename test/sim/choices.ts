import type { Person } from '../../src/features/people/index.ts';
import type { SettingKey, Settings } from '../../src/features/settings/table.ts';
import { CHANNELS, type Deed, type Household } from './household.ts';

function setting<K extends SettingKey>(house: Household, key: K, value: Settings[K], now: Date): Deed {
  const change = { by: 'U0ADMIN', at: now, id: house.chance.uuid() };
  return {
    says: `${key} becomes ${JSON.stringify(value)}`,
    of: (_deps, tx) => house.database.stores.settings(tx).set(key, value, change),
  };
}

/** An admin and somebody else become leaders, or nobody is one. */
export function nameLeaders(house: Household, one: Person, now: Date) {
  return setting(house, 'leaders', house.chance.happens(0.2) ? [] : [...new Set(['U0ADMIN', one.userId])], now);
}

/** The nudges are held, now and then. */
export function holdNudges(house: Household, _one: Person, now: Date) {
  return house.chance.happens(0.2) ? setting(house, 'nudgesStartedAt', null, now) : undefined;
}

/** Whoever presses it again changes nothing. */
export function startNudges(house: Household, _one: Person, now: Date): Deed {
  const { says, of } = setting(house, 'nudgesStartedAt', now.toISOString(), now);
  return {
    says,
    async of(deps, tx) {
      if ((await house.database.stores.settings(tx).all()).nudgesStartedAt === null) await of(deps, tx);
    },
  };
}

/** Stories go to this channel from now on. */
export function chooseChannel(house: Household, _one: Person, now: Date) {
  return setting(house, 'storiesChannel', house.chance.pick(CHANNELS), now);
}

/** The house lives in another zone, now and then. */
export function moveHouse(house: Household, _one: Person, now: Date) {
  return house.chance.happens(0.2) ? setting(house, 'zone', house.chance.pick(house.zones), now) : undefined;
}

/** A channel is archived. */
export function closeChannel({ chance, slack }: Household): Deed {
  const channel = chance.pick(CHANNELS);
  slack.channels.archive(channel);
  return { says: `${channel} is archived`, of: async () => {} };
}

/** A channel is open again. */
export function openChannel({ chance, slack }: Household): Deed {
  const channel = chance.pick(CHANNELS);
  slack.channels.unarchive(channel);
  return { says: `${channel} is open`, of: ({ outbox }, tx) => outbox.retry(tx, channel) };
}
