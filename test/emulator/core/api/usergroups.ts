import type {
  UsergroupsListArguments,
  UsergroupsListResponse,
  UsergroupsUsersListArguments,
  UsergroupsUsersListResponse,
} from '@slack/web-api';
import { groupShape } from '../groups.ts';
import { type Method, method, Refused } from './method.ts';

const READ = ['usergroups:read'];

const list = method<UsergroupsListArguments, UsergroupsListResponse>(READ, (world, args) => {
  const shown = world.state.groups.filter(({ date_delete = 0 }) => !date_delete || args.include_disabled === true);
  return {
    usergroups: shown.map((group) => {
      const { users, user_count, ...rest } = groupShape(world, group);
      return {
        ...rest,
        ...(args.include_count === true && { user_count }),
        ...(args.include_users === true && { users }),
      };
    }),
  };
});

const members = method<UsergroupsUsersListArguments, UsergroupsUsersListResponse>(READ, (world, args) => {
  const group = world.state.groups.find(({ id }) => id === args.usergroup);
  const shown = group && (!group.date_delete || args.include_disabled === true);
  if (!shown) throw new Refused('no_such_subteam');
  return { users: group.users };
});

/** docs.slack.dev/reference/methods/usergroups.… */
export const usergroups: Record<string, Method> = {
  'usergroups.list': list,
  'usergroups.users.list': members,
};
