import { line } from './pieces.ts';

const text = (words: string) => ({ type: 'raw_text', text: words });
const number = (value: number, words: string) => ({ type: 'raw_number', value, text: words });
const point = (label: string, value: number) => ({ label, value });

const axes = { categories: ['Mon', 'Tue', 'Wed'], x_label: 'day', y_label: 'cups' };
const series = [
  { name: 'Green', data: [point('Mon', 8), point('Tue', 12), point('Wed', 5)] },
  { name: 'Black', data: [point('Mon', 3), point('Tue', 2), point('Wed', 7)] },
];
const chart = (type: string) => ({
  type: 'data_visualization',
  title: `Cups a day, as ${type}`,
  chart: { type, series, axis_config: axes },
});

const pie = {
  type: 'data_visualization',
  title: 'Who drinks what',
  chart: { type: 'pie', segments: [point('Green', 30), point('Black', 50), point('Mint', 20)] },
};

const table = {
  type: 'table',
  rows: [
    [text('Tea'), text('Cups'), text('Note')],
    [text('Green'), number(12, '12 cups'), line('for rainy days, and for the days after those')],
    [text('Black'), number(4, '4 cups'), line('strong')],
  ],
  column_settings: [{ align: 'left' }, { align: 'right', is_wrapped: true }, { is_wrapped: true }],
};

const dataTable = {
  type: 'data_table',
  caption: 'All that was poured',
  rows: [
    [text('Day'), text('Tea'), text('Cups')],
    ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day, nth) => [
      text(day),
      nth % 2 ? text('Black') : line('Green'),
      number((nth * 7) % 11, `${(nth * 7) % 11} cups`),
    ]),
  ],
  page_size: 2,
  row_header_column_index: 0,
};

/** What one counts, as messages of their own: a message holds two charts and one table at most. */
export const figures = [[pie, chart('bar')], [chart('line'), chart('area')], [table], [dataTable]];
