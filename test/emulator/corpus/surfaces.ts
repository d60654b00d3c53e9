import type { JsonObject } from '../core/shapes.ts';
import { accepted, type Case, inMessage, inModal, onHome, type Place, refused } from './case.ts';
import { button, divider, image, mrkdwn, plain, richText, section } from './make.ts';

const PLACES = { messages: inMessage, modals: inModal, Home: onHome } satisfies Record<string, Place>;

/** A place for blocks, in Slack's words. */
export type SurfaceName = keyof typeof PLACES;

export const SURFACES = ['messages', 'modals', 'Home'] as const;

const good = { text: plain('Good'), value: 'good' };
const cell = { type: 'raw_text', text: 'Tea' };
const card = { type: 'card', title: plain('Tea') };
const https = 'https://example.com';

type Standing = { block: JsonObject; on: readonly SurfaceName[] };

const everywhere: Standing['on'] = SURFACES;

/** One block of each type and where it may stand, from docs.slack.dev/blocks.json. */
export const STANDING: Standing[] = [
  { block: { type: 'actions', elements: [button()] }, on: everywhere },
  { block: { type: 'alert', text: plain('Careful') }, on: ['modals'] },
  { block: card, on: everywhere },
  { block: { type: 'carousel', elements: [card] }, on: ['messages', 'Home'] },
  { block: { type: 'container', title: plain('Tea'), child_blocks: [divider] }, on: ['messages', 'Home'] },
  { block: { type: 'context', elements: [mrkdwn('x')] }, on: everywhere },
  {
    block: {
      type: 'context_actions',
      elements: [{ type: 'feedback_buttons', positive_button: good, negative_button: good }],
    },
    on: ['messages'],
  },
  { block: { type: 'data_table', caption: 'Tea', rows: [[cell], [cell]] }, on: ['messages', 'Home'] },
  {
    block: {
      type: 'data_visualization',
      title: 'Tea',
      chart: { type: 'pie', segments: [{ label: 'green', value: 1 }] },
    },
    on: ['messages'],
  },
  { block: divider, on: everywhere },
  { block: { type: 'file', source: 'remote', external_id: 'tea-list' }, on: ['messages'] },
  { block: { type: 'header', text: plain('Tea') }, on: everywhere },
  { block: image, on: everywhere },
  { block: { type: 'input', label: plain('Note'), element: { type: 'plain_text_input' } }, on: everywhere },
  { block: { type: 'markdown', text: '# Tea' }, on: ['messages'] },
  { block: { type: 'plan', title: 'Tea for two' }, on: ['messages'] },
  { block: richText(), on: everywhere },
  { block: section(), on: everywhere },
  { block: { type: 'table', rows: [[cell]] }, on: ['messages', 'Home'] },
  { block: { type: 'task_card', task_id: 't1', title: 'Boil water', status: 'complete' }, on: ['messages'] },
  {
    block: { type: 'video', alt_text: 'x', title: plain('x'), thumbnail_url: https, video_url: https },
    on: everywhere,
  },
];

/** A block on a surface: the rule is its own where it may not stand everywhere. */
function standing(rule: string, piece: JsonObject, on: Standing['on'], wrap: (place: Place) => Place): Case[] {
  return SURFACES.map((surface) => {
    const { at, around } = wrap(PLACES[surface]);
    return on.includes(surface)
      ? accepted(rule, around(piece))
      : refused(rule, around(piece), `${at}/type unsupported type: ${piece.type}`);
  });
}

const RULES = { messages: 'message', modals: 'modal', Home: 'home' };

const blocks = STANDING.flatMap(({ block, on }) =>
  on === everywhere
    ? SURFACES.map((each) => accepted(`payload.${RULES[each]}.blocks[].types`, PLACES[each].around(block)))
    : standing(`block.${block.type}.surfaces`, block, on, (place) => place),
);

const asElement = ({ at, around }: Place): Place => ({
  at: `${at}/element`,
  around: (element) => around({ type: 'input', label: plain('Note'), element }),
});
const inActions = ({ at, around }: Place): Place => ({
  at: `${at}/elements/0`,
  around: (element) => around({ type: 'actions', elements: [element] }),
});

const elements = [
  ...['email_text_input', 'url_text_input', 'file_input'].flatMap((type) =>
    standing(`element.${type}.surfaces`, { type }, ['modals'], asElement),
  ),
  ...standing(
    'element.number_input.surfaces',
    { type: 'number_input', is_decimal_allowed: true },
    ['modals'],
    asElement,
  ),
  ...standing('element.datetimepicker.surfaces', { type: 'datetimepicker' }, ['messages', 'modals'], asElement),
  ...standing('element.rich_text_input.surfaces', { type: 'rich_text_input' }, ['modals', 'Home'], asElement),
  ...standing(
    'element.workflow_button.surfaces',
    { type: 'workflow_button', text: plain('Start'), workflow: { trigger: { url: https } } },
    ['messages'],
    inActions,
  ),
];

/** Every block on every surface, and the elements that stand on some only. */
export const surfaces: Case[] = [...blocks, ...elements];
