import type {
  ReactionsAddArguments,
  ReactionsAddResponse,
  ReactionsGetArguments,
  ReactionsGetResponse,
  ReactionsRemoveArguments,
  ReactionsRemoveResponse,
} from '@slack/web-api';
import { addReaction, hasReacted, isEmojiName, removeReaction } from '../reactions.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { isMember, knownConversation } from './conversation.ts';
import { anyMessage, shownMessage } from './message.ts';
import { type Method, method, Refused } from './method.ts';

/** Different emoji under one message. */
const MOST_EMOJI = 50;

type Item = { channel?: unknown; timestamp?: unknown; name?: unknown };

const add = method<ReactionsAddArguments, ReactionsAddResponse>(['reactions:write'], (world, args) => {
  const [message, name] = [messageAt(world, args), emojiIn(args)];
  if (hasReacted(message, world.state.bot.id, name)) throw new Refused('already_reacted');
  const others = (message.reactions ?? []).filter((each) => each.name !== name);
  if (others.length >= MOST_EMOJI) throw new Refused('too_many_emoji');
  addReaction(world, message, world.state.bot.id, name);
  return {};
});

const remove = method<ReactionsRemoveArguments, ReactionsRemoveResponse>(['reactions:write'], (world, args) => {
  const [message, name] = [messageAt(world, args), emojiIn(args)];
  if (!hasReacted(message, world.state.bot.id, name)) throw new Refused('no_reaction');
  removeReaction(world, message, world.state.bot.id, name);
  return {};
});

const get = method<ReactionsGetArguments, ReactionsGetResponse>(['reactions:read'], (world, args) => {
  const message = messageAt(world, args);
  return { type: 'message', channel: message.channel, message: shownMessage<ReactionsGetResponse>(world, message) };
});

/** docs.slack.dev/reference/methods/reactions.… */
export const reactions: Record<string, Method> = {
  'reactions.add': add,
  'reactions.remove': remove,
  'reactions.get': get,
};

/** The message a call is about, in a conversation the app is in. */
function messageAt(world: World, { channel: id, timestamp }: Item): StoredMessage {
  if (!id || !timestamp) throw new Refused('no_item_specified');
  const channel = knownConversation(world, id);
  if (!/^\d+\.\d+$/.test(String(timestamp))) throw new Refused('bad_timestamp');
  if (channel.archived) throw new Refused('is_archived');
  if (!isMember(world, channel)) throw new Refused('not_in_channel');
  return anyMessage(world, id, timestamp);
}

function emojiIn({ name }: Item): string {
  if (typeof name !== 'string' || !isEmojiName(name)) throw new Refused('invalid_name');
  return name;
}
