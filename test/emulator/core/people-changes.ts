import { organisationOf, statusNow, theirs } from './people.ts';
import { quietHoursOf } from './quiet-hours.ts';
import type { World } from './session.ts';
import type { People, PersonChange, SeedPerson } from './types.ts';
import { userShape } from './user-shape.ts';

/** Everybody, and what happens to them; changes tell the app as Slack would. */
export const peopleOf = (world: World): People => ({
  all: () => Object.values(world.state.people),
  find: (userId) => world.state.people[userId],
  organisationOf(userId) {
    const person = world.state.people[userId];
    return person && organisationOf(world, person);
  },
  statusOf(userId) {
    const { emoji, text } = statusNow(world, theirs(world, userId));
    return { emoji, text };
  },
  change: (userId, fields) => changeTo(world, theirs(world, userId), fields),
  join(person) {
    world.state.people[person.id] = { ...person, updated: seconds(world) };
    world.changed();
    emitUser(world, 'team_join', theirs(world, person.id));
  },
  leave(userId) {
    for (const channel of Object.values(world.state.channels))
      channel.members = channel.kind === 'im' ? channel.members : channel.members.filter((id) => id !== userId);
    changeTo(world, theirs(world, userId), { deleted: true });
  },
});

type Field = keyof PersonChange;

/** Custom fields, quiet hours and presence change without `user_change` (docs.slack.dev/reference/events/user_change). */
const APART: readonly Field[] = ['fields', 'dnd', 'presence', 'updated'];
const STATUS: readonly Field[] = ['status_emoji', 'status_text', 'status_expiration'];
const PROFILE: readonly Field[] = [
  ...(['real_name', 'first_name', 'last_name', 'name', 'title', 'email', 'phone', 'pronouns'] as const),
  ...STATUS,
];

function changeTo(world: World, person: SeedPerson, fields: PersonChange) {
  const changed = Object.keys(fields) as Field[];
  const among = (some: readonly Field[]) => changed.some((field) => some.includes(field));
  Object.assign(person, fields);
  for (const field of changed) if (fields[field] === undefined) delete person[field];
  const isSeen = changed.some((field) => !APART.includes(field));
  if (isSeen) person.updated = seconds(world);
  world.changed();
  if (isSeen) emitUser(world, 'user_change', person);
  if (among(PROFILE)) emitUser(world, 'user_profile_changed', person);
  if (among(STATUS)) emitUser(world, 'user_status_changed', person);
  if (among(['dnd'])) emitQuietHours(world, person);
}

type UserEvent = 'user_change' | 'user_profile_changed' | 'user_status_changed' | 'team_join';

/** The app hears of whom it can see: also people of other organisations in a shared channel, but no strangers. */
function emitUser(world: World, type: UserEvent, person: SeedPerson) {
  if (person.is_stranger) return;
  const user = userShape(world, person, true);
  world.emit({ event: { type, user, cache_ts: seconds(world), event_ts: world.nextTs() } });
}

const emitQuietHours = (world: World, person: SeedPerson) =>
  world.emit({
    event: {
      type: 'dnd_updated_user',
      user: person.id,
      dnd_status: quietHoursOf(world, person),
      event_ts: world.nextTs(),
    },
  });

const seconds = (world: World) => Math.floor(world.now().getTime() / 1000);
