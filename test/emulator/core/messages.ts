import { eventKind } from './channels.ts';
import type { World } from './session.ts';
import type { StoredChannel, StoredMessage } from './state.ts';
import type { Block, JsonObject } from './types.ts';

export type NewMessage = {
  channel: StoredChannel;
  user: string;
  byApp: boolean;
  text: string;
  blocks: Block[];
  metadata?: JsonObject;
  threadTs?: string;
};

/** Puts a message into a conversation and echoes it to the app. A reply to a reply goes to the same thread. */
export function post(world: World, { channel, ...rest }: NewMessage): StoredMessage {
  const message: StoredMessage = { ...rest, channel: channel.id, ts: world.nextTs() };
  const parent = message.threadTs ? findMessage(world, channel.id, message.threadTs) : undefined;
  if (parent?.threadTs) message.threadTs = parent.threadTs;
  messagesIn(world, channel.id).push(message);
  world.changed();
  echo(world, channel, messageShape(world, message));
  return message;
}

/** Changes what a message says; blocks and metadata stay where they aren't given. */
export function edit(
  world: World,
  message: StoredMessage,
  to: Partial<Pick<StoredMessage, 'text' | 'blocks' | 'metadata'>>,
) {
  const channel = world.state.channels[message.channel];
  const before = messageShape(world, message);
  Object.assign(message, to, { editedTs: world.nextTs() });
  world.changed();
  if (channel)
    echo(world, channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: messageShape(world, message),
      previous_message: before,
      ts: world.nextTs(),
    });
}

export function remove(world: World, message: StoredMessage) {
  const channel = world.state.channels[message.channel];
  world.state.messages[message.channel] = messagesIn(world, message.channel).filter((each) => each !== message);
  world.changed();
  if (channel)
    echo(world, channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: messageShape(world, message),
      ts: world.nextTs(),
    });
}

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

export function removeEphemeral(world: World, userId: string, ts: string) {
  world.ephemerals.set(
    userId,
    (world.ephemerals.get(userId) ?? []).filter((each) => each.ts !== ts),
  );
  world.changed();
}

export function messagesIn(world: World, channel: string): StoredMessage[] {
  world.state.messages[channel] ??= [];
  return world.state.messages[channel];
}

export const findMessage = (world: World, channel: string, ts: string) =>
  messagesIn(world, channel).find((message) => message.ts === ts);

export const findEphemeral = (world: World, userId: string, ts: string) =>
  world.ephemerals.get(userId)?.find((message) => message.ts === ts);

/** A message as the Web API and events show it; metadata only where asked for. */
export function messageShape(world: World, message: StoredMessage, withMetadata = true) {
  const { team, bot } = world.state;
  const replies = message.threadTs ? [] : repliesTo(world, message);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.byApp && {
      bot_id: bot.botId,
      app_id: bot.appId,
      bot_profile: { id: bot.botId, app_id: bot.appId, name: bot.name, team_id: team.id, deleted: false },
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.metadata && withMetadata && { metadata: message.metadata }),
    ...(message.editedTs && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(replies.length > 0 && { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }),
  };
}

export const repliesTo = (world: World, { channel, ts }: Pick<StoredMessage, 'channel' | 'ts'>) =>
  messagesIn(world, channel).filter(({ threadTs }) => threadTs === ts);

/** How many answers each message of a conversation has, by its ts; all at once, for a list. */
export function replyCounts(world: World, channel: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { threadTs } of messagesIn(world, channel))
    if (threadTs) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  return counts;
}

/** The app hears what is said where it is a member, its own words too. */
function echo(world: World, channel: StoredChannel, message: JsonLike) {
  if (!channel.members.includes(world.state.bot.id)) return;
  const kind = eventKind(channel);
  world.emit({
    event: { ...message, type: 'message', channel: channel.id, channel_type: kind, event_ts: String(message.ts) },
    kind,
  });
}

type JsonLike = { ts: string } & Record<string, unknown>;

/** Blocks as Slack stores them: each with a block_id and each element with an action_id. */
export function withIds(world: World, blocks: Block[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id || world.nextId('b'),
    ...(block.elements && { elements: block.elements.map((element) => withActionId(world, element)) }),
    ...(block.element && { element: withActionId(world, block.element) }),
    ...(block.accessory && { accessory: withActionId(world, block.accessory) }),
  }));
}

const WITHOUT_ACTION = /^(image|plain_text|mrkdwn|rich_text_\w+(?<!_input))$/;

const withActionId = <E extends { type: string; action_id: string }>(world: World, element: E): E =>
  WITHOUT_ACTION.test(element.type) || element.action_id ? element : { ...element, action_id: world.nextId('a') };
