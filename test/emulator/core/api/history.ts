import type {
  ConversationsHistoryArguments,
  ConversationsHistoryResponse,
  ConversationsRepliesArguments,
  ConversationsRepliesResponse,
} from '@slack/web-api';
import { messageShape } from '../message-shape.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { findMessage, messagesIn, repliesTo } from '../timeline.ts';
import { HISTORY_SCOPES, historyOf } from './conversation.ts';
import { type Method, method, missing, page, Refused } from './method.ts';

const all = method<ConversationsHistoryArguments, ConversationsHistoryResponse>(HISTORY_SCOPES, (world, args) => {
  const channel = historyOf(world, args.channel);
  const standing = between(messagesIn(world, channel.id), args)
    .filter(({ threadTs, broadcast }) => !threadTs || broadcast)
    .reverse();
  const { items, next_cursor } = page(standing, args, 100);
  return {
    messages: shown<ConversationsHistoryResponse>(world, items, args.include_all_metadata),
    has_more: next_cursor !== '',
    pin_count: 0,
    ...(next_cursor && { response_metadata: { next_cursor } }),
  };
});

const thread = method<ConversationsRepliesArguments, ConversationsRepliesResponse>(HISTORY_SCOPES, (world, args) => {
  const channel = historyOf(world, args.channel);
  if (!args.ts) throw missing('ts');
  const parent = findMessage(world, channel.id, String(args.ts));
  if (!parent) throw new Refused('thread_not_found');
  const { items, next_cursor } = page([parent, ...between(repliesTo(world, parent), args)], args, 1000);
  return {
    messages: shown<ConversationsRepliesResponse>(world, items, args.include_all_metadata),
    has_more: next_cursor !== '',
    ...(next_cursor && { response_metadata: { next_cursor } }),
  };
});

/** What was said in a conversation (docs.slack.dev/reference/methods/conversations.history and .replies). */
export const history: Record<string, Method> = {
  'conversations.history': all,
  'conversations.replies': thread,
};

type Span = { latest?: unknown; oldest?: unknown; inclusive?: unknown };

const TS = /^\d+(\.\d+)?$/;

/** Timestamps compare as numbers of microseconds: as strings of one length they'd be right until 2286 only. */
function between(messages: readonly StoredMessage[], { latest, oldest, inclusive }: Span): StoredMessage[] {
  const upTo = latest ? micros(latest, 'invalid_ts_latest') : Number.POSITIVE_INFINITY;
  const from = oldest ? micros(oldest, 'invalid_ts_oldest') : 0;
  return messages.filter(({ ts }) => {
    const at = micros(ts);
    return inclusive ? at >= from && at <= upTo : at > from && at < upTo;
  });
}

function micros(ts: unknown, error = 'bad_timestamp'): number {
  if (!TS.test(String(ts))) throw new Refused(error);
  return Math.round(Number(ts) * 1_000_000);
}

/** The SDK describes blocks in responses more narrowly than Slack sends them. */
const shown = <R extends { messages?: unknown[] }>(
  world: World,
  messages: readonly StoredMessage[],
  withMetadata: unknown,
) => messages.map((message) => messageShape(world, message, withMetadata === true)) as NonNullable<R['messages']>;
