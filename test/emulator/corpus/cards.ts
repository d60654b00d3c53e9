import type { JsonObject } from '../core/shapes.ts';
import { type Case, casesOf, inMessage, within } from './case.ts';
import { button, divider, image, mrkdwn, plain, richText, section } from './make.ts';
import { anyText, filled, flags, list, needs, notEmpty, objects, oneOf, plainText, row, types, upTo } from './rows.ts';

const blockId = upTo('block_id', 255, 'must be less than 256 characters');
const ten: [number, string] = [10, 'no more than 10 items allowed'];
const icon = { type: 'icon', name: 'star' };
const card = { type: 'card', title: mrkdwn('Tea') };
const aTask = { task_id: 't1', title: 'Boil water' };
const source = { type: 'url', url: 'https://example.com', text: 'Tea' };
const poem = richText();

const cards = casesOf('block.card', inMessage, card, [
  ...blockId,
  ...types('hero_image', [image], button()),
  ...types('icon', [image], button()),
  ...objects('slack_icon', icon),
  ...anyText('title', 150, 'must be less than 151 characters'),
  ...anyText('subtitle', 150, 'must be less than 151 characters'),
  ...anyText('body', 200, 'must be less than 201 characters'),
  ...anyText('subtext', 200, 'must be less than 201 characters'),
  ...list('actions', button, [3, 'no more than 3 items allowed']),
  ...types('actions[]', [button()], image),
  row(
    'some',
    { title: undefined, body: plain('x') },
    { title: undefined, subtitle: plain('x') },
    ' must define at least one of `hero_image`, `title`, `actions`, `body`',
  ),
  row(
    'not_icon_and_slack_icon',
    { icon: image },
    { icon: image, slack_icon: icon },
    ' may only define one of `icon` or `slack_icon`',
  ),
]);

const carousel = casesOf('block.carousel', inMessage, { type: 'carousel', elements: [card] }, [
  ...blockId,
  ...needs('elements'),
  ...list('elements', () => card, ten),
  ...types('elements[]', [card], divider),
]);

const children: JsonObject[] = [
  { type: 'actions', elements: [button()] },
  { type: 'context', elements: [mrkdwn('x')] },
  divider,
  { type: 'header', text: plain('x') },
  image,
  { type: 'input', label: plain('x'), element: { type: 'plain_text_input' } },
  poem,
  section(),
  { type: 'file', source: 'remote', external_id: 'tea-list' },
  {
    type: 'video',
    alt_text: 'How we pour',
    title: plain('Pouring'),
    thumbnail_url: 'https://example.com/pouring.png',
    video_url: 'https://example.com/pouring',
  },
  { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
];

const container = casesOf(
  'block.container',
  inMessage,
  { type: 'container', title: plain('Tea'), child_blocks: [section()] },
  [
    ...blockId,
    ...needs('child_blocks'),
    ...plainText('title', 150, 'must be less than 151 characters'),
    ...types('rich_text_title', [poem], section()),
    ...anyText('subtitle', 150, 'must be less than 151 characters'),
    ...list('child_blocks', () => divider, ten),
    ...types('child_blocks[]', children, card),
    ...oneOf('width', 'narrow', 'standard', 'wide', 'full'),
    ...types('icon', [image], button()),
    ...flags('is_collapsible', 'default_collapsed', 'has_header_divider'),
    row(
      'some',
      { title: undefined, rich_text_title: poem },
      { title: undefined },
      ' must define either `title` or `rich_text_title`',
    ),
  ],
);

const inPlan = within(inMessage, '/tasks/0', (each) => ({ type: 'plan', title: 'Tea for two', tasks: [each] }));

const task = casesOf('block.task_card', inPlan, { type: 'task_card', ...aTask }, [
  ...blockId,
  ...needs('task_id', 'title'),
  ...notEmpty('task_id', 'title'),
  ...types('details', [poem], section()),
  ...types('output', [poem], section()),
  ...list('sources', () => source),
  ...types('sources[]', [source], button()),
  ...oneOf('status', 'pending', 'in_progress', 'complete', 'error'),
]);

const plan = casesOf('block.plan', inMessage, { type: 'plan', title: 'Tea for two' }, [
  ...blockId,
  ...needs('title'),
  ...notEmpty('title'),
  row('tasks.list', { tasks: [] }, { tasks: 'Boil water' }, '/tasks must provide an array'),
  row(
    'tasks[].object',
    { tasks: [aTask, { type: 'task_card', ...aTask }] },
    { tasks: ['Boil water'] },
    '/tasks/0 must provide an object',
  ),
]);

const inTask = within(inMessage, '/sources/0', (each) => ({ type: 'task_card', ...aTask, sources: [each] }));

const sources = casesOf('element.url', inTask, source, [
  ...needs('url', 'text'),
  ...filled('url', 3000, 'must be less than 3001 characters'),
  ...notEmpty('text'),
]);

/** Cards, and what holds other blocks. */
export const cardBlocks: Case[] = [...cards, ...carousel, ...container, ...task, ...plan, ...sources];
