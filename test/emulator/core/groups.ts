import type { World } from './session.ts';
import type { Groups, SeedGroup } from './types.ts';

/** User groups as the workspace's people keep them; changes tell the app as Slack would. */
export const groupsOf = (world: World): Groups => ({
  all: () => world.state.groups,
  create(group) {
    const created = { ...group, users: [...group.users], date_create: group.date_create ?? seconds(world) };
    world.state.groups.push(created);
    world.changed();
    emitGroup(world, 'subteam_created', created);
  },
  change: (groupId, fields) => changeTo(world, mustHave(world, groupId), fields),
  remove: (groupId) => changeTo(world, mustHave(world, groupId), { date_delete: seconds(world) }),
});

/** A group as `usergroups.list` and events show it. */
export function groupShape(world: World, group: SeedGroup) {
  const { id, handle, name, description = '', users, date_create = 0, date_update = date_create } = group;
  return {
    id,
    team_id: world.state.team.id,
    is_usergroup: true,
    is_subteam: true,
    name,
    description,
    handle,
    is_external: false,
    date_create,
    date_update,
    date_delete: group.date_delete ?? 0,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: 'USLACKBOT',
    updated_by: 'USLACKBOT',
    prefs: { channels: [], groups: [] },
    users,
    user_count: users.length,
    channel_count: 0,
  };
}

function mustHave(world: World, groupId: string): SeedGroup {
  const group = world.state.groups.find(({ id }) => id === groupId);
  if (!group) throw new Error(`There is no user group ${groupId}`);
  return group;
}

function changeTo(world: World, group: SeedGroup, fields: Partial<Omit<SeedGroup, 'id'>>) {
  const before = { users: group.users, date: group.date_update ?? group.date_create ?? 0 };
  Object.assign(group, fields, { date_update: seconds(world) });
  world.changed();
  emitGroup(world, 'subteam_updated', group);
  emitMembers(world, group, before);
}

const emitGroup = (world: World, type: 'subteam_created' | 'subteam_updated', group: SeedGroup) =>
  world.emit({ event: { type, subteam: groupShape(world, group), event_ts: world.nextTs() } });

/** docs.slack.dev/reference/events/subteam_members_changed */
function emitMembers(world: World, group: SeedGroup, before: { users: readonly string[]; date: number }) {
  const added = group.users.filter((id) => !before.users.includes(id));
  const removed = before.users.filter((id) => !group.users.includes(id));
  if (added.length + removed.length === 0) return;
  world.emit({
    event: {
      type: 'subteam_members_changed',
      subteam_id: group.id,
      team_id: world.state.team.id,
      date_previous_update: before.date,
      date_update: group.date_update,
      added_users: added,
      added_users_count: added.length,
      removed_users: removed,
      removed_users_count: removed.length,
      event_ts: world.nextTs(),
    },
  });
}

const seconds = (world: World) => Math.floor(world.now().getTime() / 1000);
