import { checkedContent } from './api/content.ts';
import { Refused } from './api/method.ts';
import { edit, post, postEphemeral, remove, removeEphemeral } from './messages.ts';
import { type ResponseUrl, useResponseUrl } from './passes.ts';
import { notice, refuse, type World } from './session.ts';
import type { Json, JsonObject } from './shapes.ts';
import type { StoredMessage } from './state.ts';
import { findEphemeral, findMessage } from './timeline.ts';

type Answered = { status: number; headers: Record<string, string>; body: Json };

/** A post to a response_url: 404 when it is used up or too old, 400 when what it says is refused. */
export function useUrl(world: World, id: string, body: JsonObject): Answered {
  const url = useResponseUrl(world, id);
  if ('error' in url) return refusedUse(world, 404, url.error, []);
  try {
    respond(world, url, body);
    return { status: 200, headers: {}, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusedUse(world, 400, error.error, error.messages);
  }
}

/** How Slack refuses what is posted there. */
export function refusedUse(world: World, status: number, error: string, messages: string[]): Answered {
  refuse(world, 'response_url', error, messages);
  return { status, headers: {}, body: { ok: false, error } };
}

/** What an app may answer straight in the acknowledgement of a slash command. */
export function respondInAck(world: World, url: Omit<ResponseUrl, 'madeAt' | 'uses'>, body: Json) {
  const said = typeof body === 'string' ? { text: body } : body;
  if (said === null || typeof said !== 'object' || Array.isArray(said) || Object.keys(said).length === 0) return;
  try {
    respond(world, url, said);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(world, 'acknowledgement', error.error, error.messages);
    notice(world, url.userId, `${world.state.bot.name} answered something Slack can't show (${error.error})`);
  }
}

/** Says something where somebody clicked or typed: to them alone unless `in_channel`, or in place of the original. */
function respond(world: World, { userId, channel, ts }: Omit<ResponseUrl, 'madeAt' | 'uses'>, body: JsonObject) {
  const ephemeral = ts ? findEphemeral(world, userId, ts) : undefined;
  const original = ts ? findMessage(world, channel, ts) : undefined;
  if (isYes(body.delete_original)) {
    if (ephemeral) removeEphemeral(world, userId, ephemeral.ts);
    if (original?.byApp) remove(world, original);
    return;
  }
  const { metadata, ...words } = wordsIn(world, body);
  if (isYes(body.replace_original) && ephemeral) {
    Object.assign(ephemeral, words);
    world.changed();
    return;
  }
  const whole = { ...words, ...(metadata && { metadata }) };
  if (isYes(body.replace_original) && original?.byApp) return edit(world, original, whole);
  say(world, { userId, channel, inChannel: body.response_type === 'in_channel', threadTs: body.thread_ts }, whole);
}

/** Slack's own examples say it in words (docs.slack.dev/interactivity/handling-user-interaction). */
const isYes = (said: Json | undefined) => said === true || said === 'true';

/** What stood there before goes, also where nothing comes in its place. */
function wordsIn(world: World, body: JsonObject) {
  const { text, blocks = [], attachments = [], metadata } = checkedContent(world, body);
  return { text, blocks, attachments, metadata };
}

type Where = { userId: string; channel: string; inChannel: boolean; threadTs: Json | undefined };

function say(world: World, where: Where, words: Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata'>) {
  const thread = typeof where.threadTs === 'string' ? { threadTs: where.threadTs } : {};
  const channel = world.state.channels[where.channel];
  if (!where.inChannel || !channel) {
    postEphemeral(world, where.userId, { channel: where.channel, ...words, ...thread });
    return;
  }
  post(world, { channel, user: world.state.bot.id, byApp: true, ...words, ...thread });
}
