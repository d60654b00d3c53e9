import type { World } from '../session.ts';
import type { SeedPerson } from '../types.ts';
import { Refused } from './method.ts';

/** Whom a call asks about; the app itself where it doesn't say. */
export function personAsked(world: World, user: unknown): SeedPerson {
  const person = world.state.people[user ? String(user) : world.state.bot.id];
  if (!person) throw new Refused('user_not_found');
  return person;
}

/** The same, but nobody who shares no channel with the workspace. */
export function visiblePerson(world: World, user: unknown): SeedPerson {
  const person = personAsked(world, user);
  if (person.is_stranger) throw new Refused('user_not_visible');
  return person;
}
