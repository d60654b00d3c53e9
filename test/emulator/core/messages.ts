import { eventKind } from './channel-events.ts';
import { messageShape, newMessageShape } from './message-shape.ts';
import type { World } from './session.ts';
import type { StoredChannel, StoredMessage } from './state.ts';
import { findMessage, messagesIn, repliesTo } from './timeline.ts';

/** A message before it has its ts. */
export type NewMessage = Omit<StoredMessage, 'ts' | 'channel' | 'editedTs' | 'reactions'> & { channel: StoredChannel };

/** Puts a message into a conversation and echoes it to the app. A reply to a reply goes to the same thread. */
export function post(world: World, { channel, ...rest }: NewMessage): StoredMessage {
  const message: StoredMessage = { ...rest, channel: channel.id, ts: world.nextTs() };
  const parent = message.threadTs ? findMessage(world, channel.id, message.threadTs) : undefined;
  if (parent?.threadTs) message.threadTs = parent.threadTs;
  messagesIn(world, channel.id).push(message);
  share(world, message);
  world.changed();
  echo(world, channel.id, newMessageShape(world, message));
  return message;
}

/** Whoever is in the conversation may see the files from now on. */
function share(world: World, { channel, user, files = [] }: StoredMessage) {
  for (const id of files) {
    const file = world.state.files[id];
    if (!file || file.sharedIn.includes(channel)) continue;
    file.sharedIn.push(channel);
    if (world.state.channels[channel]?.members.includes(world.state.bot.id))
      world.emit({
        event: {
          type: 'file_shared',
          file_id: id,
          user_id: user,
          file: { id },
          channel_id: channel,
          event_ts: world.nextTs(),
        },
      });
  }
}

/** Changes what a message says; what isn't given stays. */
export function edit(
  world: World,
  message: StoredMessage,
  to: Partial<Pick<StoredMessage, 'text' | 'blocks' | 'metadata' | 'attachments' | 'files' | 'broadcast'>>,
) {
  const before = messageShape(world, message);
  Object.assign(message, to, { editedTs: world.nextTs() });
  world.changed();
  tellChange(world, message, before);
}

/** Takes a message away, and tells the app. While it has answers, a stone stands in its place. */
export function remove(world: World, message: StoredMessage) {
  if (repliesTo(world, message).length > 0) return bury(world, message);
  const { channel, ts, threadTs } = message;
  const before = messageShape(world, message);
  replace(world, message, []);
  const deleted = { subtype: 'message_deleted', hidden: true, deleted_ts: ts, previous_message: before };
  echo(world, channel, { ...deleted, ts: world.nextTs() });
  const above = threadTs ? findMessage(world, channel, threadTs) : undefined;
  if (above?.subtype === 'tombstone') remove(world, above);
}

/** Not documented; github.com/openclaw/openclaw/pull/22035 and github.com/hackclub/toriel/pull/238 show it. */
function bury(world: World, message: StoredMessage) {
  if (message.subtype === 'tombstone') return;
  const { channel, ts } = message;
  const before = messageShape(world, message);
  const text = 'This message was deleted.';
  const stone: StoredMessage = { ts, channel, user: 'USLACKBOT', byApp: false, text, blocks: [], subtype: 'tombstone' };
  replace(world, message, [stone]);
  tellChange(world, stone, before);
}

/** Another list, so that threads are counted anew. */
function replace(world: World, message: StoredMessage, by: StoredMessage[]) {
  const { channel } = message;
  world.state.messages[channel] = messagesIn(world, channel).flatMap((each) => (each === message ? by : [each]));
  world.changed();
}

const tellChange = (world: World, message: StoredMessage, before: object) =>
  echo(world, message.channel, {
    subtype: 'message_changed',
    hidden: true,
    message: messageShape(world, message),
    previous_message: before,
    ts: world.nextTs(),
  });

/** A message that one person sees until they reload. */
export function postEphemeral(
  world: World,
  userId: string,
  message: Omit<StoredMessage, 'ts' | 'user' | 'byApp'>,
): StoredMessage {
  const posted: StoredMessage = { ...message, ts: world.nextTs(), user: world.state.bot.id, byApp: true };
  world.ephemerals.set(userId, [...(world.ephemerals.get(userId) ?? []).slice(-200), posted]);
  world.changed();
  return posted;
}

/** Takes away a message that one person sees. */
export function removeEphemeral(world: World, userId: string, ts: string) {
  world.ephemerals.set(
    userId,
    (world.ephemerals.get(userId) ?? []).filter((each) => each.ts !== ts),
  );
  world.changed();
}

/** The app hears what is said where it is a member, its own words too. */
function echo(world: World, channelId: string, message: JsonLike) {
  const channel = world.state.channels[channelId];
  if (!channel?.members.includes(world.state.bot.id)) return;
  const kind = eventKind(channel);
  world.emit({
    event: { ...message, type: 'message', channel: channel.id, channel_type: kind, event_ts: String(message.ts) },
    kind,
  });
}

type JsonLike = { ts: string } & Record<string, unknown>;
