import { messageShape } from '../message-shape.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { findMessage } from '../timeline.ts';
import { knownConversation } from './conversation.ts';
import { missing, Refused } from './method.ts';

/** A message that is there; `field` is what the method calls its ts. */
export function anyMessage(world: World, channelId: unknown, ts: unknown, field = 'ts'): StoredMessage {
  const channel = knownConversation(world, channelId);
  if (!ts) throw missing(field);
  const message = findMessage(world, channel.id, String(ts));
  if (!message || message.subtype === 'tombstone') throw new Refused('message_not_found');
  return message;
}

/** One of the app's own; `notMine` is Slack's word for somebody else's. */
export function ownMessage(world: World, channelId: unknown, ts: unknown, notMine: string): StoredMessage {
  const message = anyMessage(world, channelId, ts);
  if (!message.byApp) throw new Refused(notMine);
  return message;
}

/** A message in an answer: the SDK describes blocks there more narrowly than Slack sends them. */
export const shownMessage = <R extends { message?: unknown }>(world: World, message: StoredMessage) =>
  messageShape(world, message) as NonNullable<R['message']>;
