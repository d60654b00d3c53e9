import type { World } from '../session.ts';
import type { StoredChannel } from '../state.ts';
import { isMember } from './conversation.ts';

/** A conversation as `conversations.info` and `.list` show it. */
export function channelShape(world: World, channel: StoredChannel) {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: world.state.team.id,
  };
  if (channel.kind === 'im')
    return { ...common, is_open: true, user: channel.members.find((id) => id !== world.state.bot.id) ?? '' };
  return { ...common, ...namedShape(world, channel) };
}

/** What a channel or a group of people has, and a direct message hasn't. */
function namedShape(world: World, channel: StoredChannel) {
  const external = channel.sharedWith.length > 0;
  return {
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_member: isMember(world, channel),
    is_general: false,
    is_shared: external,
    is_ext_shared: external,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [world.state.team.id, ...channel.sharedWith],
    ...(external && { connected_team_ids: channel.sharedWith }),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    unlinked: 0,
    num_members: channel.members.length,
  };
}
