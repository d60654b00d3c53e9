import { appDm } from '../channels.ts';
import { filesCalled, visibleFile } from '../files.ts';
import { placedElements } from '../inputs.ts';
import { isExternal, nameOf, organisationOf, theirs } from '../people.ts';
import { type Names, readable, readableAttachments, readText, readValue } from '../readable.ts';
import type { World } from '../session.ts';
import type { StoredChannel, StoredMessage, StoredView } from '../state.ts';
import { messageKey } from '../state.ts';
import { answersIn, messagesAfter, messagesIn } from '../timeline.ts';
import type { VisibleConversation, VisibleMessage, VisibleView } from '../types.ts';

/** How ids read in this workspace. */
export const namesIn = (world: World): Names => ({
  person: (id) => nameOf(world, id),
  channel: (id) => world.state.channels[id]?.name ?? id,
});

/** What a person sees in a conversation, their ephemeral messages among it, oldest first. */
export function messagesSeen(world: World, userId: string, channelId: string): VisibleMessage[] {
  const channel = world.state.channels[channelId];
  if (!channel || !maySee(world, channel, userId)) return [];
  const own = (world.ephemerals.get(userId) ?? []).filter(({ channel: where }) => where === channelId);
  const answers = answersIn(world, channelId);
  const said = messagesIn(world, channelId);
  return [
    ...said.map((message) => ({
      ...seenMessage(world, userId, message),
      replies: answers.get(message.ts)?.length ?? 0,
    })),
    ...own.map((message) => ephemeralSeen(world, userId, message)),
  ].sort((one, other) => Number(one.ts) - Number(other.ts));
}

/** Members see a conversation; a public channel is open to everybody but guests and other organisations. */
export function maySee(world: World, { kind, members }: StoredChannel, userId: string): boolean {
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
export function seenMessage(world: World, userId: string, message: StoredMessage): VisibleMessage {
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
    readable: [
      blocks.length > 0 ? readable(blocks, names, chosen) : readText({ type: 'mrkdwn', text }, names),
      readableAttachments(message.attachments ?? [], names),
    ]
      .filter(Boolean)
      .join('\n'),
    ephemeral: false,
    edited: editedTs !== undefined,
    threadTs,
    replies: 0,
    broadcast: message.broadcast ?? false,
    files: filesCalled(world, message.files).map((file) => visibleFile(world, file)),
    reactions: message.reactions ?? [],
    attachments: message.attachments ?? [],
    ...teamOf(world, user),
    chosen: chosen ?? {},
  };
}

/** The name of the writer's organisation, where it isn't ours. */
function teamOf(world: World, userId: string): { team?: string } {
  const person = world.state.people[userId];
  const organisation = person && organisationOf(world, person);
  return organisation ? { team: organisation.name } : {};
}

/** A view as its person sees it. */
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

/** The DM with the app; people of another organisation have none unless the app has opened one. */
export function dmOf(world: World, userId: string): StoredChannel | undefined {
  if (!isExternal(world, theirs(world, userId))) return appDm(world, userId);
  return Object.values(world.state.channels).find(
    ({ kind, members }) => kind === 'im' && members.includes(userId) && members.includes(world.state.bot.id),
  );
}

/** The DM with the app first, then channels and direct messages by name. */
export function conversationsOf(world: World, userId: string): VisibleConversation[] {
  const dm = dmOf(world, userId);
  const others = Object.values(world.state.channels).filter(
    (channel) => channel !== dm && maySee(world, channel, userId),
  );
  const seen = others.map((channel) => conversation(world, userId, channel));
  return [
    ...(dm ? [conversation(world, userId, dm)] : []),
    ...seen.sort((one, other) => one.name.localeCompare(other.name)),
  ];
}

function conversation(world: World, userId: string, channel: StoredChannel): VisibleConversation {
  const isApp = channel.kind === 'im' && channel.members.includes(world.state.bot.id);
  const readUpTo = world.state.read[userId]?.[channel.id] ?? '0';
  const unread = messagesAfter(world, channel.id, readUpTo).filter(
    (message) => message.user !== userId && !message.subtype && standsInConversation(message),
  );
  const isDirect = channel.kind === 'im' || channel.kind === 'mpim';
  const others = isDirect ? channel.members.filter((id) => id !== userId) : [];
  return {
    id: channel.id,
    name: others.map((id) => nameOf(world, id)).join(', ') || channel.name,
    kind: isApp ? 'app' : channel.kind,
    unread: unread.length,
    mentions: isDirect ? unread.length : unread.filter(({ text }) => speaksTo(text, userId)).length,
    member: channel.members.includes(userId),
    archived: channel.archived,
    external: channel.sharedWith.length > 0,
    topic: channel.topic,
    others,
    members: channel.members.length,
  };
}

/** An answer in a thread stands there alone, unless it was broadcast. */
export const standsInConversation = ({ ts, threadTs, broadcast }: StoredMessage) =>
  !threadTs || threadTs === ts || broadcast === true;

/** Names this person, or everybody in the channel. */
const speaksTo = (text: string, userId: string) =>
  text.includes(`<@${userId}`) || /<!(channel|here|everyone)\b/.test(text);
