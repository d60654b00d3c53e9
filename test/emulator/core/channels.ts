import {
  tellArchived,
  tellCreated,
  tellDeleted,
  tellMembership,
  tellRenamed,
  tellShared,
  tellUnshared,
} from './channel-events.ts';
import { moveTo } from './channel-move.ts';
import { noteDm, usualDm } from './direct-messages.ts';
import { post } from './messages.ts';
import type { World } from './session.ts';
import { type StoredChannel, storedChannel } from './state.ts';
import type { Channels, SeedPerson, VisibleChannel } from './types.ts';

export { botSees } from './channel-events.ts';

/** Channels as the workspace's people run them; the app hears of it where it has subscribed. */
export const channelsOf = (world: World): Channels => ({
  all: () => Object.values(world.state.channels).map(visible),
  create(channel) {
    const created = Math.floor(world.now().getTime() / 1000);
    const stored = storedChannel(channel, world.state.bot.id, created);
    world.state.channels[channel.id] = stored;
    noteDm(world, stored);
    world.changed();
    tellCreated(world, stored);
  },
  rename(channelId, name) {
    const channel = mustHave(world, channelId);
    channel.name = name;
    world.changed();
    tellRenamed(world, channel);
  },
  archive: (channelId) => setArchived(world, channelId, true),
  unarchive: (channelId) => setArchived(world, channelId, false),
  delete(channelId) {
    const channel = mustHave(world, channelId);
    tellDeleted(world, channel);
    delete world.state.channels[channelId];
    delete world.state.messages[channelId];
    world.changed();
  },
  invite(channelId, userId, inviter) {
    const channel = mustHave(world, channelId);
    if (channel.members.includes(userId)) return;
    channel.members.push(userId);
    world.changed();
    tellMembership(world, 'member_joined_channel', channel, { user: userId, inviter });
    note(world, channel, userId, 'channel_join');
  },
  remove: (channelId, userId) => leave(world, mustHave(world, channelId), userId),
  share(channelId, teamId) {
    const channel = mustHave(world, channelId);
    channel.sharedWith.push(teamId);
    world.changed();
    tellShared(world, channel, teamId);
  },
  unshare(channelId, teamId) {
    const channel = mustHave(world, channelId);
    channel.sharedWith = channel.sharedWith.filter((id) => id !== teamId);
    for (const userId of channel.members)
      if (world.state.people[userId]?.team_id === teamId) leave(world, channel, userId);
    world.changed();
    tellUnshared(world, channel, teamId);
  },
  changeId: (channelId, newId) => moveTo(world, mustHave(world, channelId), newId),
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
  tellArchived(world, channel);
}

function leave(world: World, channel: StoredChannel, userId: string) {
  if (!channel.members.includes(userId)) return;
  note(world, channel, userId, 'channel_leave');
  tellMembership(world, 'member_left_channel', channel, { user: userId });
  channel.members = channel.members.filter((id) => id !== userId);
  world.changed();
}

/** What a channel reads of whoever comes or goes (docs.slack.dev/reference/events/message/channel_join). */
function note(world: World, channel: StoredChannel, user: string, subtype: 'channel_join' | 'channel_leave') {
  const did = subtype === 'channel_join' ? 'joined' : 'left';
  post(world, { channel, user, byApp: false, text: `<@${user}> has ${did} the channel`, blocks: [], subtype });
}

/** The direct messages of a person with the app, made at first need. */
export function appDm(world: World, userId: string): StoredChannel {
  const id = usualDm(userId);
  const known = world.state.channels[id] ?? world.state.channels[world.oddDms.get(userId) ?? ''];
  if (known) return known;
  const created = Math.floor(world.now().getTime() / 1000);
  const channel = storedChannel(
    { id, name: '', kind: 'im', members: [userId, world.state.bot.id] },
    world.state.bot.id,
    created,
  );
  world.state.channels[id] = channel;
  world.changed();
  return channel;
}

/** Bots, Slackbot and the deactivated can't have a DM with the app opened by it; everybody else can, guests too. */
export const canBeMessaged = (person: SeedPerson | undefined): person is SeedPerson =>
  person !== undefined && !person.deleted && !person.is_bot && person.id !== 'USLACKBOT';
