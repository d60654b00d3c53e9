import type {
  ConversationsInfoArguments,
  ConversationsInfoResponse,
  ConversationsJoinArguments,
  ConversationsJoinResponse,
  ConversationsListArguments,
  ConversationsListResponse,
  ConversationsMembersArguments,
  ConversationsMembersResponse,
} from '@slack/web-api';
import { botSees, channelsOf } from '../channels.ts';
import { channelShape } from './channel-shape.ts';
import { isMember, knownConversation, READ_SCOPES, readableConversation } from './conversation.ts';
import { history } from './history.ts';
import { type Method, method, needScope, page, Refused } from './method.ts';
import { open } from './open.ts';

const info = method<ConversationsInfoArguments, ConversationsInfoResponse>(READ_SCOPES, (world, { channel }) => ({
  channel: channelShape(world, readableConversation(world, channel)),
}));

const list = method<ConversationsListArguments, ConversationsListResponse>(READ_SCOPES, (world, args) => {
  const types = String(args.types ?? 'public_channel').split(',');
  for (const type of types) {
    const scope = SCOPE_OF.get(type);
    if (!scope) throw new Refused('invalid_types');
    needScope(world, scope);
  }
  const all = Object.values(world.state.channels).filter(
    (channel) =>
      types.includes(TYPE_OF[channel.kind]) && botSees(world, channel) && !(args.exclude_archived && channel.archived),
  );
  const { items, next_cursor } = page(all, args, 100);
  return { channels: items.map((channel) => channelShape(world, channel)), response_metadata: { next_cursor } };
});

const members = method<ConversationsMembersArguments, ConversationsMembersResponse>(READ_SCOPES, (world, args) => {
  const { items, next_cursor } = page(readableConversation(world, args.channel).members, args, 100);
  return { members: items, response_metadata: { next_cursor } };
});

const join = method<ConversationsJoinArguments, ConversationsJoinResponse>(['channels:join'], (world, args) => {
  const channel = knownConversation(world, args.channel);
  if (channel.kind !== 'public') throw new Refused('method_not_supported_for_channel_type');
  if (channel.archived) throw new Refused('is_archived');
  if (isMember(world, channel))
    return { channel: channelShape(world, channel), warning: 'already_in_channel', ...warned('already_in_channel') };
  channelsOf(world).invite(channel.id, world.state.bot.id);
  return { channel: channelShape(world, channel) };
});

/** docs.slack.dev/reference/methods/conversations.… */
export const conversations: Record<string, Method> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.join': join,
  ...history,
};

const TYPE_OF = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const;
const SCOPE_OF: ReadonlyMap<string, string> = new Map([
  ['public_channel', 'channels:read'],
  ['private_channel', 'groups:read'],
  ['im', 'im:read'],
  ['mpim', 'mpim:read'],
]);

const warned = (warning: string) => ({ response_metadata: { warnings: [warning] } });
