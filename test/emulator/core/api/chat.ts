import type {
  ChatDeleteArguments,
  ChatDeleteResponse,
  ChatPostEphemeralArguments,
  ChatPostEphemeralResponse,
  ChatPostMessageArguments,
  ChatPostMessageResponse,
  ChatUpdateArguments,
  ChatUpdateResponse,
} from '@slack/web-api';
import { edit, findMessage, messageShape, post, postEphemeral, remove } from '../messages.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { checkedContent } from './content.ts';
import { knownConversation, postable } from './conversation.ts';
import { type Method, method, missing, Refused } from './method.ts';

const WRITE = ['chat:write'];

const postMessage = method<ChatPostMessageArguments, ChatPostMessageResponse>(WRITE, (world, args) => {
  const channel = postable(world, args.channel);
  const { text, blocks = [], metadata } = checkedContent(world, args);
  const threadTs = threadOf(world, channel.id, args.thread_ts);
  const message = post(world, {
    channel,
    user: world.state.bot.id,
    byApp: true,
    text,
    blocks,
    ...(metadata && { metadata }),
    ...(threadTs && { threadTs }),
  });
  return { channel: channel.id, ts: message.ts, message: shown<ChatPostMessageResponse>(world, message) };
});

const updateOwn = method<ChatUpdateArguments, ChatUpdateResponse>(WRITE, (world, args) => {
  const message = ownMessage(world, args, 'cant_update_message');
  const { text, blocks, metadata } = checkedContent(world, args);
  edit(world, message, {
    text: args.text === undefined ? message.text : text,
    ...(blocks && { blocks }),
    ...(metadata && { metadata }),
  });
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: shown<ChatUpdateResponse>(world, message),
  };
});

const deleteOwn = method<ChatDeleteArguments, ChatDeleteResponse>(WRITE, (world, args) => {
  const message = ownMessage(world, args, 'cant_delete_message');
  remove(world, message);
  return { channel: message.channel, ts: message.ts };
});

const ephemeral = method<ChatPostEphemeralArguments, ChatPostEphemeralResponse>(WRITE, (world, args) => {
  const channel = postable(world, args.channel);
  const user = String(args.user ?? '');
  if (!user) throw missing('user');
  if (!channel.members.includes(user)) throw new Refused('user_not_in_channel');
  const { text, blocks = [] } = checkedContent(world, args);
  const threadTs = threadOf(world, channel.id, args.thread_ts);
  const { ts } = postEphemeral(world, user, { channel: channel.id, text, blocks, ...(threadTs && { threadTs }) });
  return { message_ts: ts };
});

/** docs.slack.dev/reference/methods/chat.… */
export const chat: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': ephemeral,
  'chat.update': updateOwn,
  'chat.delete': deleteOwn,
};

function threadOf(world: World, channel: string, ts: unknown): string | undefined {
  if (!ts) return undefined;
  if (!findMessage(world, channel, String(ts))) throw new Refused('thread_not_found');
  return String(ts);
}

function ownMessage(world: World, args: { channel?: unknown; ts?: unknown }, notMine: string): StoredMessage {
  const channel = knownConversation(world, args.channel);
  if (!args.ts) throw missing('ts');
  const message = findMessage(world, channel.id, String(args.ts));
  if (!message) throw new Refused('message_not_found');
  if (!message.byApp) throw new Refused(notMine);
  return message;
}

/** The SDK describes blocks in responses more narrowly than Slack sends them. */
const shown = <R extends { message?: unknown }>(world: World, message: StoredMessage) =>
  messageShape(world, message) as NonNullable<R['message']>;
