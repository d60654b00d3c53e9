import type {
  ChatDeleteArguments,
  ChatDeleteResponse,
  ChatGetPermalinkArguments,
  ChatGetPermalinkResponse,
  ChatPostEphemeralArguments,
  ChatPostEphemeralResponse,
  ChatPostMessageArguments,
  ChatPostMessageResponse,
} from '@slack/web-api';
import { post, postEphemeral, remove } from '../messages.ts';
import type { World } from '../session.ts';
import { findMessage } from '../timeline.ts';
import { checkedContent } from './content.ts';
import { postable } from './conversation.ts';
import { anyMessage, ownMessage, shownMessage } from './message.ts';
import { type Method, method, missing, Refused } from './method.ts';
import { updateOwn } from './update.ts';

const WRITE = ['chat:write'];

const postMessage = method<ChatPostMessageArguments, ChatPostMessageResponse>(WRITE, (world, args) => {
  const channel = postable(world, args.channel);
  const { text, blocks = [], attachments, metadata } = checkedContent(world, args);
  const threadTs = threadOf(world, channel.id, args.thread_ts);
  const message = post(world, {
    channel,
    user: world.state.bot.id,
    byApp: true,
    text,
    blocks,
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
    ...(threadTs && { threadTs }),
    ...(threadTs && args.reply_broadcast === true && { broadcast: true }),
  });
  return { channel: channel.id, ts: message.ts, message: shownMessage<ChatPostMessageResponse>(world, message) };
});

const deleteOwn = method<ChatDeleteArguments, ChatDeleteResponse>(WRITE, (world, args) => {
  const message = ownMessage(world, args.channel, args.ts, 'cant_delete_message');
  remove(world, message);
  return { channel: message.channel, ts: message.ts };
});

const ephemeral = method<ChatPostEphemeralArguments, ChatPostEphemeralResponse>(WRITE, (world, args) => {
  const channel = postable(world, args.channel);
  const user = String(args.user ?? '');
  if (!user) throw missing('user');
  if (!channel.members.includes(user)) throw new Refused('user_not_in_channel');
  const { text, blocks = [], attachments } = checkedContent(world, args);
  const threadTs = threadOf(world, channel.id, args.thread_ts);
  const { ts } = postEphemeral(world, user, {
    channel: channel.id,
    text,
    blocks,
    ...(attachments && { attachments }),
    ...(threadTs && { threadTs }),
  });
  return { message_ts: ts };
});

const permalink = method<ChatGetPermalinkArguments, ChatGetPermalinkResponse>([], (world, args) => {
  const { channel, ts, threadTs } = anyMessage(world, args.channel, args.message_ts, 'message_ts');
  const address = `https://${world.state.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return { channel, permalink: threadTs ? `${address}?thread_ts=${threadTs}&cid=${channel}` : address };
});

/** docs.slack.dev/reference/methods/chat.… */
export const chat: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': ephemeral,
  'chat.update': updateOwn,
  'chat.delete': deleteOwn,
  'chat.getPermalink': permalink,
};

const TS = /^\d+\.\d+$/;

function threadOf(world: World, channel: string, ts: unknown): string | undefined {
  if (ts === undefined || ts === '') return undefined;
  if (!TS.test(String(ts))) throw new Refused('invalid_thread_ts');
  if (!findMessage(world, channel, String(ts))) throw new Refused('thread_not_found');
  return String(ts);
}
