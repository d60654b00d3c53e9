import type { Json, JsonObject } from '../core/shapes.ts';
import { type Case, casesOf, inMessage, within } from './case.ts';
import { divider, many, richText, x } from './make.ts';
import { atMost, flags, list, needs, notEmpty, number, oneOf, row, upTo } from './rows.ts';

const blockId = upTo('block_id', 255, 'must be less than 256 characters');
const cell = (text = 'Tea'): JsonObject => ({ type: 'raw_text', text });
const amount = { type: 'raw_number', value: 2, text: '2 cups' };
const rowOf = (width: number): Json[] => many(width, () => cell());
const rows = (count: number, width = 1): JsonObject => ({ rows: many(count, () => rowOf(width)) });
const unequal = { rows: [rowOf(1), rowOf(2)] };
const UNEQUAL = '/rows all rows must have the same number of cells';
/** Four rows of so many characters in all. */
const filledWith = (length: number): JsonObject => ({
  rows: [[cell(x(3000))], [cell(x(3000))], [cell(x(3000))], [cell(x(length - 9000))]],
});

const plainTable = casesOf('block.table', inMessage, { type: 'table', ...rows(1) }, [
  ...blockId,
  ...needs('rows'),
  ...list('rows', () => rowOf(1), [100, 'no more than 100 items allowed']),
  row('rows[].max', rows(1, 20), rows(1, 21), '/rows/0 no more than 20 items allowed'),
  row('rows[].min', rows(1, 1), { rows: [[]] }, '/rows/0 must provide at least 1 items'),
  row(
    'rows[][].types',
    { rows: [[cell(), amount, richText()]] },
    { rows: [[divider]] },
    '/rows/0/0/type unsupported type: divider',
  ),
  atMost('column_settings', () => ({ align: 'left' }), 20, 'no more than 20 items allowed'),
  ...list('column_settings', () => ({ align: 'left' })),
  row(
    'column_settings[].object',
    { column_settings: [{}, null] },
    { column_settings: ['left'] },
    '/column_settings/0 must provide an object',
  ),
  row('equal_rows', rows(2, 2), unequal, UNEQUAL),
  row('characters', filledWith(10_000), filledWith(10_001), '/rows must be less than 10001 characters'),
]);

const settings = casesOf(
  'object.column settings',
  within(inMessage, '/column_settings/0', (each) => ({ type: 'table', ...rows(1), column_settings: [each] })),
  {},
  [...oneOf('align', 'left', 'center', 'right'), ...flags('is_wrapped')],
);

const dataTable = casesOf('block.data_table', inMessage, { type: 'data_table', caption: 'Tea', ...rows(2) }, [
  ...blockId,
  ...needs('caption', 'rows'),
  ...notEmpty('caption'),
  row('rows.max', rows(201), rows(202), '/rows no more than 201 items allowed'),
  row('rows.min', rows(2), rows(1), '/rows must provide at least 2 items'),
  row('rows[].max', rows(2, 20), { rows: [rowOf(20), rowOf(21)] }, '/rows/1 no more than 20 items allowed', UNEQUAL),
  row('rows[].min', rows(2, 1), { rows: [rowOf(1), []] }, '/rows/1 must provide at least 1 items', UNEQUAL),
  row(
    'rows[][].types',
    { rows: [rowOf(3), [cell(), amount, richText()]] },
    { rows: [rowOf(1), [divider]] },
    '/rows/1/0/type unsupported type: divider',
  ),
  ...number('page_size', [1, 'must be greater than 0'], [100, 'must be less than 101']),
  ...number('row_header_column_index', [0, 'must be greater than -1']),
  row('equal_rows', rows(2, 2), unequal, UNEQUAL),
  row('plain_header', rows(2), { rows: [[richText()], rowOf(1)] }, '/rows/0/0/type unsupported type: rich_text'),
  row('characters', filledWith(20_000), filledWith(20_001), '/rows must be less than 20001 characters'),
]);

const inCell = within(inMessage, '/rows/0/0', (each) => ({ type: 'table', rows: [[each]] }));

const cells = [
  ...casesOf('cell.raw_text', inCell, cell(), [...needs('text'), ...notEmpty('text')]),
  ...casesOf('cell.raw_number', inCell, amount, [
    ...needs('value'),
    row('value.number', { value: 2.5 }, { value: '2' }, '/value must provide a number'),
    ...notEmpty('text'),
  ]),
];

/** Tables and their cells. */
export const tables: Case[] = [...plainTable, ...settings, ...dataTable, ...cells];
