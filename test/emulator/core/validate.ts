import type { Json, JsonObject } from './shapes.ts';
import { blocks as blockTable } from './validate/blocks.ts';
import {
  boolean,
  isObject,
  like,
  list,
  listOf,
  type Mistake,
  plain,
  type Shape,
  type Surface,
  string,
  typed,
} from './validate/spec.ts';
import { mistakesIn } from './validate/walk.ts';
import { charactersIn, mistakesTogether, WHOLE } from './validate/whole.ts';

export type { Mistake } from './validate/spec.ts';

const MOST_BLOCKS = { M: 50, D: 100, H: 100 } as const;

/** What Slack refuses in the blocks of a message. */
export const mistakesInMessage = (blocks: Json, pointer = '/blocks') => mistakesInBlocks(blocks, 'M', pointer);

/** Whether all blocks of a message together are longer than Slack takes, though each alone is fine. */
export const isTooLong = (blocks: Json) => charactersIn(blocks) > WHOLE.total;

/** Whether a view is larger than 250 kB. */
export const isTooLarge = (view: Json) => Buffer.byteLength(JSON.stringify(view)) > WHOLE.viewBytes;

/** What Slack refuses in a view, a modal or a Home tab. */
export function mistakesInView(view: Json, pointer = '/view'): Mistake[] {
  if (!isObject(view)) return [{ pointer, message: 'failed to match schema' }];
  const surface = surfaceOf(view.type);
  if (view.type === undefined) return [{ pointer, message: 'missing required field: type' }];
  if (!surface) return [{ pointer: `${pointer}/type`, message: `unsupported type: ${view.type}` }];
  const { blocks, ...rest } = view;
  const shape = surface === 'D' ? modal : home;
  const outside = mistakesIn(rest, { is: 'object', shape }, pointer, surface);
  if (blocks === undefined) return [...outside, { pointer, message: 'missing required field: blocks' }];
  return [...outside, ...mistakesInBlocks(blocks, surface, `${pointer}/blocks`), ...missingSubmit(view, pointer)];
}

/** What Slack refuses in the answer to an external select: at most 100 options or groups. */
export function mistakesInOptions(answer: JsonObject): Mistake[] {
  const element = { ...answer, type: 'static_select', action_id: 'options' };
  const block = { type: 'actions', elements: [element] };
  const empty = listOf(answer.options).length + listOf(answer.option_groups).length === 0;
  const given = Array.isArray(answer.options) || Array.isArray(answer.option_groups);
  return empty && given ? [] : mistakesIn(block, typed(blockTable), '', 'M');
}

function mistakesInBlocks(blocks: Json, surface: Surface, pointer: string): Mistake[] {
  const each = mistakesIn(
    blocks,
    list(typed(blockTable), MOST_BLOCKS[surface], surface === 'M' ? 0 : 1),
    pointer,
    surface,
  );
  return [...each, ...mistakesTogether(blocks, pointer)];
}

const surfaceOf = (type: Json | undefined): Surface | undefined =>
  type === 'modal' ? 'D' : type === 'home' ? 'H' : undefined;

const common: Shape['fields'] = { private_metadata: string(3000), callback_id: string(255), external_id: string(255) };

const home: Shape = { fields: common };

const modal: Shape = {
  fields: {
    ...common,
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
    app_id: like(/^A/),
  },
  must: ['title'],
};

function missingSubmit({ type, submit, blocks }: JsonObject, pointer: string): Mistake[] {
  if (type !== 'modal' || submit !== undefined) return [];
  const at = listOf(blocks).findIndex((block) => isObject(block) && block.type === 'input');
  if (at < 0) return [];
  const message = 'must define `submit` to use an `input` block in modals';
  return [{ pointer: `${pointer}/blocks/${at}/input`, message }];
}
