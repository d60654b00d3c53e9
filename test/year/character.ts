import type { Lang } from '../../src/texts.ts';
import { instantOf } from '../../src/time.ts';
import type { SeedPerson, Visitor } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';

/** Somebody who does something, and the house it happens in. */
export type Scene = { me: Visitor; house: House; lang: Lang };

/** What somebody does at a moment of their own (`2027-01-04 10:20`), and how their story tells it. */
export type Deed = { at: string; says: string; does(scene: Scene): Promise<unknown> };

/** One of the ten whose whole year is told. */
export type Character = {
  /** As Slack knows them when the year begins, or when they join. */
  seed: SeedPerson;
  lang: Lang;
  /** Who they are, as the first lines of their story say it. */
  about: string;
  /** When they join the house, on their own clock; undefined: they are here. */
  joins?: string;
  /** Where they live: from a day on, in this zone. */
  zones: readonly { from: string; zone: string }[];
  deeds: readonly Deed[];
};

/** The zone somebody lives in on a day (`YYYY-MM-DD`). */
export const zoneOn = ({ zones }: Character, day: string): string =>
  zones.findLast(({ from }) => from <= day)?.zone ?? 'UTC';

/** The instant of a moment of theirs. */
export const instantFor = (one: Character, at: string): Date => {
  const [day = '', time = ''] = at.split(' ');
  return instantOf(day, time, zoneOn(one, day));
};

/** Somebody who is in Amsterdam all year, and reads Dutch. */
export const inAmsterdam = (id: string, realName: string): Pick<Character, 'seed' | 'lang' | 'zones'> => ({
  ...livingIn([{ from: '2026-01-01', zone: 'Europe/Amsterdam' }], id, realName, 'nl-NL'),
  lang: 'nl',
});

/** Somebody who lives in these zones, one after the other, and reads English unless their locale is Dutch. */
export const livingIn = (
  zones: Character['zones'],
  id: string,
  realName: string,
  locale: string,
): Pick<Character, 'seed' | 'lang' | 'zones'> => ({
  seed: { id, name: id.slice(1).toLowerCase(), real_name: realName, tz: zones[0]?.zone ?? 'UTC', locale },
  lang: locale.startsWith('nl') ? 'nl' : 'en',
  zones,
});
