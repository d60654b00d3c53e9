import { actionId } from './buttons.ts';
import { type Case, casesOf, inInput } from './case.ts';
import { richText, section } from './make.ts';
import { flags, form, list, needs, number, objects, plainText, type Row, row, strings, types, upTo } from './rows.ts';

const typing: Row[] = [
  ...actionId,
  ...plainText('placeholder', 150, 'must be less than 151 characters'),
  ...objects('dispatch_action_config', { trigger_actions_on: ['on_enter_pressed'] }),
  ...flags('focus_on_load'),
];
const numeric = 'failed to match pattern: ^-?\\d+(\\.\\d+)?$';

const plainInput = casesOf('element.plain_text_input', inInput, { type: 'plain_text_input' }, [
  ...typing,
  ...upTo('initial_value', 3000, 'must be less than 3001 characters'),
  ...flags('multiline'),
  ...number('min_length', [0, 'must be greater than -1'], [3000, 'must be less than 3001']),
  ...number('max_length', [1, 'must be greater than 0'], [3000, 'must be less than 3001']),
  row(
    'min_length_up_to_max_length',
    { min_length: 5, max_length: 5 },
    { min_length: 5, max_length: 4 },
    '/min_length must be less than or equal to max_length',
  ),
]);

const addresses = ['email_text_input', 'url_text_input'].flatMap((type) =>
  casesOf(`element.${type}`, inInput, { type }, [...typing, ...strings('initial_value')]),
);

const numbers = casesOf('element.number_input', inInput, { type: 'number_input', is_decimal_allowed: true }, [
  ...typing,
  ...needs('is_decimal_allowed'),
  ...flags('is_decimal_allowed'),
  ...strings('initial_value'),
  ...form('min_value', '-1.5', 'few', numeric),
  ...form('max_value', '10', 'many', numeric),
  row(
    'min_value_up_to_max_value',
    { min_value: '9', max_value: '10' },
    { min_value: '10', max_value: '9' },
    '/min_value must be less than or equal to max_value',
  ),
]);

const richInput = casesOf('element.rich_text_input', inInput, { type: 'rich_text_input' }, [
  ...typing,
  ...types('initial_value', [richText()], section()),
  ...number('min_lines', [1, 'must be greater than 0'], [100, 'must be less than 101']),
  ...number('max_lines', [1, 'must be greater than 0'], [100, 'must be less than 101']),
  row(
    'min_lines_up_to_max_lines',
    { min_lines: 2, max_lines: 2 },
    { min_lines: 3, max_lines: 2 },
    '/min_lines must be less than or equal to max_lines',
  ),
]);

const files = casesOf('element.file_input', inInput, { type: 'file_input' }, [
  ...actionId,
  ...list('filetypes', () => 'csv'),
  row('filetypes[].min', { filetypes: ['csv'] }, { filetypes: [''] }, '/filetypes/0 must be more than 0 characters'),
  ...number('max_files', [1, 'must be greater than 0'], [10, 'must be less than 11']),
]);

/** Where one types or adds files. */
export const inputs: Case[] = [...plainInput, ...addresses, ...numbers, ...richInput, ...files];
