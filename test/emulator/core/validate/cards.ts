import { notBoth, someOf } from './checks.ts';
import { elements } from './elements.ts';
import { slackIcon } from './objects.ts';
import { richTextBlock } from './rich-text.ts';
import { boolean, list, object, oneOf, plain, raised, type Shape, string, type Table, text, typed } from './spec.ts';

const image = typed(elements, 'image');

/** Something to look at, with a few buttons. */
export const card: Shape = {
  note: 'seen by others not to be drawn in modals, though blocks.json names them',
  fields: {
    hero_image: image,
    icon: image,
    slack_icon: slackIcon,
    title: text(150),
    subtitle: text(150),
    body: text(200),
    subtext: text(200),
    actions: raised(
      list(typed(elements, 'button'), 3),
      2,
      'documented as 3 now; earlier pages named no number, and others counted 2',
    ),
  },
  also: [someOf('hero_image', 'title', 'actions', 'body'), notBoth('icon', 'slack_icon')],
};

/** Cards to leaf through. */
export const carousel = (blocks: Table): Shape => ({
  fields: { elements: list(typed(blocks, 'card'), 10) },
  must: ['elements'],
  on: ['M', 'H'],
});

const CHILDREN = [
  ...['actions', 'context', 'divider', 'file', 'header', 'image', 'input', 'rich_text', 'section', 'table', 'video'],
];

/** Blocks under one title. */
export const container = (blocks: Table): Shape => ({
  note: 'first documented for messages only, later for Home too; the live list of children differs from the documented',
  fields: {
    title: plain(150),
    rich_text_title: richTextBlock,
    subtitle: text(150),
    child_blocks: list(typed(blocks, ...CHILDREN), 10),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: image,
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  must: ['child_blocks'],
  also: [someOf('title', 'rich_text_title')],
  on: ['M', 'H'],
});

/** One task of an assistant. */
export const taskCard: Shape = {
  fields: {
    task_id: string(undefined, 1),
    title: string(undefined, 1),
    details: richTextBlock,
    output: richTextBlock,
    sources: list(typed(elements, 'url')),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  must: ['task_id', 'title'],
  on: ['M'],
};

/** What an assistant is about to do. Its tasks may leave out their `type`. */
export const plan = (task: Shape): Shape => ({
  fields: { title: string(undefined, 1), tasks: list(object('task_card', task), undefined, 0) },
  must: ['title'],
  on: ['M'],
});
