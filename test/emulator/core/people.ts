import type { UsersInfoResponse } from '@slack/web-api';
import type { World } from './session.ts';
import type { People, SeedPerson } from './types.ts';

type User = NonNullable<UsersInfoResponse['user']>;

/** Everybody, and what happens to them; changes tell the app as Slack would. */
export const peopleOf = (world: World): People => ({
  all: () => Object.values(world.state.people),
  find: (userId) => world.state.people[userId],
  change(userId, fields) {
    const person = theirs(world, userId);
    Object.assign(person, fields);
    world.changed();
    emitUser(world, 'user_change', person);
  },
  join(person) {
    world.state.people[person.id] = { ...person };
    world.changed();
    emitUser(world, 'team_join', person);
  },
  leave(userId) {
    const person = theirs(world, userId);
    person.deleted = true;
    for (const channel of Object.values(world.state.channels))
      channel.members = channel.kind === 'im' ? channel.members : channel.members.filter((id) => id !== userId);
    world.changed();
    emitUser(world, 'user_change', person);
  },
});

/** Somebody who must exist: anything else is a mistake in a test. */
export function theirs(world: World, userId: string): SeedPerson {
  const person = world.state.people[userId];
  if (!person) throw new Error(`There is nobody called ${userId} in this workspace`);
  return person;
}

export const isExternal = (world: World, { team_id, is_stranger }: SeedPerson) =>
  is_stranger === true || (team_id !== undefined && team_id !== world.state.team.id);

export const nameOf = (world: World, userId: string) => world.state.people[userId]?.real_name ?? userId;

const emitUser = (world: World, type: 'user_change' | 'team_join', person: SeedPerson) =>
  world.emit({
    event: { type, user: userShape(world, person, true), cache_ts: seconds(world), event_ts: world.nextTs() },
  });

const seconds = (world: World) => Math.floor(world.now().getTime() / 1000);

/** A person as `users.info` and events show them. The locale only where it was asked for. */
export function userShape(world: World, person: SeedPerson, withLocale = false): User {
  const bot = person.is_bot ?? false;
  const active = !person.deleted;
  return {
    id: person.id,
    team_id: person.team_id ?? world.state.team.id,
    name: person.name,
    real_name: person.real_name,
    deleted: !active,
    profile: profileShape(world, person),
    is_bot: bot,
    is_app_user: false,
    updated: seconds(world),
    ...(active && zoneOf(person, world.now())),
    ...(active && roleFlags(person)),
    ...(active && { color: person.color ?? '9f69e7' }),
    ...(person.is_workflow_bot && { is_workflow_bot: true }),
    ...(person.is_invited_user && { is_invited_user: true }),
    ...(isExternal(world, person) && { is_stranger: person.is_stranger ?? false }),
    ...(withLocale && person.locale && !isExternal(world, person) && { locale: person.locale }),
  };
}

const roleFlags = (person: SeedPerson) => ({
  is_admin: person.is_admin ?? person.is_owner ?? false,
  is_owner: person.is_owner ?? false,
  is_primary_owner: person.is_primary_owner ?? false,
  is_restricted: person.is_restricted ?? person.is_ultra_restricted ?? false,
  is_ultra_restricted: person.is_ultra_restricted ?? false,
});

function profileShape(world: World, person: SeedPerson): NonNullable<User['profile']> {
  const isApp = person.id === world.state.bot.id;
  return {
    title: person.title ?? '',
    real_name: person.real_name,
    real_name_normalized: person.real_name,
    display_name: person.name,
    display_name_normalized: person.name,
    status_text: person.status_text ?? '',
    status_emoji: person.status_emoji ?? '',
    status_expiration: 0,
    team: person.team_id ?? world.state.team.id,
    ...(isApp && { bot_id: world.state.bot.botId, api_app_id: world.state.bot.appId }),
  };
}

/** Slack gives a zone's name and its offset in seconds at this moment. */
function zoneOf({ tz = 'America/Los_Angeles' }: SeedPerson, now: Date): Pick<User, 'tz' | 'tz_label' | 'tz_offset'> {
  const part = (timeZoneName: 'longOffset' | 'long') =>
    zoneNames(tz, timeZoneName)
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(part('longOffset')) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz, tz_label: part('long'), tz_offset: sign === '-' ? -offset : offset };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes longer than all the rest of a person. */
function zoneNames(timeZone: string, timeZoneName: 'longOffset' | 'long'): Intl.DateTimeFormat {
  const key = `${timeZone} ${timeZoneName}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  formatters.set(key, known);
  return known;
}
