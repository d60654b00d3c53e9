import type { World } from './session.ts';
import type { Organisation, SeedPerson } from './types.ts';

/** Somebody who must exist: anything else is a mistake in a test. */
export function theirs(world: World, userId: string): SeedPerson {
  const person = world.state.people[userId];
  if (!person) throw new Error(`There is nobody called ${userId} in this workspace`);
  return person;
}

/** Whether somebody is of another organisation. */
export const isExternal = (world: World, { team_id, is_stranger }: SeedPerson) =>
  is_stranger === true || (team_id !== undefined && team_id !== world.state.team.id);

/** The other organisation somebody belongs to, called by its id where nobody has named it; undefined for our own. */
export function organisationOf(world: World, person: SeedPerson): Organisation | undefined {
  if (!isExternal(world, person)) return undefined;
  const id = person.team_id ?? 'T0ELSEWHERE';
  return world.state.organisations.find((one) => one.id === id) ?? { id, name: id, domain: id.toLowerCase() };
}

/** Somebody's status now: one that has run out is as if it had never been. */
export function statusNow(world: World, person: SeedPerson) {
  const { status_text = '', status_emoji = '', status_expiration = 0 } = person;
  const over = status_expiration !== 0 && status_expiration * 1000 <= world.now().getTime();
  return over
    ? { text: '', emoji: '', until: 0 }
    : { text: status_text, emoji: status_emoji, until: status_expiration };
}

/** What somebody is called, or their id where nobody is known by it. */
export const nameOf = (world: World, userId: string) => world.state.people[userId]?.real_name ?? userId;
