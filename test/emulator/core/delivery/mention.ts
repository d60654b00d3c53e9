import type { AppEvent, World } from '../session.ts';

/** Kinds of messages that somebody has just written; the others tell what became of one. */
const WITH_NEW_WORDS = new Set(['thread_broadcast', 'file_share']);

/**
 * What an app that listens for mentions hears of a message besides: nothing in direct messages, of its own words, or when
 * a message only changes (docs.slack.dev/reference/events/app_mention).
 */
export function mentionIn({ state: { bot } }: World, { event, kind }: AppEvent): AppEvent[] {
  const { subtype, text, user, channel_type: _left, ...rest } = event;
  const isNew = event.type === 'message' && (subtype === undefined || WITH_NEW_WORDS.has(String(subtype)));
  const mentions = typeof text === 'string' && new RegExp(`<@${bot.id}(\\|[^>]*)?>`).test(text);
  if (!isNew || !mentions || kind === 'im' || user === bot.id) return [];
  return [{ event: { ...rest, type: 'app_mention', user, text } }];
}
