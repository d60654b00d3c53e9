import type { Json, JsonObject } from '../core/shapes.ts';
import { accepted, type Case, refused } from './case.ts';
import { button, many, message, modal, plain, section, x } from './make.ts';

const pair = (name: string, inside: Json[], outside: Json[], ...said: string[]): Case[] => [
  accepted(`together.${name}`, { message: message(...inside) }),
  refused(`together.${name}`, { message: message(...outside) }, ...said),
];

const named = (block_id: string, block = section()): JsonObject => ({ ...block, block_id });
const markdown = (length: number): JsonObject => ({ type: 'markdown', text: x(length) });
const card = (...actions: Json[]): JsonObject => ({ type: 'card', title: plain('Tea'), actions });
const actions = (...elements: Json[]): JsonObject => ({ type: 'actions', elements });

const TWICE = '`block_id` already exists: a';

const ids = [
  ...pair('block_id_once', [named('a'), named('b')], [named('a'), named('a')], `/blocks/1/block_id ${TWICE}`),
  ...pair(
    'block_id_once',
    [named('a', markdown(1)), named('a', markdown(1)), named('a')],
    [named(''), named('')],
    '/blocks/1/block_id `block_id` already exists: ',
  ),
  ...pair(
    'block_id_once',
    [{ type: 'carousel', elements: [card(button()), card(button())] }],
    [named('a'), { type: 'carousel', elements: [named('a', card(button()))] }],
    `/blocks/1/elements/0/block_id ${TWICE}`,
  ),
  ...pair(
    'block_id_once',
    [{ type: 'container', title: plain('Tea'), child_blocks: [named('a'), named('b')] }],
    [{ type: 'container', title: plain('Tea'), child_blocks: [named('a'), named('a')] }],
    `/blocks/0/child_blocks/1/block_id ${TWICE}`,
  ),
  ...pair(
    'action_id_once',
    [actions(button()), actions(button())],
    [actions(button(), button())],
    '/blocks/0/elements/1/action_id `action_id` already exists: go 0',
  ),
  ...pair(
    'action_id_once',
    [card(button(0), button(1))],
    [card(button(0), button(0))],
    '/blocks/0/actions/1/action_id `action_id` already exists: go 0',
  ),
];

const pie = {
  type: 'data_visualization',
  title: 'Tea',
  chart: { type: 'pie', segments: [{ label: 'green', value: 1 }] },
};
const cell = (text: string): JsonObject => ({ type: 'raw_text', text });
const table = { type: 'table', rows: [[cell('Tea')]] };
const dataTable = (length: number): JsonObject => ({
  type: 'data_table',
  caption: 'Tea',
  rows: [[cell('T')], [cell(x(length - 1))]],
});
const plan = { type: 'plan', title: 'Tea for two' };

const counts = [
  ...pair(
    'charts',
    many(2, () => pie),
    many(3, () => pie),
    '/blocks/2 no more than 2 data_visualization blocks allowed',
  ),
  ...pair('tables', [table], [table, table], '/blocks/1 only_one_table_allowed'),
  ...pair('plans', [plan], [plan, plan], '/blocks/1 no more than 1 plan blocks allowed'),
  ...pair(
    'data_tables_characters',
    [dataTable(10_000), dataTable(10_000)],
    [dataTable(10_000), dataTable(10_001)],
    '/blocks must be less than 20001 characters',
  ),
  ...pair(
    'markdown_characters',
    [markdown(6000), markdown(6000)],
    [markdown(6000), markdown(6001)],
    '/blocks must be less than 12001 characters',
  ),
];

const task = (status: string): JsonObject => ({ type: 'task_card', task_id: 't1', title: 'Boil water', status });

const pending = [
  ...pair(
    'pending_in_plans',
    [{ ...plan, tasks: [task('pending')] }],
    [task('pending')],
    '/blocks/0/status must be a valid enum value',
  ),
  ...['in_progress', 'complete', 'error'].map((status) =>
    accepted('together.pending_in_plans', { message: message(task(status)) }),
  ),
];

const input = (focus_on_load: boolean): JsonObject => ({
  type: 'input',
  label: plain('Note'),
  element: { type: 'plain_text_input', focus_on_load },
});
const picking = { ...section(), accessory: { type: 'datepicker', focus_on_load: true } };
const ONE = '/blocks only one element may have focus_on_load';

const focus = [
  accepted('together.one_focus', { view: modal(input(true), input(false)) }),
  refused('together.one_focus', { view: modal(input(true), input(true)) }, ONE),
  refused('together.one_focus', { view: modal(input(true), picking) }, ONE),
  refused('together.one_focus', { view: modal(picking, actions({ type: 'timepicker', focus_on_load: true })) }, ONE),
];

/** What no block alone shows: the same ids twice, too many of a sort, two that want the focus. */
export const together: Case[] = [...ids, ...counts, ...pending, ...focus];
