import { withIds } from '../messages.ts';
import type { World } from '../session.ts';
import type { Json, JsonObject } from '../shapes.ts';
import type { Block } from '../types.ts';
import { isTooLarge, isTooLong, type Mistake, mistakesInMessage, mistakesInView } from '../validate.ts';
import type { SentView } from '../views.ts';
import { missing, Refused } from './method.ts';

const LONGEST_TEXT = 40_000;

/** Slack's sentence for one mistake. */
const sentence = ({ message, pointer }: Mistake) => `${message} [json-pointer:${pointer}]`;

export type Content = { text: string; blocks: Block[] | undefined; metadata: JsonObject | undefined };

/** What a message says, checked as Slack checks it. `blocks` undefined: none were given. */
export function checkedContent(world: World, args: Record<string, unknown>): Content {
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = args.blocks === undefined ? undefined : checkedBlocks(world, args.blocks);
  if (!text && args.blocks === undefined && args.attachments === undefined) throw new Refused('no_text');
  if (!text && blocks?.length === 0 && args.attachments === undefined) throw new Refused('no_text');
  if ([...text].length > LONGEST_TEXT) throw new Refused('msg_too_long');
  return { text, blocks, metadata: checkedMetadata(args.metadata) };
}

function checkedBlocks(world: World, given: unknown): Block[] {
  if (!Array.isArray(given)) throw new Refused('invalid_blocks_format');
  const mistakes = mistakesInMessage(given as Json[]);
  if (mistakes.length > 0) {
    const errors = mistakes.map(sentence);
    throw new Refused(
      'invalid_blocks',
      errors.map((each) => `[ERROR] ${each}`),
      { errors },
    );
  }
  if (isTooLong(given as Json[])) throw new Refused('msg_blocks_too_long');
  return withIds(world, given as Block[]);
}

function checkedMetadata(given: unknown): JsonObject | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Refused('invalid_metadata_format');
  const metadata = given as JsonObject;
  if (Object.keys(metadata).length === 0) return metadata;
  const { event_type, event_payload } = metadata;
  const complete = typeof event_type === 'string' && typeof event_payload === 'object' && event_payload !== null;
  if (!complete) throw new Refused('invalid_metadata_schema');
  return metadata;
}

/** A view checked as Slack checks it; `type` is where it is meant to stand. */
export function checkedView(given: unknown, type: SentView['type']): SentView {
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
  return view;
}
