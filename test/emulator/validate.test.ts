import { describe, expect, it } from 'vitest';
import { type Json, type JsonObject, mistakesInMessage, mistakesInView } from './core/index.ts';
import { isTooLong } from './core/validate.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });
const option = (text: string, value = text): JsonObject => ({ text: plain(text), value });
const options = (count: number): Json[] => Array.from({ length: count }, (_, at) => option(`o${at}`));
const button = (more: JsonObject = {}): JsonObject => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: Json[]): JsonObject => ({ type: 'actions', elements });
const section = (more: JsonObject = {}): JsonObject => ({ type: 'section', text: mrkdwn('Hello'), ...more });
const input = (element: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  label: plain('Field'),
  element,
  ...more,
});
const textInput = (more: JsonObject = {}): JsonObject => ({ type: 'plain_text_input', action_id: 'text', ...more });
const select = (more: JsonObject = {}): JsonObject => ({
  type: 'static_select',
  action_id: 'pick',
  options: options(2),
  ...more,
});
const modal = (blocks: Json[], more: JsonObject = {}): JsonObject => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks,
  ...more,
});
const home = (blocks: Json[]): JsonObject => ({ type: 'home', blocks });
const line = (more: JsonObject = {}): JsonObject => ({
  type: 'line',
  series: [
    {
      name: 'Talks',
      data: [
        { label: 'W1', value: 3 },
        { label: 'W2', value: 0 },
      ],
    },
  ],
  axis_config: { categories: ['W1', 'W2'], y_label: 'conversations' },
  ...more,
});
const chart = (more: JsonObject = {}): JsonObject => ({
  type: 'data_visualization',
  title: 'Weeks',
  chart: line(),
  ...more,
});
const table = (...rows: number[]): JsonObject => ({
  type: 'table',
  rows: rows.map((width) => Array.from({ length: width }, () => ({ type: 'raw_text', text: 'cell' }))),
});

const said = (mistakes: { pointer: string; message: string }[]) =>
  mistakes.map(({ pointer, message }) => `${pointer} ${message}`);

describe('What Slack takes', () => {
  it.each<[string, Json[]]>([
    [
      'a card with text, a menu and buttons',
      [
        section({
          block_id: 'a',
          accessory: {
            type: 'overflow',
            action_id: 'menu',
            options: [{ ...option('Docs'), url: 'https://example.com' }],
          },
        }),
        {
          type: 'context',
          elements: [mrkdwn('seen by you'), { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' }],
        },
        { type: 'divider' },
        actions(button({ value: '{}', style: 'primary' }), button({ action_id: 'stop', style: 'danger' })),
      ],
    ],
    ['a chart with its text', [{ type: 'header', text: plain('Week 46') }, chart()]],
    ['a pie', [chart({ chart: { type: 'pie', segments: [{ label: 'calls', value: 1 }] } })]],
    ['a table', [table(2, 2)]],
    [
      'quoted rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'hi', style: { bold: true } }] }],
        },
      ],
    ],
    ['no blocks at all', []],
  ])('a message with %s', (_what, blocks) => {
    expect(said(mistakesInMessage(blocks))).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    [
      'a form of many sorts of input',
      modal(
        [
          input(textInput({ multiline: true, max_length: 3000, initial_value: 'x', focus_on_load: true }), {
            block_id: 'note.1',
            hint: plain('h'),
            optional: true,
          }),
          input(
            {
              type: 'external_select',
              action_id: 'whom',
              min_query_length: 1,
              initial_option: option('Zuid'),
              placeholder: plain('Whom?'),
            },
            { block_id: 'whom', dispatch_action: true },
          ),
          input({ type: 'datepicker', action_id: 'day', initial_date: '2026-11-02' }, { block_id: 'day' }),
          input({
            type: 'radio_buttons',
            action_id: 'who',
            options: [{ ...option('Me'), description: plain('only me') }],
            initial_option: option('Me'),
          }),
          input({ type: 'checkboxes', action_id: 'more', options: options(3), initial_options: [option('o1')] }),
          input({ type: 'multi_users_select', action_id: 'people', initial_users: ['U0ANNA'], max_selected_items: 3 }),
          input({
            type: 'number_input',
            action_id: 'minutes',
            is_decimal_allowed: false,
            min_value: '1',
            max_value: '600',
          }),
          { type: 'alert', text: plain('Careful'), level: 'warning' },
        ],
        { callback_id: 'form', private_metadata: '{}', notify_on_close: true },
      ),
    ],
    ['a modal that only tells', { type: 'modal', title: plain('Help'), close: plain('Close'), blocks: [section()] }],
    ['a Home tab', home([section({ fields: [mrkdwn('a'), plain('b')] }), actions(select())])],
  ])('a view: %s', (_what, view) => {
    expect(said(mistakesInView(view))).toEqual([]);
  });
});

describe('What Slack refuses in a message', () => {
  it.each<[string, Json, string[]]>([
    ['anything but a list', {}, [' failed to match schema']],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), [' no more than 50 items allowed']],
    ['an unknown block', [{ type: 'poem' }], ['/0/type unsupported type: poem']],
    ['a block without a type', [{ text: plain('x') }], ['/0 missing required field: type']],
    [
      'a field that a block does not have',
      [{ type: 'divider', text: plain('x') }],
      ['/0 invalid additional property: text'],
    ],
    ['a section without words', [{ type: 'section' }], ['/0 must define either `text` or `fields`']],
    [
      'empty text',
      [section({ text: mrkdwn('') })],
      ['/0/text failed to match all allowed schemas', '/0/text/text must be more than 0 characters'],
    ],
    [
      '3,001 characters',
      [section({ text: plain(x(3001)) })],
      ['/0/text failed to match all allowed schemas', '/0/text/text must be less than 3001 characters'],
    ],
    [
      '11 fields',
      [section({ fields: Array.from({ length: 11 }, () => plain('x')) })],
      ['/0/fields no more than 10 items allowed'],
    ],
    ['a long header', [{ type: 'header', text: plain(x(151)) }], ['/0/text/text must be less than 151 characters']],
    ['a formatted header', [{ type: 'header', text: mrkdwn('x') }], ['/0/text/type unsupported type: mrkdwn']],
    [
      'emoji on mrkdwn',
      [section({ text: { ...mrkdwn('x'), emoji: true } })],
      ['/0/text failed to match all allowed schemas', '/0/text invalid additional property: emoji'],
    ],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))],
      ['/0/elements no more than 25 items allowed'],
    ],
    ['no button at all', [actions()], ['/0/elements must provide at least 1 items']],
    [
      'a long button',
      [actions(button({ text: plain(x(76)) }))],
      ['/0/elements/0/text/text must be less than 76 characters'],
    ],
    [
      'a heavy button',
      [actions(button({ value: x(2001) }))],
      ['/0/elements/0/value must be less than 2001 characters'],
    ],
    ['a colourful button', [actions(button({ style: 'green' }))], ['/0/elements/0/style must be a valid enum value']],
    [
      'the same action twice in a block',
      [actions(button(), button())],
      ['/0/elements/1/action_id `action_id` already exists: go'],
    ],
    [
      'the same block twice',
      [section({ block_id: 'a' }), section({ block_id: 'a' })],
      ['/1/block_id `block_id` already exists: a'],
    ],
    [
      'a menu of six',
      [section({ accessory: { type: 'overflow', action_id: 'm', options: options(6) } })],
      ['/0/accessory/options no more than 5 items allowed'],
    ],
    [
      'an input beside a text',
      [section({ accessory: textInput() })],
      ['/0/accessory/type unsupported type: plain_text_input'],
    ],
    [
      '101 options',
      [actions(select({ options: options(101) }))],
      ['/0/elements/0/options no more than 100 items allowed'],
    ],
    [
      'a select without options',
      [actions({ type: 'static_select', action_id: 's' })],
      ['/0/elements/0 must define either `options` or `option_groups`'],
    ],
    [
      'an initial option that is not offered',
      [actions(select({ initial_option: option('other') }))],
      ['/0/elements/0/initial_option initial_option does not match any of the options'],
    ],
    [
      'a long option',
      [actions(select({ options: [option(x(76), 'v')] }))],
      ['/0/elements/0/options/0/text/text must be less than 76 characters'],
    ],
    [
      'a long value',
      [actions(select({ options: [option('o', x(151))] }))],
      ['/0/elements/0/options/0/value must be less than 151 characters'],
    ],
    [
      'eleven in a context',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('x')) }],
      ['/0/elements no more than 10 items allowed'],
    ],
    [
      'an image from nowhere',
      [{ type: 'image', alt_text: 'a' }],
      ['/0 must define either `image_url` or `slack_file`'],
    ],
    [
      'a confirmation without words',
      [actions(button({ confirm: { title: plain('Sure?') } }))],
      ['text', 'confirm', 'deny'].map((field) => `/0/elements/0/confirm missing required field: ${field}`),
    ],
    ['three charts', [chart(), chart(), chart()], ['/2 no more than 2 data_visualization blocks allowed']],
    ['a long chart title', [chart({ title: x(51) })], ['/0/title must be less than 51 characters']],
    [
      'a chart with 21 weeks',
      [chart({ chart: line({ axis_config: { categories: Array.from({ length: 21 }, (_, at) => `W${at}`) } }) })],
      [
        '/0/chart/axis_config/categories no more than 20 items allowed',
        '/0/chart/series/0/data must have one data point for each category',
      ],
    ],
    [
      'a chart with a gap',
      [chart({ chart: line({ axis_config: { categories: ['W1', 'W2', 'W3'] } }) })],
      ['/0/chart/series/0/data must have one data point for each category'],
    ],
    [
      'an empty slice',
      [chart({ chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } })],
      ['/0/chart/segments/0/value must be greater than 0'],
    ],
    ['two tables', [table(1), table(1)], ['/1 no more than 1 table blocks allowed']],
    ['a ragged table', [table(1, 2)], ['/0/rows all rows must have the same number of cells']],
    ['an alert', [{ type: 'alert', text: plain('x') }], ['/0/type unsupported type: alert']],
  ])('%s', (_what, blocks, mistakes) => {
    expect(said(mistakesInMessage(blocks, ''))).toEqual(mistakes);
  });

  it('13,201 characters altogether, though each block is short enough', () => {
    const sections = (last: number) => [
      ...Array.from({ length: 5 }, () => section({ text: mrkdwn(x(2600)) })),
      section({ text: mrkdwn(x(last)) }),
    ];
    expect([isTooLong(sections(200)), isTooLong(sections(201))]).toEqual([false, true]);
  });
});

describe('What Slack refuses in a view', () => {
  it.each<[string, JsonObject, string[]]>([
    ['neither modal nor Home', { type: 'page', blocks: [] }, ['/view/type unsupported type: page']],
    [
      'no title and no blocks',
      { type: 'modal' },
      ['/view missing required field: title', '/view missing required field: blocks'],
    ],
    ['a long title', modal([section()], { title: plain(x(25)) }), ['/view/title/text must be less than 25 characters']],
    ['nothing in it', modal([]), ['/view/blocks must provide at least 1 items']],
    [
      '101 blocks',
      modal(Array.from({ length: 101 }, () => ({ type: 'divider' }))),
      ['/view/blocks no more than 100 items allowed'],
    ],
    [
      'an input and no submit',
      { type: 'modal', title: plain('x'), blocks: [section(), input(textInput())] },
      ['/view/blocks/1/input must define `submit` to use an `input` block in modals'],
    ],
    [
      'too much to remember',
      modal([section()], { private_metadata: x(3001) }),
      ['/view/private_metadata must be less than 3001 characters'],
    ],
    ['a title on Home', { ...home([section()]), title: plain('x') }, ['/view invalid additional property: title']],
    ['a chart on Home', home([chart()]), ['/view/blocks/0/type unsupported type: data_visualization']],
    [
      'a date that is none',
      modal([input({ type: 'datepicker', action_id: 'd', initial_date: '2-11-2026' })]),
      ['/view/blocks/0/element/initial_date failed to match pattern: ^\\d{4}-\\d{2}-\\d{2}$'],
    ],
    [
      'limits upside down',
      modal([input(textInput({ min_length: 5, max_length: 4 }))]),
      ['/view/blocks/0/element/min_length must be less than or equal to max_length'],
    ],
    [
      'a number without its kind',
      modal([input({ type: 'number_input', action_id: 'n' })]),
      ['/view/blocks/0/element missing required field: is_decimal_allowed'],
    ],
    ['a button as input', modal([input(button())]), ['/view/blocks/0/element/type unsupported type: button']],
    [
      'two that want the focus',
      modal([input(textInput({ focus_on_load: true })), input(textInput({ focus_on_load: true }))]),
      ['/view/blocks only one element may have focus_on_load'],
    ],
    [
      'somebody who is no user',
      modal([input({ type: 'users_select', action_id: 'u', initial_user: 'anna' })]),
      ['/view/blocks/0/element/initial_user failed to match pattern: ^[UW][A-Z0-9]+$'],
    ],
  ])('%s', (_what, view, mistakes) => {
    expect(said(mistakesInView(view))).toEqual(mistakes);
  });
});
