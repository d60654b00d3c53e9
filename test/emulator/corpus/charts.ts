import type { Json, JsonObject } from '../core/shapes.ts';
import { type Case, casesOf, inMessage, within } from './case.ts';
import { many, x } from './make.ts';
import { filled, list, needs, type Row, row, types, upTo } from './rows.ts';

const twelve: [number, string] = [12, 'no more than 12 items allowed'];

const segment = { label: 'calls', value: 1 };
const pie = { type: 'pie', segments: [segment] };
const pointOf = (label: Json): JsonObject => ({ label, value: 1 });
const series = (at = 0): JsonObject => ({ name: `House ${at}`, data: [pointOf('W0')] });
const line = { type: 'line', series: [series()], axis_config: { categories: ['W0'] } };

const chart = casesOf(
  'block.data_visualization',
  inMessage,
  { type: 'data_visualization', title: 'Weeks', chart: pie },
  [
    ...upTo('block_id', 255, 'must be less than 256 characters'),
    ...needs('title', 'chart'),
    ...filled('title', 50, 'must be less than 51 characters'),
    ...types('chart', [pie, line, { ...line, type: 'bar' }, { ...line, type: 'area' }], { type: 'radar' }),
  ],
);

const inChart = within(inMessage, '/chart', (inside) => ({
  type: 'data_visualization',
  title: 'Weeks',
  chart: inside,
}));

const pies = casesOf('chart.pie', inChart, pie, [
  ...needs('segments'),
  ...list('segments', () => segment, twelve),
  row('segments[].object', {}, { segments: ['calls'] }, '/segments/0 must provide an object'),
]);

const inPie = within(inChart, '/segments/0', (each) => ({ ...pie, segments: [each] }));

const segments = casesOf('object.segment', inPie, segment, [
  ...needs('label', 'value'),
  ...filled('label', 20, 'must be less than 21 characters'),
  row('value.above', { value: 0.1 }, { value: 0 }, '/value must be greater than 0'),
]);

const GAP = '/series/0/data must have one data point for each category';

const overCategories: Row[] = [
  ...needs('series'),
  row('axis_config.required', {}, { axis_config: undefined }, ' missing required field: axis_config', GAP),
  ...list('series', series, twelve),
  row('series[].object', {}, { series: ['House'] }, '/series/0 must provide an object'),
  row('axis_config.object', {}, { axis_config: 'W0' }, '/axis_config must provide an object', GAP),
  row(
    'unique_series',
    { series: [series(0), series(1)] },
    { series: [series(0), series(0)] },
    '/series/1/name must be unique',
  ),
  row('one_point_per_category', {}, { axis_config: { categories: ['W0', 'W1'] } }, GAP),
  row('one_point_per_category', {}, { axis_config: { categories: ['W1'] } }, GAP),
];

const lines = ['bar', 'area', 'line'].flatMap((type) =>
  casesOf(`chart.${type}`, inChart, { ...line, type }, overCategories),
);

/** Points over categories that fit them, or don't. */
const over = (categories: Json[], points: JsonObject[]): JsonObject => ({
  series: [{ name: 'House', data: points }],
  axis_config: { categories },
});
const fitting = (categories: Json[]) => over(categories, categories.map(pointOf));
const weeks = (count: number): Json[] => many(count, (at) => `W${at}`);

const axes = casesOf('object.axes', inChart, line, [
  row('categories.required', {}, { axis_config: {} }, '/axis_config missing required field: categories', GAP),
  row(
    'categories.max',
    fitting(weeks(20)),
    over(weeks(21), weeks(20).map(pointOf)),
    '/axis_config/categories no more than 20 items allowed',
    GAP,
  ),
  row(
    'categories.min',
    fitting(weeks(1)),
    over([], [pointOf('W0')]),
    '/axis_config/categories must provide at least 1 items',
    GAP,
  ),
  row(
    'categories[].max',
    fitting([x(20)]),
    over([x(21)], [pointOf('W0')]),
    '/axis_config/categories/0 must be less than 21 characters',
    GAP,
  ),
  row(
    'categories[].min',
    fitting(['W']),
    over([''], [pointOf('W0')]),
    '/axis_config/categories/0 must be more than 0 characters',
    GAP,
  ),
  ...['x_label', 'y_label'].map((field) =>
    row(
      `${field}.max`,
      { axis_config: { categories: ['W0'], [field]: x(50) } },
      { axis_config: { categories: ['W0'], [field]: x(51) } },
      `/axis_config/${field} must be less than 51 characters`,
    ),
  ),
]);

const aSeries = (fields: JsonObject): JsonObject => ({ series: [{ ...series(), ...fields }] });

const allSeries = casesOf('object.series', inChart, line, [
  row('name.required', {}, aSeries({ name: undefined }), '/series/0 missing required field: name'),
  row('data.required', {}, aSeries({ data: undefined }), '/series/0 missing required field: data', GAP),
  row('name.max', aSeries({ name: x(20) }), aSeries({ name: x(21) }), '/series/0/name must be less than 21 characters'),
  row('name.min', aSeries({ name: 'H' }), aSeries({ name: '' }), '/series/0/name must be more than 0 characters'),
  row(
    'data.max',
    fitting(weeks(20)),
    over(weeks(20), weeks(21).map(pointOf)),
    '/series/0/data no more than 20 items allowed',
    GAP,
  ),
  row('data.min', {}, aSeries({ data: [] }), '/series/0/data must provide at least 1 items', GAP),
  row('data[].object', {}, aSeries({ data: ['W0'] }), '/series/0/data/0 must provide an object', GAP),
]);

const aPoint = (fields: JsonObject): JsonObject => aSeries({ data: [{ ...pointOf('W0'), ...fields }] });

const points = casesOf('object.data point', inChart, line, [
  row('label.required', {}, aPoint({ label: undefined }), '/series/0/data/0 missing required field: label', GAP),
  row('value.required', {}, aPoint({ value: undefined }), '/series/0/data/0 missing required field: value'),
  row(
    'label.max',
    fitting([x(20)]),
    aPoint({ label: x(21) }),
    '/series/0/data/0/label must be less than 21 characters',
    GAP,
  ),
  row('label.min', fitting(['W']), aPoint({ label: '' }), '/series/0/data/0/label must be more than 0 characters', GAP),
  row('value.number', aPoint({ value: -1.5 }), aPoint({ value: '1' }), '/series/0/data/0/value must provide a number'),
]);

/** Charts. */
export const charts: Case[] = [...chart, ...pies, ...segments, ...lines, ...axes, ...allSeries, ...points];
