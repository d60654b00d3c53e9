import { withIds } from '../block-ids.ts';
import type { World } from '../session.ts';
import type { Attachment, Block, Json, JsonObject } from '../types.ts';
import {
  isTooLarge,
  isTooLong,
  type Mistake,
  MOST_ATTACHMENTS,
  mistakesInAttachments,
  mistakesInMessage,
  mistakesInView,
} from '../validate.ts';
import type { SentView } from '../views.ts';
import { checkedMetadata } from './metadata.ts';
import { missing, needScope, Refused } from './method.ts';

/** Characters; what is longer is cut off (docs.slack.dev/reference/methods/chat.postMessage#truncating). */
const LONGEST_TEXT = 40_000;
/** Characters of `markdown_text`. */
const LONGEST_MARKDOWN = 12_000;

/** Slack's sentence for one mistake. */
const sentence = ({ message, pointer }: Mistake) => `${message} [json-pointer:${pointer}]`;

/** `undefined`: not given. */
export type Content = {
  text: string;
  blocks: Block[] | undefined;
  attachments: Attachment[] | undefined;
  metadata: JsonObject | undefined;
};

/** What a message says, checked as Slack checks it. */
export function checkedContent(world: World, args: Record<string, unknown>): Content {
  const { text, markdown } = wordsOf(args);
  const blocks = markdown === undefined ? checkedBlocks(world, args.blocks) : markdownBlock(world, markdown);
  const attachments = checkedAttachments(world, args.attachments);
  if (!text && !blocks?.length && !attachments?.length) throw new Refused('no_text');
  return { text, blocks, attachments, metadata: checkedMetadata(args.metadata) };
}

function wordsOf({ text, markdown_text: markdown, blocks }: Record<string, unknown>) {
  if (text !== undefined && typeof text !== 'string') throw mustBeText('text');
  if (markdown === undefined) return { text: cut(text ?? ''), markdown: undefined };
  if (typeof markdown !== 'string') throw mustBeText('markdown_text');
  if (text || blocks !== undefined) throw new Refused('markdown_text_conflict');
  if ([...markdown].length > LONGEST_MARKDOWN) throw new Refused('msg_too_long');
  return { text: cut(markdown), markdown };
}

const mustBeText = (field: string) =>
  new Refused('invalid_arguments', [`[ERROR] must be a string [json-pointer:/${field}]`]);

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const characters = [...text];
  return characters.length > LONGEST_TEXT ? characters.slice(0, LONGEST_TEXT).join('') : text;
}

function checkedBlocks(world: World, given: unknown): Block[] | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) throw new Refused('invalid_blocks_format');
  throwMistakes('invalid_blocks', mistakesInMessage(given as Json[]));
  if (isTooLong(given as Json[])) throw new Refused('msg_blocks_too_long');
  return withIds(world, given as Block[]);
}

const markdownBlock = (world: World, text: string) => checkedBlocks(world, [{ type: 'markdown', text }]);

/** Slack's own names for colours. */
const COLORS: Record<string, string> = { good: '2eb886', warning: 'daa038', danger: 'a30200' };

function checkedAttachments(world: World, given: unknown): Attachment[] | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) throw new Refused('invalid_attachments');
  if (given.length > MOST_ATTACHMENTS) throw new Refused('too_many_attachments');
  throwMistakes('invalid_attachments', mistakesInAttachments(given as Json[]));
  return (given as Attachment[]).map((attachment, index) => ({
    id: index + 1,
    fallback: '[no preview available]',
    ...attachment,
    ...(attachment.color && { color: COLORS[attachment.color] ?? attachment.color.replace(/^#/, '') }),
    ...(attachment.blocks && { blocks: withIds(world, attachment.blocks) }),
  }));
}

function throwMistakes(error: string, mistakes: Mistake[]) {
  if (mistakes.length === 0) return;
  const errors = mistakes.map(sentence);
  throw new Refused(
    error,
    errors.map((each) => `[ERROR] ${each}`),
    { errors },
  );
}

/** A view checked as Slack checks it; `type` is where it is meant to stand. */
export function checkedView(world: World, given: unknown, type: SentView['type']): SentView {
  if (given === undefined) throw missing('view');
  const mistakes = mistakesInView(given as Json);
  if (mistakes.length > 0)
    throw new Refused(
      'invalid_arguments',
      mistakes.map((each) => `[ERROR] ${sentence(each)}`),
    );
  const view = given as SentView;
  if (view.type !== type)
    throw new Refused('invalid_arguments', [`[ERROR] unsupported type: ${view.type} [json-pointer:/view/type]`]);
  if (isTooLarge(given as Json)) throw new Refused('view_too_large');
  if (view.blocks.some(({ element }) => element?.type === 'file_input')) needScope(world, 'files:read');
  return view;
}
