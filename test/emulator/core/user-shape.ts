import type { UsersInfoResponse } from '@slack/web-api';
import { grantedScopes } from './api/method.ts';
import { isExternal, statusNow } from './people.ts';
import type { World } from './session.ts';
import type { SeedPerson } from './types.ts';
import { zoneAt } from './zone.ts';

type User = NonNullable<UsersInfoResponse['user']>;
type Profile = NonNullable<User['profile']>;

/** Where Slack itself is at home. */
const USUAL_ZONE = 'America/Los_Angeles';

/** A person as `users.info` and events show them. The locale only where it was asked for, and never of outsiders. */
export function userShape(world: World, person: SeedPerson, withLocale = false): User {
  const active = !person.deleted;
  const external = isExternal(world, person);
  return {
    id: person.id,
    team_id: person.team_id ?? world.state.team.id,
    name: person.name,
    real_name: person.real_name,
    deleted: !active,
    profile: profileShape(world, person),
    is_bot: person.is_bot ?? false,
    is_app_user: false,
    updated: person.updated ?? seconds(world),
    ...(active && zoneAt(person.tz ?? USUAL_ZONE, world.now())),
    ...(active && flagsOf(person)),
    ...(active && { color: person.color ?? '9f69e7' }),
    ...(person.is_workflow_bot && { is_workflow_bot: true }),
    ...(person.is_invited_user && { is_invited_user: true }),
    ...(external && { is_stranger: person.is_stranger ?? false }),
    ...(withLocale && person.locale && !external && { locale: person.locale }),
  };
}

const flagsOf = (person: SeedPerson) => ({
  is_admin: person.is_admin ?? person.is_owner ?? person.is_primary_owner ?? false,
  is_owner: person.is_owner ?? person.is_primary_owner ?? false,
  is_primary_owner: person.is_primary_owner ?? false,
  is_restricted: person.is_restricted ?? person.is_ultra_restricted ?? false,
  is_ultra_restricted: person.is_ultra_restricted ?? false,
  is_email_confirmed: !person.is_bot && !person.is_invited_user && person.id !== 'USLACKBOT',
  who_can_share_contact_card: person.is_bot ? 'NO_ONE' : 'EVERYONE',
});

/** A profile as it stands in a user; the email only for an app with users:read.email. */
export function profileShape(world: World, person: SeedPerson): Profile {
  const [first = '', ...rest] = person.real_name.split(' ');
  const mayKnowEmail = person.email !== undefined && grantedScopes(world).includes('users:read.email');
  return {
    title: person.title ?? '',
    phone: person.phone ?? '',
    skype: '',
    real_name: person.real_name,
    real_name_normalized: person.real_name,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: person.first_name ?? first,
    last_name: person.last_name ?? rest.join(' '),
    ...statusOf(world, person),
    ...pictureOf(person),
    team: person.team_id ?? world.state.team.id,
    ...(person.pronouns && { pronouns: person.pronouns }),
    ...(mayKnowEmail && { email: person.email }),
    ...guestOf(person),
    ...botOf(world, person),
  };
}

/** docs.slack.dev/reference/objects/user-object, "Custom status fields" */
function statusOf(world: World, person: SeedPerson) {
  const { text, emoji, until } = statusNow(world, person);
  return {
    status_text: text,
    status_text_canonical: '',
    status_emoji: emoji,
    status_emoji_display_info: [],
    status_expiration: until,
  };
}

const SIZES = [24, 32, 48, 72, 192, 512] as const;

/** Everybody has Slack's own picture for whoever has chosen none; nothing answers at its address. */
function pictureOf({ id }: SeedPerson): Partial<Profile> {
  const hash = `g${Buffer.from(id).toString('hex').padStart(11, '0').slice(-11)}`;
  const urls = SIZES.map((size) => [`image_${size}`, `https://example.com/avatars/${hash}-${size}.png`]);
  return { avatar_hash: hash, ...Object.fromEntries(urls) };
}

const guestOf = ({ is_restricted, is_ultra_restricted, guest_invited_by, guest_expiration_ts }: SeedPerson) =>
  (is_restricted || is_ultra_restricted) && {
    ...(guest_invited_by && { guest_invited_by }),
    ...(guest_expiration_ts !== undefined && { guest_expiration_ts }),
  };

function botOf(world: World, person: SeedPerson): Partial<Profile> {
  if (person.id === 'USLACKBOT') return { always_active: true };
  if (!person.is_bot) return {};
  const { botId: bot_id, appId: api_app_id } = botIdsOf(world, person);
  return { bot_id, api_app_id, always_active: person.id === world.state.bot.id };
}

/** A bot's own id and its app's, which differ from its user's. */
export const botIdsOf = ({ state: { bot } }: World, { id }: SeedPerson) =>
  id === bot.id ? { botId: bot.botId, appId: bot.appId } : { botId: `B${id.slice(1)}`, appId: `A${id.slice(1)}` };

const seconds = (world: World) => Math.floor(world.now().getTime() / 1000);
