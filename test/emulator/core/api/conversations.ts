import type {
  ConversationsHistoryArguments,
  ConversationsHistoryResponse,
  ConversationsInfoArguments,
  ConversationsInfoResponse,
  ConversationsJoinArguments,
  ConversationsJoinResponse,
  ConversationsListArguments,
  ConversationsListResponse,
  ConversationsMembersArguments,
  ConversationsMembersResponse,
  ConversationsOpenArguments,
  ConversationsOpenResponse,
  ConversationsRepliesArguments,
  ConversationsRepliesResponse,
} from '@slack/web-api';
import { appDm, botSees, channelsOf } from '../channels.ts';
import { findMessage, messageShape, messagesIn, repliesTo } from '../messages.ts';
import type { World } from '../session.ts';
import type { StoredChannel, StoredMessage } from '../state.ts';
import {
  HISTORY_SCOPES,
  historyOf,
  isMember,
  knownConversation,
  READ_SCOPES,
  readableConversation,
} from './conversation.ts';
import { type Method, method, needScope, page, Refused } from './method.ts';

const open = method<ConversationsOpenArguments, ConversationsOpenResponse>(
  ['im:write', 'mpim:write'],
  (world, args) => {
    if (args.channel) return { channel: { id: knownConversation(world, args.channel).id } };
    const [userId = '', ...others] = String(args.users ?? '').split(',');
    if (!userId) throw new Refused('users_list_not_supplied');
    if (others.length > 0) throw new Refused('not_supported_by_emulator', ['group direct messages']);
    needScope(world, 'im:write');
    const person = world.state.people[userId];
    if (!person) throw new Refused('user_not_found');
    if (person.is_bot || userId === 'USLACKBOT') throw new Refused('cannot_dm_bot');
    if (person.deleted) throw new Refused('user_disabled');
    return { channel: { id: appDm(world, userId).id } };
  },
);

const info = method<ConversationsInfoArguments, ConversationsInfoResponse>(READ_SCOPES, (world, { channel }) => ({
  channel: channelShape(world, readableConversation(world, channel)),
}));

const list = method<ConversationsListArguments, ConversationsListResponse>(READ_SCOPES, (world, args) => {
  const types = String(args.types ?? 'public_channel').split(',');
  for (const type of types) needScope(world, SCOPE_OF[type] ?? 'channels:read');
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
  if (!isMember(world, channel)) channelsOf(world).invite(channel.id, world.state.bot.id);
  return { channel: channelShape(world, channel) };
});

const history = method<ConversationsHistoryArguments, ConversationsHistoryResponse>(HISTORY_SCOPES, (world, args) => {
  const channel = historyOf(world, args.channel);
  const all = between(messagesIn(world, channel.id), args)
    .filter(({ threadTs }) => !threadTs)
    .reverse();
  const { items, next_cursor } = page(all, args, 100);
  return {
    messages: shown<ConversationsHistoryResponse>(world, items, args.include_all_metadata),
    has_more: next_cursor !== '',
    pin_count: 0,
    ...(next_cursor && { response_metadata: { next_cursor } }),
  };
});

const replies = method<ConversationsRepliesArguments, ConversationsRepliesResponse>(HISTORY_SCOPES, (world, args) => {
  const channel = historyOf(world, args.channel);
  const parent = findMessage(world, channel.id, String(args.ts));
  if (!parent) throw new Refused('thread_not_found');
  const { items, next_cursor } = page([parent, ...between(repliesTo(world, parent), args)], args, 1000);
  return {
    messages: shown<ConversationsRepliesResponse>(world, items, args.include_all_metadata),
    has_more: next_cursor !== '',
    ...(next_cursor && { response_metadata: { next_cursor } }),
  };
});

/** docs.slack.dev/reference/methods/conversations.… */
export const conversations: Record<string, Method> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.join': join,
  'conversations.history': history,
  'conversations.replies': replies,
};

const TYPE_OF = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const;
const SCOPE_OF: Record<string, string> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

type Span = { latest?: unknown; oldest?: unknown; inclusive?: unknown };

/** Timestamps compare as numbers of microseconds: as strings of one length they'd be right until 2286 only. */
function between(messages: readonly StoredMessage[], { latest, oldest, inclusive }: Span): StoredMessage[] {
  const micros = (ts: unknown) => Math.round(Number(ts) * 1_000_000);
  const upTo = latest ? micros(latest) : Number.POSITIVE_INFINITY;
  const from = oldest ? micros(oldest) : 0;
  return messages.filter(({ ts }) => {
    const at = micros(ts);
    return inclusive ? at >= from && at <= upTo : at > from && at < upTo;
  });
}

/** The SDK describes blocks in responses more narrowly than Slack sends them. */
const shown = <R extends { messages?: unknown[] }>(
  world: World,
  messages: readonly StoredMessage[],
  withMetadata: unknown,
) => messages.map((message) => messageShape(world, message, withMetadata === true)) as NonNullable<R['messages']>;

/** A conversation as `conversations.info` and `.list` show it. */
function channelShape(world: World, channel: StoredChannel) {
  const external = channel.sharedWith.length > 0;
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: world.state.team.id,
  };
  if (channel.kind === 'im') return { ...common, user: channel.members.find((id) => id !== world.state.bot.id) ?? '' };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_member: isMember(world, channel),
    is_general: false,
    is_shared: external,
    is_ext_shared: external,
    ...(external && { connected_team_ids: channel.sharedWith }),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    num_members: channel.members.length,
  };
}
