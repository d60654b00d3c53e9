import type { FilesCompleteUploadExternalArguments } from '@slack/web-api';
import { findFile } from '../files.ts';
import { post } from '../messages.ts';
import type { World } from '../session.ts';
import type { StoredChannel, StoredFile } from '../state.ts';
import { findMessage } from '../timeline.ts';
import type { Json } from '../types.ts';
import { isObject } from '../validate/spec.ts';
import { checkedContent } from './content.ts';
import { isMember, knownConversation } from './conversation.ts';
import { type Given, missing, Refused } from './method.ts';

/** What Slack says of a user's id or a name here (github.com/slackapi/bolt-js/issues/2115). */
const CHANNEL_ID = /^[CGDZ][A-Z0-9]{2,}$/;
const NO_CHANNEL_ID = '[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]';

type Args = Given<FilesCompleteUploadExternalArguments>;

/** Ends the upload of some files: they get their titles and, where a conversation is named, one message there. */
export function shareUploads(world: World, args: Args): StoredFile[] {
  const uploads = uploadsIn(world, args.files);
  const channel = args.channel_id === undefined ? undefined : channelFor(world, args.channel_id);
  const threadTs = channel && threadIn(world, channel, args.thread_ts);
  const words = wordsIn(world, args);
  for (const { file, title } of uploads) if (title) file.title = title;
  world.changed();
  const files = uploads.map(({ file }) => file);
  if (channel)
    post(world, {
      channel,
      user: world.state.bot.id,
      byApp: true,
      ...words,
      files: files.map(({ id }) => id),
      ...(threadTs && { threadTs }),
    });
  return files;
}

function uploadsIn(world: World, given: unknown): { file: StoredFile; title: string | undefined }[] {
  if (given === undefined) throw missing('files');
  if (!Array.isArray(given) || given.length === 0) throw new Refused('invalid_arguments', ['[ERROR] must be an array']);
  return given.map((each: Json) => {
    const file = isObject(each) ? findFile(world, String(each.id)) : undefined;
    if (!isObject(each) || !file || file.user !== world.state.bot.id) throw new Refused('file_not_found');
    return { file, title: typeof each.title === 'string' ? each.title : undefined };
  });
}

function channelFor(world: World, id: unknown): StoredChannel {
  if (!CHANNEL_ID.test(String(id))) throw new Refused('invalid_arguments', [NO_CHANNEL_ID]);
  const channel = knownConversation(world, id);
  if (channel.archived) throw new Refused('is_archived');
  if (!isMember(world, channel)) throw new Refused('not_in_channel');
  return channel;
}

function threadIn(world: World, channel: StoredChannel, ts: unknown): string | undefined {
  if (!ts) return undefined;
  if (!findMessage(world, channel.id, String(ts))) throw new Refused('thread_not_found');
  return String(ts);
}

/** An initial comment goes before blocks; a file may come without a word. */
function wordsIn(world: World, { initial_comment: text = '', blocks }: Args) {
  if (text || !blocks) return { text, blocks: [] };
  const { blocks: checked = [] } = checkedContent(world, { blocks });
  return { text: '', blocks: checked };
}
