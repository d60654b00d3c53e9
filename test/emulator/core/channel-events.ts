import type { ChannelCreatedEvent } from '@slack/types';
import type { World } from './session.ts';
import type { StoredChannel } from './state.ts';

/** Who did it: nobody at a keyboard. */
const ACTOR = 'USLACKBOT';

/** What Slack calls a conversation's kind in events: im, mpim, group or channel. */
export const eventKind = ({ kind }: StoredChannel) =>
  ({ public: 'channel', private: 'group', im: 'im', mpim: 'mpim' })[kind];

/** Public and private channels have events of their own for the same things. */
const family = ({ kind }: StoredChannel) => (kind === 'private' ? 'group' : 'channel');

/** The app hears about public channels, and of private ones that it is in. */
export const botSees = (world: World, channel: StoredChannel) => channel.kind === 'public' || botIsIn(world, channel);

const botIsIn = (world: World, { members }: StoredChannel) => members.includes(world.state.bot.id);

function tell(world: World, channel: StoredChannel, event: { type: string } & Record<string, unknown>) {
  if (botSees(world, channel)) world.emit({ event: { ...event, event_ts: world.nextTs() } });
}

/** Nobody hears of a new private channel (docs.slack.dev/reference/events/channel_created). */
export function tellCreated(world: World, channel: StoredChannel) {
  if (channel.kind === 'public')
    tell(world, channel, { type: 'channel_created', channel: createdShape(world, channel) });
}

export const tellRenamed = (world: World, channel: StoredChannel) =>
  tell(world, channel, { type: `${family(channel)}_rename`, channel: renamedShape(channel) });

/** docs.slack.dev/reference/events/channel_archive and its three siblings */
export function tellArchived(world: World, channel: StoredChannel) {
  const did = channel.archived ? 'archive' : 'unarchive';
  const type = `${family(channel)}_${did}`;
  const actor = type === 'group_unarchive' ? { actor_id: ACTOR } : {};
  const moved = did === 'archive' ? { is_moved: 0 } : {};
  tell(world, channel, { type, channel: channel.id, user: ACTOR, ...actor, ...moved });
}

export function tellDeleted(world: World, channel: StoredChannel) {
  const more = channel.kind === 'private' ? { date_deleted: seconds(world), actor_id: ACTOR } : {};
  tell(world, channel, { type: `${family(channel)}_deleted`, channel: channel.id, ...more });
}

/** Only the members of a channel hear who comes and goes; told after somebody came, and before they are gone. */
export function tellMembership(
  world: World,
  type: 'member_joined_channel' | 'member_left_channel',
  channel: StoredChannel,
  who: { user: string; inviter?: string | undefined },
) {
  if (!botIsIn(world, channel)) return;
  const team = world.state.people[who.user]?.team_id ?? world.state.team.id;
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  tell(world, channel, { type, channel: channel.id, channel_type, team, ...who });
  const isLeaving = type === 'member_left_channel' && who.user === world.state.bot.id;
  if (isLeaving) tell(world, channel, { type: `${family(channel)}_left`, channel: channel.id, actor_id: ACTOR });
}

export const tellShared = (world: World, channel: StoredChannel, connected_team_id: string) =>
  tell(world, channel, { type: 'channel_shared', connected_team_id, channel: channel.id });

export const tellUnshared = (world: World, channel: StoredChannel, previously_connected_team_id: string) =>
  tell(world, channel, {
    type: 'channel_unshared',
    previously_connected_team_id,
    channel: channel.id,
    is_ext_shared: channel.sharedWith.length > 0,
  });

export const tellNewId = (world: World, channel: StoredChannel, old_channel_id: string) =>
  tell(world, channel, { type: 'channel_id_changed', old_channel_id, new_channel_id: channel.id });

const renamedShape = ({ id, name, created, kind }: StoredChannel) => ({
  id,
  name,
  name_normalized: name,
  created,
  is_channel: kind === 'public',
  is_mpim: kind === 'mpim',
});

const createdShape = (world: World, channel: StoredChannel): ChannelCreatedEvent['channel'] => ({
  ...renamedShape(channel),
  creator: channel.members[0] ?? ACTOR,
  context_team_id: world.state.team.id,
  is_archived: channel.archived,
  is_private: false,
  is_group: false,
  is_im: false,
  is_general: false,
  is_frozen: false,
  is_shared: channel.sharedWith.length > 0,
  is_ext_shared: channel.sharedWith.length > 0,
  is_org_shared: false,
  is_pending_ext_shared: false,
});

const seconds = (world: World) => Math.floor(world.now().getTime() / 1000);
