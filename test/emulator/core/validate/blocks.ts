import { card, carousel, container, plan, taskCard } from './cards.ts';
import { dataVisualization } from './charts.ts';
import { someOf } from './checks.ts';
import { elements, IN } from './elements.ts';
import { imageFields, imageSource } from './objects.ts';
import { richText } from './rich-text.ts';
import {
  blockId,
  boolean,
  type Check,
  integer,
  isObject,
  KIT,
  list,
  oneOf,
  plain,
  raised,
  type Shape,
  secureUrl,
  string,
  type Table,
  table,
  text,
  typed,
  url,
} from './spec.ts';
import { dataTable, plainTable } from './tables.ts';

const filesDontDispatch: Check = {
  name: 'files_do_not_dispatch',
  says: 'no `dispatch_action` around a file_input',
  find: ({ element, dispatch_action }, pointer) =>
    dispatch_action === true && isObject(element) && element.type === 'file_input'
      ? [{ pointer: `${pointer}/element/type`, message: 'unsupported type: file_input' }]
      : [],
};

const words: Record<string, Shape> = {
  alert: {
    fields: { text: text(200), level: oneOf('default', 'info', 'warning', 'error', 'success') },
    must: ['text'],
    on: ['D'],
  },
  context: { fields: { elements: list(typed(elements, ...IN.context), 10) }, must: ['elements'] },
  divider: { fields: {} },
  header: { fields: { text: plain(150), level: integer(1, 4) }, must: ['text'] },
  markdown: {
    note: 'its block_id is ignored',
    fields: { text: string(12_000, 1) },
    must: ['text'],
    on: ['M'],
  },
  rich_text: richText,
  section: {
    fields: {
      text: text(3000),
      fields: list(text(2000), 10),
      accessory: typed(elements, ...IN.accessory),
      expand: boolean,
    },
    also: [someOf('text', 'fields')],
  },
};

const acting: Record<string, Shape> = {
  actions: { fields: { elements: list(typed(elements, ...IN.actions), 25) }, must: ['elements'] },
  context_actions: {
    fields: { elements: list(typed(elements, ...IN.contextActions), 5) },
    must: ['elements'],
    on: ['M'],
  },
  input: {
    fields: {
      label: plain(2000),
      element: typed(elements, ...IN.input),
      hint: plain(2000),
      optional: boolean,
      dispatch_action: boolean,
    },
    must: ['label', 'element'],
    also: [filesDontDispatch],
  },
};

const LESS_THAN = 'Slack says "less than", which others read as "at most"';

const media: Record<string, Shape> = {
  file: {
    note: 'its page says that it is only received; blocks.json and the guide to remote files say messages',
    fields: { source: oneOf('remote'), external_id: string(255, 1) },
    must: ['source', 'external_id'],
    on: ['M'],
  },
  image: { fields: { ...imageFields, title: plain(2000) }, must: ['alt_text'], also: [imageSource] },
  video: {
    fields: {
      alt_text: string(2000, 1),
      title: raised(plain(200), 199, LESS_THAN),
      title_url: secureUrl,
      thumbnail_url: url,
      video_url: secureUrl,
      author_name: raised(string(50), 49, LESS_THAN),
      provider_name: string(),
      provider_icon_url: url,
      description: raised(plain(200), 199, LESS_THAN),
    },
    must: ['alt_text', 'title', 'thumbnail_url', 'video_url'],
  },
};

/** docs.slack.dev/reference/block-kit/blocks, one row each; surfaces as in docs.slack.dev/blocks.json. */
export const blocks: Table = table('block', () => {
  const task = complete('task_card', taskCard);
  const rows = {
    ...words,
    ...acting,
    ...media,
    card,
    carousel: carousel(blocks),
    container: container(blocks),
    data_table: dataTable,
    data_visualization: dataVisualization,
    plan: plan(task),
    table: plainTable,
    task_card: task,
  };
  return Object.fromEntries(Object.entries(rows).map(([type, shape]) => [type, complete(type, shape)]));
});

/** Every block has its page, and may have a block_id. */
function complete(type: string, shape: Shape): Shape {
  if (shape.fields.block_id) return shape;
  const doc = `${KIT}/blocks/${type.replaceAll('_', '-')}-block`;
  return { doc, ...shape, fields: { block_id: blockId, ...shape.fields } };
}
