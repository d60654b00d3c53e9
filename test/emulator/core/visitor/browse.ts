import { directMessages, makeDirectMessages } from '../direct-messages.ts';
import { theirs } from '../people.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { answersIn, messagesIn } from '../timeline.ts';
import type { Browsing, VisibleAnswered } from '../types.ts';
import { ephemeralSeen, maySee, seenMessage, standsInConversation } from './look.ts';
import { threadKey, threadsIn, unreadThreads } from './threads.ts';

/** Looking around as one person. */
export const browsing = (world: World, userId: string): Browsing => ({
  page(channelId, newest) {
    const { shown, answers } = standing(world, userId, channelId);
    return {
      messages: shown.slice(-newest).map((message) => answered(world, userId, message, answers.get(message.ts))),
      earlier: Math.max(shown.length - newest, 0),
      readUpTo: world.state.read[userId]?.[channelId] ?? '0',
    };
  },
  thread(channelId, ts) {
    const { all, answers } = standing(world, userId, channelId);
    const parent = all.find((message) => message.ts === ts);
    const own = ephemerals(world, userId, channelId).filter(({ threadTs }) => threadTs === ts);
    const below = [...(answers.get(ts) ?? []), ...own].sort(byTime);
    return parent ? [parent, ...below].map((message) => answered(world, userId, message, answers.get(message.ts))) : [];
  },
  unreadThreads: () => unreadThreads(world, userId),
  threads: () =>
    threadsIn(world, userId).map(({ channel, parent, answers, unread }) => ({
      channel,
      parent: answered(world, userId, parent, answers),
      newest: answers.slice(-2).map((answer) => seenMessage(world, userId, answer)),
      unread,
    })),
  readsThread(channel, ts) {
    const last = messagesIn(world, channel).findLast(({ threadTs }) => threadTs === ts);
    if (!last) return;
    world.state.read[userId] = { ...world.state.read[userId], [threadKey(channel, ts)]: last.ts };
    world.changed();
  },
  opensFile(id) {
    const file = world.state.files[id];
    return file && { name: file.name, mimetype: file.mimetype, content: Buffer.from(file.content ?? '', 'base64') };
  },
  opensDm: (userIds) => directWith(world, [userId, ...userIds]),
});

/** All messages of a conversation, those that stand in it rather than in a thread, and the answers by thread. */
function standing(world: World, userId: string, channelId: string) {
  const channel = world.state.channels[channelId];
  if (!channel || !maySee(world, channel, userId)) return { all: [], answers: NO_ANSWERS, shown: [] };
  const all = messagesIn(world, channelId);
  const answers = answersIn(world, channelId);
  const own = ephemerals(world, userId, channelId);
  const shown = [...all, ...own].filter(standsInConversation);
  return { all, answers, shown: own.length > 0 ? shown.sort(byTime) : shown };
}

const NO_ANSWERS: ReadonlyMap<string, readonly StoredMessage[]> = new Map();

const ephemerals = (world: World, userId: string, channelId: string) =>
  (world.ephemerals.get(userId) ?? []).filter(({ channel }) => channel === channelId);

const byTime = (one: StoredMessage, other: StoredMessage) => Number(one.ts) - Number(other.ts);

function answered(
  world: World,
  userId: string,
  message: StoredMessage,
  answers: readonly StoredMessage[] = [],
): VisibleAnswered {
  const onlyTheirs = world.ephemerals.get(userId)?.includes(message) ?? false;
  return {
    ...(onlyTheirs ? ephemeralSeen : seenMessage)(world, userId, message),
    replies: answers.length,
    repliers: [...new Set(answers.map(({ user }) => user))],
    latestReply: answers.at(-1)?.ts,
  };
}

/** The conversation of exactly these people. */
function directWith(world: World, userIds: readonly string[]): string {
  const members = [...new Set(userIds)];
  for (const id of members) theirs(world, id);
  return (directMessages(world, members) ?? makeDirectMessages(world, members)).id;
}
