import { createHash } from 'node:crypto';
import type { ConversationsRepliesResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { TypedText } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { asTyped } from '../../slack/escape.ts';
import { draftStore } from './store.ts';
import { say } from './texts.ts';

/** Where a typed text can be read back, as buttons carry it. */
export const typedText: z.ZodType<TypedText> = z.union([
  z.object({ draftId: z.uuid() }),
  z.object({ channel: z.string(), ts: z.string() }),
  z.null(),
]);

const draftFields = z.object({ text: z.string() });

/**
 * What somebody typed: from our draft, or, where they wrote to Mantra, from Slack's own message, of which nothing is
 * stored here. Only their own words, ever; a text that is gone is said so.
 */
export async function readTyped(deps: Deps, turn: Turn, from: TypedText): Promise<string> {
  if (from === null) return '';
  const text = 'draftId' in from ? await fromDraft(deps, turn, from.draftId) : await fromMessage(deps, turn, from);
  if (text === undefined) throw new UserError(say(turn.lang).typedGone);
  return text;
}

/** Keeps what was typed behind a command, for the buttons below it. */
export async function keepTyped(deps: Deps, turn: Turn, text: string): Promise<TypedText> {
  const id = deps.ids.uuid();
  const now = deps.clock.now();
  await deps.db.run((tx) =>
    draftStore(tx).open({ id, userId: turn.person.userId, kind: 'typed', fields: { text }, now }),
  );
  return { draftId: id };
}

/**
 * The draft that a text is, or becomes once it is put aside: a message's is always the same, so that pressing a button
 * twice puts it aside once. (RFC 9562, UUID version 8: the hash names the message, not its words.)
 */
export function draftIdOf(from: Exclude<TypedText, null>, userId: string): string {
  if ('draftId' in from) return from.draftId;
  const hash = createHash('sha256').update(`${userId} ${from.channel} ${from.ts}`).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

async function fromDraft(deps: Deps, turn: Turn, draftId: string) {
  const fields = await deps.db.run((tx) => draftStore(tx).find(draftId, turn.person.userId));
  return draftFields.safeParse(fields).data?.text;
}

async function fromMessage(deps: Deps, turn: Turn, { channel, ts }: { channel: string; ts: string }) {
  const { conversations } = deps.slack;
  const only = { channel, latest: ts, oldest: ts, inclusive: true };
  const { messages = [] } = await conversations.history({ ...only, limit: 1 });
  // What was typed in a thread stands there alone. Its method refuses a message that is no more.
  const found = messages.length > 0 ? messages : await inThread(conversations.replies({ ...only, ts }));
  const own = found.find((message) => message.ts === ts && message.user === turn.person.userId);
  return own && asTyped(own.text ?? '');
}

const inThread = (replies: Promise<ConversationsRepliesResponse>) =>
  replies.then(
    ({ messages = [] }) => messages,
    () => [],
  );
