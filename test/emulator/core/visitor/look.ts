import { appDm } from '../channels.ts';
import { placedElements } from '../inputs.ts';
import { messagesIn, replyCounts } from '../messages.ts';
import { isExternal, nameOf, theirs } from '../people.ts';
import { type Names, readable, readText, readValue } from '../readable.ts';
import type { World } from '../session.ts';
import type { StoredChannel, StoredMessage, StoredView } from '../state.ts';
import { messageKey } from '../state.ts';
import type { VisibleConversation, VisibleMessage, VisibleView } from '../types.ts';

export const namesIn = (world: World): Names => ({
  person: (id) => nameOf(world, id),
  channel: (id) => world.state.channels[id]?.name ?? id,
});

/** What a person sees in a conversation, their ephemeral messages among it, oldest first. */
export function messagesSeen(world: World, userId: string, channelId: string): VisibleMessage[] {
  const channel = world.state.channels[channelId];
  if (!channel || !maySee(world, channel, userId)) return [];
  const own = (world.ephemerals.get(userId) ?? []).filter(({ channel: where }) => where === channelId);
  const replies = replyCounts(world, channelId);
  const said = messagesIn(world, channelId);
  return [
    ...said.map((message) => ({ ...seenMessage(world, userId, message), replies: replies.get(message.ts) ?? 0 })),
    ...own.map((message) => ephemeralSeen(world, userId, message)),
  ].sort((one, other) => Number(one.ts) - Number(other.ts));
}

/** Members see a conversation; a public channel is open to everybody but guests and other organisations. */
function maySee(world: World, { kind, members }: StoredChannel, userId: string): boolean {
  if (members.includes(userId)) return true;
  const person = theirs(world, userId);
  return kind === 'public' && !person.is_restricted && !person.is_ultra_restricted && !isExternal(world, person);
}

/** A message that only this person sees. */
export const ephemeralSeen = (world: World, userId: string, message: StoredMessage): VisibleMessage => ({
  ...seenMessage(world, userId, message),
  ephemeral: true,
});

/** A message with the words a person reads in it; its answers are still to be counted. */
function seenMessage(world: World, userId: string, message: StoredMessage): VisibleMessage {
  const names = namesIn(world);
  const { channel, ts, user, byApp, text, blocks, threadTs, editedTs } = message;
  const chosen = world.state.chosen[messageKey(userId, channel, ts)];
  return {
    channel,
    ts,
    userId: user,
    name: nameOf(world, user),
    bot: byApp,
    text,
    blocks,
    readable: blocks.length > 0 ? readable(blocks, names, chosen) : readText({ type: 'mrkdwn', text }, names),
    ephemeral: false,
    edited: editedTs !== undefined,
    threadTs,
    replies: 0,
  };
}

export function seenView(world: World, view: StoredView): VisibleView {
  const names = namesIn(world);
  return {
    id: view.id,
    type: view.type,
    callbackId: view.callbackId,
    title: readText(view.title),
    submit: view.submit,
    close: view.close,
    blocks: view.blocks,
    values: view.values,
    filled: filledIn(view, names),
    errors: byLabel(view),
    errorsById: view.errors,
    privateMetadata: view.privateMetadata,
    readable: [readText(view.title), readable(view.blocks, names, view.values)].filter(Boolean).join('\n'),
  };
}

function filledIn(view: StoredView, names: Names): VisibleView['filled'] {
  const filled: VisibleView['filled'] = {};
  for (const { block, element } of placedElements(view.blocks)) {
    const value = view.values[block.block_id]?.[element.action_id];
    const shown = value && readValue(value, names);
    if (block.label && shown !== undefined) filled[readText(block.label)] = shown;
  }
  return filled;
}

const byLabel = ({ blocks, errors }: StoredView) =>
  Object.fromEntries(
    Object.entries(errors).map(([blockId, message]) => [
      readText(blocks.find(({ block_id }) => block_id === blockId)?.label) || blockId,
      message,
    ]),
  );

/** The DM with the app first, then channels and direct messages by name. */
export function conversationsOf(world: World, userId: string): VisibleConversation[] {
  const dm = appDm(world, userId);
  const others = Object.values(world.state.channels).filter(
    (channel) => channel !== dm && maySee(world, channel, userId),
  );
  const seen = others.map((channel) => conversation(world, userId, channel));
  return [conversation(world, userId, dm), ...seen.sort((one, other) => one.name.localeCompare(other.name))];
}

function conversation(world: World, userId: string, channel: StoredChannel): VisibleConversation {
  const isApp = channel.kind === 'im' && channel.members.includes(world.state.bot.id);
  const readUpTo = Number(world.state.read[userId]?.[channel.id] ?? 0);
  const unread = messagesIn(world, channel.id).filter(({ ts, user }) => Number(ts) > readUpTo && user !== userId);
  const others = channel.members.filter((id) => id !== userId).map((id) => nameOf(world, id));
  return {
    id: channel.id,
    name: channel.name || others.join(', '),
    kind: isApp ? 'app' : channel.kind,
    unread: unread.length,
    member: channel.members.includes(userId),
    archived: channel.archived,
    external: channel.sharedWith.length > 0,
  };
}
