import type { World } from './session.ts';
import type { StoredMessage } from './state.ts';

/** A conversation's messages, oldest first; the list itself, to add to. */
export function messagesIn(world: World, channel: string): StoredMessage[] {
  world.state.messages[channel] ??= [];
  return world.state.messages[channel];
}

/** One message, wherever in a conversation it stands. */
export function findMessage(world: World, channel: string, ts: string): StoredMessage | undefined {
  const messages = messagesIn(world, channel);
  const found = messages[positionOf(messages, ts)];
  return found?.ts === ts ? found : undefined;
}

/** What was said in a conversation after a ts, oldest first. */
export function messagesAfter(world: World, channel: string, ts: string): StoredMessage[] {
  const messages = messagesIn(world, channel);
  const at = positionOf(messages, ts);
  return messages.slice(messages[at]?.ts === ts ? at + 1 : at);
}

/** Where the first message stands that is no older. They lie in order: half of what is left falls away with each look. */
function positionOf(messages: readonly StoredMessage[], ts: string): number {
  let [from, to] = [0, messages.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (Number(messages[middle]?.ts) < Number(ts)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One of the messages that only this person sees. */
export const findEphemeral = (world: World, userId: string, ts: string) =>
  world.ephemerals.get(userId)?.find((message) => message.ts === ts);

/** The answers to a message, oldest first. */
export const repliesTo = (world: World, { channel, ts }: Pick<StoredMessage, 'channel' | 'ts'>) =>
  answersIn(world, channel).get(ts) ?? [];

type Threads = { looked: number; answers: Map<string, StoredMessage[]> };

/** Of each list of messages so far: a list only grows, and is another list once something is taken away. */
const threads = new WeakMap<StoredMessage[], Threads>();

/** A conversation's answers by the ts of what they answer, oldest first. */
export function answersIn(world: World, channel: string): ReadonlyMap<string, readonly StoredMessage[]> {
  const messages = messagesIn(world, channel);
  const known: Threads = threads.get(messages) ?? { looked: 0, answers: new Map() };
  threads.set(messages, known);
  for (const message of messages.slice(known.looked)) {
    if (!message.threadTs || message.threadTs === message.ts) continue;
    const before = known.answers.get(message.threadTs);
    if (before) before.push(message);
    else known.answers.set(message.threadTs, [message]);
  }
  known.looked = messages.length;
  return known.answers;
}
