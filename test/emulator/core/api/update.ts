import type { ChatUpdateArguments, ChatUpdateResponse } from '@slack/web-api';
import { findFile } from '../files.ts';
import { edit } from '../messages.ts';
import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { checkedContent } from './content.ts';
import { ownMessage, shownMessage } from './message.ts';
import { type Given, method, Refused } from './method.ts';

/** Bytes of `text`: a changed message may be shorter only than a new one, whatever its blocks say. */
const LONGEST_TEXT = 4000;

type Args = Given<ChatUpdateArguments>;

/** docs.slack.dev/reference/methods/chat.update */
export const updateOwn = method<ChatUpdateArguments, ChatUpdateResponse>(['chat:write'], (world, args) => {
  const message = ownMessage(world, args.channel, args.ts, 'cant_update_message');
  if (world.state.channels[message.channel]?.archived) throw new Refused('is_inactive');
  edit(world, message, args.reply_broadcast === true ? broadcast(message, args) : changes(world, message, args));
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: shownMessage<ChatUpdateResponse>(world, message),
  };
});

/** New words take the old blocks with them, unless new ones came along; attachments, files and metadata stay. */
function changes(world: World, message: StoredMessage, args: Args): Parameters<typeof edit>[2] {
  if (typeof args.text === 'string' && Buffer.byteLength(args.text) > LONGEST_TEXT) throw new Refused('msg_too_long');
  const { text, blocks, attachments, metadata } = checkedContent(world, args);
  const newWords = args.text !== undefined || args.markdown_text !== undefined;
  return {
    text: newWords ? text : message.text,
    ...((blocks ?? newWords) && { blocks: blocks ?? [] }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
    ...(args.file_ids !== undefined && { files: filesIn(world, args.file_ids) }),
  };
}

/** An answer in a thread is shown in the conversation too, and says what it said. */
function broadcast({ threadTs }: StoredMessage, { text, blocks, attachments }: Args): Parameters<typeof edit>[2] {
  if (!threadTs) throw new Refused('cant_broadcast_message');
  if (text ?? blocks ?? attachments) throw new Refused('no_dual_broadcast_content_update');
  return { broadcast: true };
}

/** Ids with commas between them, or a list of them in JSON. */
function filesIn(world: World, given: unknown): string[] {
  const ids = Array.isArray(given)
    ? given.map(String)
    : String(given)
        .replace(/[[\]"\s]/g, '')
        .split(',');
  const known = ids.filter((id) => id !== '');
  if (!known.every((id) => findFile(world, id))) throw new Refused('file_not_found');
  return known;
}
