import type { World } from './session.ts';
import { type StoredChannel, storedChannel } from './state.ts';
import type { Channels, SeedPerson, VisibleChannel } from './types.ts';

/** Channels as the workspace's people run them; the app hears of it where it has subscribed. */
export const channelsOf = (world: World): Channels => ({
  all: () => Object.values(world.state.channels).map(visible),
  create(channel) {
    const created = Math.floor(world.now().getTime() / 1000);
    world.state.channels[channel.id] = storedChannel(channel, world.state.bot.id, created);
    world.changed();
  },
  archive: (channelId) => setArchived(world, channelId, true),
  unarchive: (channelId) => setArchived(world, channelId, false),
  invite(channelId, userId) {
    const channel = mustHave(world, channelId);
    if (!channel.members.includes(userId)) channel.members.push(userId);
    world.changed();
    emitMembership(world, 'member_joined_channel', channel, userId);
  },
  remove(channelId, userId) {
    const channel = mustHave(world, channelId);
    emitMembership(world, 'member_left_channel', channel, userId);
    channel.members = channel.members.filter((id) => id !== userId);
    world.changed();
  },
  share(channelId, teamId) {
    const channel = mustHave(world, channelId);
    channel.sharedWith.push(teamId);
    world.changed();
    world.emit({
      event: { type: 'channel_shared', connected_team_id: teamId, channel: channelId, event_ts: world.nextTs() },
    });
  },
});

const visible = ({ id, name, kind, members, archived, sharedWith, topic }: StoredChannel): VisibleChannel => ({
  id,
  name,
  kind,
  members: [...members],
  archived,
  external: sharedWith.length > 0,
  topic,
});

function mustHave(world: World, channelId: string): StoredChannel {
  const channel = world.state.channels[channelId];
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  return channel;
}

function setArchived(world: World, channelId: string, archived: boolean) {
  const channel = mustHave(world, channelId);
  channel.archived = archived;
  world.changed();
  if (!botSees(world, channel)) return;
  const family = channel.kind === 'private' ? 'group' : 'channel';
  const type = `${family}_${archived ? 'archive' : 'unarchive'}`;
  world.emit({ event: { type, channel: channelId, user: 'USLACKBOT', event_ts: world.nextTs() } });
}

function emitMembership(world: World, type: string, channel: StoredChannel, user: string) {
  if (!botSees(world, channel)) return;
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  const team = world.state.team.id;
  world.emit({ event: { type, user, channel: channel.id, channel_type, team, event_ts: world.nextTs() } });
}

/** The app hears about public channels, and of private ones that it is in. */
export const botSees = (world: World, channel: StoredChannel) =>
  channel.kind === 'public' || channel.members.includes(world.state.bot.id);

/** The direct messages of a person with the app, made at first need. */
export function appDm(world: World, userId: string): StoredChannel {
  const id = `D0${userId.replace(/^[UW]/, '')}`;
  const pair = [userId, world.state.bot.id];
  const usual = world.state.channels[id];
  if (usual) return usual;
  const known = Object.values(world.state.channels).find(
    ({ kind, members }) => kind === 'im' && members.length === 2 && pair.every((id) => members.includes(id)),
  );
  if (known) return known;
  const created = Math.floor(world.now().getTime() / 1000);
  const channel = storedChannel({ id, name: '', kind: 'im', members: pair }, world.state.bot.id, created);
  world.state.channels[id] = channel;
  world.changed();
  return channel;
}

/** Guests, bots and the deactivated can't have a DM with the app opened by it; everybody else can. */
export const canBeMessaged = (person: SeedPerson | undefined): person is SeedPerson =>
  person !== undefined && !person.deleted && !person.is_bot && person.id !== 'USLACKBOT';

/** What Slack calls a channel's kind in events: im, mpim, group or channel. */
export const eventKind = ({ kind }: StoredChannel) =>
  ({ public: 'channel', private: 'group', im: 'im', mpim: 'mpim' })[kind];
