import type { JsonObject } from '../shapes.ts';
import { elements, IN } from './elements.ts';
import { imageFields, imageSource } from './objects.ts';
import { richText } from './rich-text.ts';
import {
  blockId,
  boolean,
  type Check,
  integer,
  list,
  type Mistake,
  object,
  objectsOf,
  oneOf,
  plain,
  type Shape,
  string,
  type Table,
  table,
  text,
  typed,
} from './spec.ts';

/** Text objects among the elements of a context block carry their length themselves. */
const contextElements = table(() => ({
  ...elements(),
  plain_text: { fields: { text: string(2000, 1), emoji: boolean }, must: ['text'] },
  mrkdwn: { fields: { text: string(2000, 1), verbatim: boolean }, must: ['text'] },
}));

const needsText: Check = (block, pointer) =>
  block.text || block.fields ? [] : [{ pointer, message: 'must define either `text` or `fields`' }];

/** docs.slack.dev/reference/block-kit/blocks, one row each; surfaces as in docs.slack.dev/blocks.json. */
const rows = (): Record<string, Shape> => ({
  actions: { fields: { elements: list(typed(elements, ...IN.actions), 25) }, must: ['elements'] },
  alert: {
    fields: { text: text(200), level: oneOf('default', 'info', 'warning', 'error', 'success') },
    must: ['text'],
    on: ['D'],
  },
  context: {
    fields: { elements: list(typed(contextElements, 'image', 'plain_text', 'mrkdwn'), 10) },
    must: ['elements'],
  },
  data_visualization: { fields: { title: string(50, 1), chart: typed(charts) }, must: ['title', 'chart'], on: ['M'] },
  divider: { fields: {} },
  header: { fields: { text: plain(150), level: integer(1, 4) }, must: ['text'] },
  image: { fields: { ...imageFields, title: plain(2000) }, must: ['alt_text'], also: [imageSource] },
  input: {
    fields: {
      label: plain(2000),
      element: typed(elements, ...IN.input),
      hint: plain(2000),
      optional: boolean,
      dispatch_action: boolean,
    },
    must: ['label', 'element'],
  },
  markdown: { fields: { text: string(12_000, 1) }, must: ['text'], on: ['M'] },
  rich_text: richText,
  section: {
    fields: {
      text: text(3000),
      fields: list(text(2000), 10),
      accessory: typed(elements, ...IN.accessory),
      expand: boolean,
    },
    also: [needsText],
  },
  table: {
    fields: {
      rows: list(list(typed(cells), 20), 100),
      column_settings: list(object({ fields: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }), 20),
    },
    must: ['rows'],
    also: [equalRows],
    on: ['M', 'H'],
  },
});

/** Every block may have a block_id. */
export const blocks: Table = table(() =>
  Object.fromEntries(
    Object.entries(rows()).map(([type, shape]) => [type, { ...shape, fields: { block_id: blockId, ...shape.fields } }]),
  ),
);

const cells = table(() => ({
  raw_text: { fields: { text: string(3000, 1) }, must: ['text'] },
  raw_number: { fields: { value: { is: 'number' }, text: string(3000, 1) }, must: ['value'] },
  rich_text: richText,
}));

function equalRows(block: JsonObject, pointer: string): Mistake[] {
  const widths = (Array.isArray(block.rows) ? block.rows : []).map((row) => (Array.isArray(row) ? row.length : 0));
  return widths.every((width) => width === widths[0])
    ? []
    : [{ pointer: `${pointer}/rows`, message: 'all rows must have the same number of cells' }];
}

const point = object({ fields: { label: string(20, 1), value: { is: 'number' } }, must: ['label', 'value'] });
const series = list(object({ fields: { name: string(20, 1), data: list(point, 20) }, must: ['name', 'data'] }), 12);
const axes = object({
  fields: { categories: list(string(20, 1), 20), x_label: string(50), y_label: string(50) },
  must: ['categories'],
});
const overCategories: Shape = {
  fields: { series, axis_config: axes },
  must: ['series', 'axis_config'],
  also: [uniqueSeries, onePointPerCategory],
};

/** Slack raised 6 series and segments to 12 in 2026: we take the higher, and build with the lower. */
const charts = table(() => ({
  pie: { fields: { segments: list(slice, 12) }, must: ['segments'] },
  bar: overCategories,
  area: overCategories,
  line: overCategories,
}));

const slice = object({
  fields: { label: string(20, 1), value: { is: 'number', min: Number.MIN_VALUE } },
  must: ['label', 'value'],
});

function uniqueSeries(chart: JsonObject, pointer: string): Mistake[] {
  const names = objectsOf(chart.series).map(({ name }) => name);
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [{ pointer: `${pointer}/series/${at}/name`, message: 'must be unique' }],
  );
}

function onePointPerCategory(chart: JsonObject, pointer: string): Mistake[] {
  const [axis] = objectsOf([chart.axis_config ?? null]);
  const categories = Array.isArray(axis?.categories) ? axis.categories : [];
  return objectsOf(chart.series).flatMap(({ data }, at) => {
    const labels = objectsOf(data).map(({ label }) => label);
    const complete = labels.length === categories.length && categories.every((each) => labels.includes(each));
    return complete
      ? []
      : [{ pointer: `${pointer}/series/${at}/data`, message: 'must have one data point for each category' }];
  });
}
