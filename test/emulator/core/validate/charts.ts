import type { JsonObject } from '../shapes.ts';
import {
  type Check,
  KIT,
  list,
  listOf,
  number,
  object,
  objectsOf,
  raised,
  type Shape,
  string,
  table,
  typed,
} from './spec.ts';

const doc = `${KIT}/blocks/data-visualization-block`;
const RAISED = 'documented as 6 in June 2026, raised to 12 since';

const point = object('data point', {
  doc,
  fields: { label: string(20, 1), value: number },
  must: ['label', 'value'],
});

const series = object('series', {
  doc,
  fields: { name: string(20, 1), data: list(point, 20) },
  must: ['name', 'data'],
});

const axes = object('axes', {
  doc,
  fields: { categories: list(string(20, 1), 20), x_label: string(50), y_label: string(50) },
  must: ['categories'],
});

const segment = object('segment', {
  doc,
  fields: { label: string(20, 1), value: { is: 'number', above: 0 } },
  must: ['label', 'value'],
});

const uniqueSeries: Check = {
  name: 'unique_series',
  says: 'no two series of one name',
  find: (chart, pointer) => {
    const names = objectsOf(chart.series).map(({ name }) => name);
    return names.flatMap((name, at) =>
      names.indexOf(name) === at ? [] : [{ pointer: `${pointer}/series/${at}/name`, message: 'must be unique' }],
    );
  },
};

const onePointPerCategory: Check = {
  name: 'one_point_per_category',
  says: 'each series has one point for each category',
  find: (chart, pointer) => {
    const [axis] = objectsOf([chart.axis_config ?? null]);
    const categories = listOf(axis?.categories);
    const complete = ({ data }: JsonObject) => {
      const labels = objectsOf(data).map(({ label }) => label);
      return labels.length === categories.length && categories.every((each) => labels.includes(each));
    };
    return objectsOf(chart.series).flatMap((each, at) =>
      complete(each)
        ? []
        : [{ pointer: `${pointer}/series/${at}/data`, message: 'must have one data point for each category' }],
    );
  },
};

const overCategories: Shape = {
  doc,
  fields: { series: raised(list(series, 12), 6, RAISED), axis_config: axes },
  must: ['series', 'axis_config'],
  also: [uniqueSeries, onePointPerCategory],
};

const charts = table('chart', () => ({
  pie: { doc, fields: { segments: raised(list(segment, 12), 6, RAISED) }, must: ['segments'] },
  bar: { ...overCategories },
  area: { ...overCategories },
  line: { ...overCategories },
}));

/** A chart in a message. */
export const dataVisualization: Shape = {
  fields: { title: string(50, 1), chart: typed(charts) },
  must: ['title', 'chart'],
  on: ['M'],
};
