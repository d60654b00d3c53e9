import type {
  UsergroupsListArguments,
  UsergroupsListResponse,
  UsergroupsUsersListArguments,
  UsergroupsUsersListResponse,
  UsersInfoArguments,
  UsersInfoResponse,
  UsersListArguments,
  UsersListResponse,
} from '@slack/web-api';
import { isExternal, userShape } from '../people.ts';
import { type Method, method, page, Refused } from './method.ts';

const list = method<UsersListArguments, UsersListResponse>(['users:read'], (world, args) => {
  const ours = Object.values(world.state.people).filter((person) => !isExternal(world, person));
  const { items, next_cursor } = page(ours, args, 1000);
  return {
    members: items.map((person) => userShape(world, person, args.include_locale === true)),
    cache_ts: Math.floor(world.now().getTime() / 1000),
    response_metadata: { next_cursor },
  };
});

const info = method<UsersInfoArguments, UsersInfoResponse>(['users:read'], (world, { user, include_locale }) => {
  const person = world.state.people[String(user)];
  if (!person) throw new Refused('user_not_found');
  return { user: userShape(world, person, include_locale === true) };
});

const groups = method<UsergroupsListArguments, UsergroupsListResponse>(['usergroups:read'], (world, args) => ({
  usergroups: world.state.groups.map(({ id, handle, name, users }) => ({
    id,
    handle,
    name,
    team_id: world.state.team.id,
    is_usergroup: true,
    user_count: users.length,
    ...(args.include_users === true && { users }),
  })),
}));

const groupMembers = method<UsergroupsUsersListArguments, UsergroupsUsersListResponse>(
  ['usergroups:read'],
  (world, { usergroup }) => {
    const group = world.state.groups.find(({ id }) => id === usergroup);
    if (!group) throw new Refused('no_such_subteam');
    return { users: group.users };
  },
);

/** docs.slack.dev/reference/methods/users.… and usergroups.… */
export const users: Record<string, Method> = {
  'users.list': list,
  'users.info': info,
  'usergroups.list': groups,
  'usergroups.users.list': groupMembers,
};
