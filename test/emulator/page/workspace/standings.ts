import type { PageMessage } from '../contract.ts';
import { dayKey } from '../text/dates.ts';

/** The instant in a Slack ts (Unix seconds with six digits behind the point). */
export const instantOf = (ts: string) => new Date(Number(ts) * 1000);

/** A message among its neighbours. */
export type Standing = {
  message: PageMessage;
  /** Stands under another of the same author, without a face of its own. */
  follows: boolean;
  newDay: boolean;
  /** The first that somebody hadn't read when they came. */
  firstNew: boolean;
};

type Reader = { zone: string; me: string; readUpTo: string };

/** How the messages of a conversation stand below each other, oldest first. */
export function standings(messages: readonly PageMessage[], { zone, me, readUpTo }: Reader): Standing[] {
  const firstNew = firstUnread(messages, me, readUpTo);
  const days = dayNames(messages, zone);
  return messages.map((message, at) => {
    const before = messages[at - 1];
    const newDay = days[at] !== days[at - 1];
    const isFirst = message === firstNew;
    return { message, newDay, firstNew: isFirst, follows: !newDay && !isFirst && follows(message, before) };
  });
}

/** Whoever has never been here finds everything new: that needs no line. */
const firstUnread = (messages: readonly PageMessage[], me: string, readUpTo: string) =>
  Number(readUpTo) === 0
    ? undefined
    : messages.find(({ ts, authorId, ephemeral }) => !ephemeral && authorId !== me && Number(ts) > Number(readUpTo));

const dayNames = (messages: readonly PageMessage[], zone: string) =>
  messages.map(({ ts }) => dayKey(instantOf(ts), zone));

/** Messages of one person within this time stand together. */
const TOGETHER_MS = 5 * 60_000;

const follows = (message: PageMessage, before: PageMessage | undefined) =>
  before !== undefined &&
  before.authorId === message.authorId &&
  !before.ephemeral &&
  !message.ephemeral &&
  !message.broadcast &&
  instantOf(message.ts).getTime() - instantOf(before.ts).getTime() < TOGETHER_MS;
