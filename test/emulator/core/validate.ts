import type { Json, JsonObject } from './shapes.ts';
import { elements } from './validate/elements.ts';
import {
  attachments as attachmentList,
  home,
  messageBlocks,
  message as messageObject,
  modal,
} from './validate/payloads.ts';
import { tooLarge, tooLong } from './validate/sizes.ts';
import { isObject, listOf, type Mistake, objectsOf, typed } from './validate/spec.ts';
import { mistakesIn } from './validate/walk.ts';
import { mistakesTogether } from './validate/whole.ts';

export { mistakesInAnswer } from './validate/answers.ts';
export { MOST_ATTACHMENTS } from './validate/payloads.ts';
export type { Mistake } from './validate/spec.ts';

/** What Slack refuses in the blocks of a message. */
export const mistakesInMessage = (blocks: Json, pointer = '/blocks'): Mistake[] => [
  ...mistakesIn(blocks, messageBlocks, pointer, 'M'),
  ...mistakesTogether(blocks, pointer),
];

/** What Slack refuses in a message's attachments: too many, or mistakes in the blocks of one. */
export const mistakesInAttachments = (attachments: Json, pointer = '/attachments'): Mistake[] => [
  ...mistakesIn(attachments, attachmentList, pointer, 'M'),
  ...togetherInAttachments(attachments, pointer),
];

const togetherInAttachments = (attachments: Json, pointer: string) =>
  objectsOf(attachments).flatMap(({ blocks }, at) => mistakesTogether(blocks ?? [], `${pointer}/${at}/blocks`));

/** What Slack refuses in a message as `blocks.validate` takes it, pointers from the message on. */
export const mistakesInWholeMessage = (message: Json): Mistake[] => {
  const { blocks, attachments } = isObject(message) ? message : {};
  return [
    ...mistakesIn(message, messageObject, '', 'M'),
    ...mistakesTogether(blocks ?? [], '/blocks'),
    ...togetherInAttachments(attachments ?? [], '/attachments'),
  ];
};

/** Whether all blocks of a message together are longer than Slack takes, though each alone is fine. */
export const isTooLong = tooLong.isBeyond;

/** Whether a view is larger than 250 kB. */
export const isTooLarge = tooLarge.isBeyond;

/** What Slack refuses in a view, a modal or a Home tab. */
export function mistakesInView(view: Json, pointer = '/view'): Mistake[] {
  if (!isObject(view)) return [{ pointer, message: 'must provide an object' }];
  if (view.type === undefined) return [{ pointer, message: 'missing required field: type' }];
  const together = mistakesTogether(view.blocks ?? [], `${pointer}/blocks`);
  if (view.type === 'modal') return [...mistakesIn(view, modal, pointer, 'D'), ...together];
  if (view.type === 'home') return [...mistakesIn(view, home, pointer, 'H'), ...together];
  return [{ pointer: `${pointer}/type`, message: `unsupported type: ${view.type}` }];
}

/** What Slack refuses in the answer to an external select: at most 100 options or groups. */
export function mistakesInOptions(answer: JsonObject): Mistake[] {
  const empty = listOf(answer.options).length + listOf(answer.option_groups).length === 0;
  const given = Array.isArray(answer.options) || Array.isArray(answer.option_groups);
  return empty && given
    ? []
    : mistakesIn({ ...answer, type: 'static_select' }, typed(elements, 'static_select'), '', 'M');
}
