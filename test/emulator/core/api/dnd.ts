import type { DndInfoArguments, DndInfoResponse, DndTeamInfoArguments, DndTeamInfoResponse } from '@slack/web-api';
import { quietHoursOf } from '../quiet-hours.ts';
import { type Method, method, Refused } from './method.ts';
import { visiblePerson } from './visible.ts';

const READ = ['dnd:read'];
const MOST_USERS = 50;

const info = method<DndInfoArguments, DndInfoResponse>(READ, (world, { user }) =>
  quietHoursOf(world, visiblePerson(world, user)),
);

const teamInfo = method<DndTeamInfoArguments, DndTeamInfoResponse>(READ, (world, { users }) => {
  const ids = String(users ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0) throw new Refused('no_users_provided');
  if (ids.length > MOST_USERS) throw new Refused('too_many_users');
  return { users: Object.fromEntries(ids.map((id) => [id, quietHoursOf(world, visiblePerson(world, id))])) };
});

/** docs.slack.dev/reference/methods/dnd.… */
export const dnd: Record<string, Method> = { 'dnd.info': info, 'dnd.teamInfo': teamInfo };
