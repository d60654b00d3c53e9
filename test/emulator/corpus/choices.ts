import type { JsonObject } from '../core/shapes.ts';
import { actionId, asking } from './buttons.ts';
import { type Case, casesOf, inActions, inInput } from './case.ts';
import { many, mrkdwn, option, plain } from './make.ts';
import { flags, form, list, needs, number, objects, plainText, type Row, row, strings } from './rows.ts';

const focus = flags('focus_on_load');
const choosing: Row[] = [...actionId, ...asking, ...focus];
const placeholder = plainText('placeholder', 150, 'must be less than 151 characters');
const menu: Row[] = [...choosing, ...placeholder];
const several = number('max_selected_items', [1, 'must be greater than 0']);
const query = number('min_query_length', [0, 'must be greater than -1']);
const ten: [number, string] = [10, 'no more than 10 items allowed'];
const hundred: [number, string] = [100, 'no more than 100 items allowed'];

const groups = (count: number) => many(count, (at) => ({ label: plain(`Group ${at}`), options: [option(at)] }));
const other = { text: plain('Other'), value: 'other' };

const offered: Row[] = [
  ...list('options', option, hundred),
  row('options[].object', {}, { options: ['x'] }, '/options/0 must provide an object'),
  row(
    'option_groups.max',
    { options: undefined, option_groups: groups(100) },
    { options: undefined, option_groups: groups(101) },
    '/option_groups no more than 100 items allowed',
  ),
  row(
    'option_groups.min',
    { options: undefined, option_groups: groups(1) },
    { options: undefined, option_groups: [] },
    '/option_groups must provide at least 1 items',
  ),
  row(
    'option_groups[].object',
    { options: undefined, option_groups: groups(1) },
    { options: undefined, option_groups: ['x'] },
    '/option_groups/0 must provide an object',
  ),
  row('options_xor_option_groups', {}, { options: undefined }, ' must define either `options` or `option_groups`'),
  row(
    'options_xor_option_groups',
    { options: undefined, option_groups: groups(2) },
    { option_groups: groups(2) },
    ' may only define one of `options` or `option_groups`',
  ),
];

const NOT_OFFERED = '/initial_option initial_option does not match any of the options';
const NONE_OFFERED = '/initial_options/0 initial_options must be among the options';

const one: Row[] = [
  row('initial_option.object', {}, { initial_option: 'x' }, '/initial_option must provide an object'),
  row('initial_among_options', { initial_option: option(0) }, { initial_option: other }, NOT_OFFERED),
];
const inGroups = { options: undefined, option_groups: groups(2) };
const oneOfGroups = [
  row(
    'initial_among_options',
    { ...inGroups, initial_option: option(1) },
    { ...inGroups, initial_option: other },
    NOT_OFFERED,
  ),
];

/** Choices made at first: some of those offered. */
const some = (most: number, tooMany: string): Row[] => [
  row(
    'initial_options.max',
    { options: many(most, option), initial_options: many(most, option) },
    { options: many(most, option), initial_options: [option(0), ...many(most, option)] },
    `/initial_options ${tooMany}`,
  ),
  row(
    'initial_options.min',
    { initial_options: [option(0)] },
    { initial_options: [] },
    '/initial_options must provide at least 1 items',
  ),
  row('initial_options[].object', {}, { initial_options: ['x'] }, '/initial_options/0 must provide an object'),
  row('initial_among_options', { initial_options: [option(0)] }, { initial_options: [other] }, NONE_OFFERED),
];

const lists = { options: many(2, option) };
const selectOf = (type: string, rows: Row[], more: JsonObject = {}) =>
  casesOf(`element.${type}`, inInput, { type, ...more }, [...menu, ...rows]);

const user = 'failed to match pattern: ^[UW][A-Z0-9]+$';
const channel = 'failed to match pattern: ^[CGD][A-Z0-9]+$';
const conversation = 'failed to match pattern: ^[CGDUW][A-Z0-9]+$';
const ids = (field: string, id: string, said: string): Row[] => [
  ...list(field, () => id),
  row(`${field}[].pattern`, { [field]: [id] }, { [field]: ['anna'] }, `/${field}/0 ${said}`),
];
const conversations: Row[] = [
  ...flags('default_to_current_conversation'),
  ...objects('filter', { exclude_bot_users: true }),
];

const menus = [
  ...selectOf('static_select', [...offered, ...one, ...oneOfGroups], lists),
  ...selectOf('multi_static_select', [...offered, ...some(...hundred), ...several], lists),
  ...selectOf('external_select', [...objects('initial_option', option()), ...query]),
  ...selectOf('multi_external_select', [
    ...list('initial_options', option, hundred),
    row('initial_options[].object', {}, { initial_options: ['x'] }, '/initial_options/0 must provide an object'),
    ...query,
    ...several,
  ]),
  ...selectOf('users_select', form('initial_user', 'U0ANNA', 'anna', user)),
  ...selectOf('multi_users_select', [...ids('initial_users', 'W0BEN', user), ...several]),
  ...selectOf('channels_select', [
    ...form('initial_channel', 'C0TEA', '#tea', channel),
    ...flags('response_url_enabled'),
  ]),
  ...selectOf('multi_channels_select', [...ids('initial_channels', 'G0TEA', channel), ...several]),
  ...selectOf('conversations_select', [
    ...form('initial_conversation', 'D0ANNA', '#tea', conversation),
    ...conversations,
    ...flags('response_url_enabled'),
  ]),
  ...selectOf('multi_conversations_select', [
    ...ids('initial_conversations', 'C0TEA', conversation),
    ...conversations,
    ...several,
  ]),
];

const answering = ['channels_select', 'conversations_select'].flatMap((type) =>
  casesOf(`element.${type}`, inActions, { type }, [
    row(
      'response_url_in_modals',
      { response_url_enabled: false },
      { response_url_enabled: true },
      '/response_url_enabled may only be used in modals',
    ),
  ]),
);

const richOptions: Row[] = [
  ...needs('options'),
  ...list('options', option, ten),
  row('options[].object', {}, { options: ['x'] }, '/options/0 must provide an object'),
];
const formatted = { text: mrkdwn('*Tea*'), value: 'tea' };

const radios = casesOf('element.radio_buttons', inInput, { type: 'radio_buttons', ...lists }, [
  ...choosing,
  ...richOptions,
  ...one,
  row(
    'initial_among_options',
    { options: [formatted], initial_option: formatted },
    { options: [option(0)], initial_option: formatted },
    NOT_OFFERED,
  ),
]);

const boxes = casesOf('element.checkboxes', inInput, { type: 'checkboxes', ...lists }, [
  ...choosing,
  ...richOptions,
  ...some(...ten),
]);

const pickers = [
  ...casesOf('element.datepicker', inInput, { type: 'datepicker' }, [
    ...menu,
    ...form('initial_date', '2026-11-02', '2-11-2026', 'failed to match pattern: ^\\d{4}-\\d{2}-\\d{2}$'),
  ]),
  ...casesOf('element.timepicker', inInput, { type: 'timepicker' }, [
    ...menu,
    ...form('initial_time', '23:59', '24:00', 'failed to match pattern: ^([01]\\d|2[0-3]):[0-5]\\d$'),
    ...strings('timezone'),
  ]),
  ...casesOf('element.datetimepicker', inInput, { type: 'datetimepicker' }, [
    ...choosing,
    ...number(
      'initial_date_time',
      [1_000_000_000, 'must be greater than 999999999'],
      [9_999_999_999, 'must be less than 10000000000'],
    ),
  ]),
];

/** Menus, boxes, dates: what is chosen. */
export const choices: Case[] = [...menus, ...answering, ...radios, ...boxes, ...pickers];
