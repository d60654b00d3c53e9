import type {
  BotsInfoArguments,
  BotsInfoResponse,
  UsersGetPresenceArguments,
  UsersGetPresenceResponse,
  UsersInfoArguments,
  UsersInfoResponse,
  UsersListArguments,
  UsersListResponse,
  UsersLookupByEmailArguments,
  UsersLookupByEmailResponse,
} from '@slack/web-api';
import { isExternal } from '../people.ts';
import { botIdsOf, userShape } from '../user-shape.ts';
import { dnd } from './dnd.ts';
import { type Method, method, missing, page, Refused } from './method.ts';
import { team } from './team.ts';
import { usergroups } from './usergroups.ts';
import { personAsked, visiblePerson } from './visible.ts';

/** Slack doesn't say from which size on it wants a `limit`; a workspace of this many gets all at once. */
const SMALL_TEAM = 1000;

const list = method<UsersListArguments, UsersListResponse>(['users:read'], (world, args) => {
  const ours = Object.values(world.state.people).filter((person) => !isExternal(world, person));
  if (!args.limit && ours.length > SMALL_TEAM) throw new Refused('limit_required');
  const { items, next_cursor } = page(ours, args, SMALL_TEAM);
  return {
    members: items.map((person) => userShape(world, person, args.include_locale === true)),
    cache_ts: Math.floor(world.now().getTime() / 1000),
    response_metadata: { next_cursor },
  };
});

/** Strangers are shown too, as such: that is how an app tells them apart. */
const info = method<UsersInfoArguments, UsersInfoResponse>(['users:read'], (world, { user, include_locale }) => {
  if (!user) throw new Refused('user_not_found');
  return { user: userShape(world, personAsked(world, user), include_locale === true) };
});

const lookupByEmail = method<UsersLookupByEmailArguments, UsersLookupByEmailResponse>(
  ['users:read.email'],
  (world, { email }) => {
    if (!email) throw missing('email');
    const asked = String(email).toLowerCase();
    const found = Object.values(world.state.people).find(
      (person) => person.email?.toLowerCase() === asked && !person.deleted && !isExternal(world, person),
    );
    if (!found) throw new Refused('users_not_found');
    return { user: userShape(world, found) };
  },
);

const getPresence = method<UsersGetPresenceArguments, UsersGetPresenceResponse>(['users:read'], (world, { user }) => {
  const { presence, is_bot, deleted, id } = visiblePerson(world, user);
  const online = id === world.state.bot.id || !(is_bot || deleted);
  return { presence: presence ?? (online ? 'active' : 'away') };
});

const botInfo = method<BotsInfoArguments, BotsInfoResponse>(['users:read'], (world, { bot }) => {
  if (!bot) throw new Refused('missing_argument');
  const found = Object.values(world.state.people).find((one) => one.is_bot && botIdsOf(world, one).botId === bot);
  if (!found) throw new Refused('bot_not_found');
  const { botId, appId } = botIdsOf(world, found);
  return {
    bot: {
      id: botId,
      app_id: appId,
      user_id: found.id,
      name: found.real_name,
      deleted: found.deleted ?? false,
      updated: found.updated ?? 0,
      ...(found.is_workflow_bot && { is_workflow_bot: true }),
    },
  };
});

/** docs.slack.dev/reference/methods/users.…, bots.info, and what else is asked about people. */
export const users: Record<string, Method> = {
  'users.list': list,
  'users.info': info,
  'users.lookupByEmail': lookupByEmail,
  'users.getPresence': getPresence,
  'bots.info': botInfo,
  ...dnd,
  ...team,
  ...usergroups,
};
