import { describe, expect, it } from 'vitest';
import { type Json, type JsonObject, mistakesInMessage, mistakesInView } from './core/index.ts';
import { mistakesInAttachments, mistakesInOptions } from './core/validate.ts';
import { divider, image, many, modal, mrkdwn, option, plain, richText, section } from './corpus/make.ts';

const said = (mistakes: { pointer: string; message: string }[]) =>
  mistakes.map(({ pointer, message }) => `${pointer} ${message}`);

const button = (action_id: string, style: string): JsonObject => ({
  type: 'button',
  text: plain('Go'),
  action_id,
  style,
  value: '{}',
});
const input = (element: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  label: plain('Field'),
  element,
  ...more,
});

describe('What Slack takes', () => {
  it('as a message: text, a menu, pictures, buttons, a chart and a table', () => {
    const overflow = { type: 'overflow', action_id: 'menu', options: [{ ...option(), url: 'https://example.com' }] };
    const blocks = [
      { type: 'header', text: plain('Week 46'), level: 2 },
      { ...section(), block_id: 'a', accessory: overflow },
      { type: 'context', elements: [mrkdwn('seen by you'), image] },
      divider,
      { type: 'actions', elements: [button('go', 'primary'), button('stop', 'danger')] },
      {
        type: 'data_visualization',
        title: 'Weeks',
        chart: {
          type: 'line',
          series: [{ name: 'Talks', data: many(2, (value) => ({ label: `W${value}`, value })) }],
          axis_config: { categories: ['W0', 'W1'], y_label: 'conversations' },
        },
      },
      { type: 'table', rows: [[richText(), { type: 'raw_number', value: 3, text: '3 cups' }]] },
    ];
    expect(said(mistakesInMessage(blocks))).toEqual([]);
    expect(said(mistakesInMessage([]))).toEqual([]);
  });

  it('as a form of many sorts of input', () => {
    const view = {
      ...modal(
        input(
          { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 3000, focus_on_load: true },
          { block_id: 'note.1', hint: plain('h'), optional: true },
        ),
        input(
          { type: 'external_select', action_id: 'whom', min_query_length: 1, initial_option: option() },
          { block_id: 'whom', dispatch_action: true },
        ),
        input({ type: 'datepicker', action_id: 'day', initial_date: '2026-11-02' }, { block_id: 'day' }),
        input({ type: 'checkboxes', action_id: 'more', options: many(3, option), initial_options: [option(1)] }),
        input({ type: 'number_input', action_id: 'minutes', is_decimal_allowed: false, min_value: '1' }),
        { type: 'alert', text: plain('Careful'), level: 'warning' },
      ),
      ...{ callback_id: 'form', private_metadata: '{}', notify_on_close: true },
    };
    expect(said(mistakesInView(view))).toEqual([]);
  });

  it('as an answer to a select: options, groups of them, or nothing found', () => {
    const groups = [{ label: plain('Green'), options: many(2, option) }];
    for (const answer of [{ options: many(100, option) }, { option_groups: groups }, { options: [] }])
      expect(said(mistakesInOptions(answer))).toEqual([]);
  });
});

describe('What Slack refuses', () => {
  it('is named in reading order, all of it', () => {
    const blocks: Json = [{ type: 'section' }, { type: 'poem' }, { ...divider, text: 'x' }, { text: plain('x') }];
    expect(said(mistakesInMessage(blocks, ''))).toEqual([
      '/0 must define either `text` or `fields`',
      '/1/type unsupported type: poem',
      '/2 invalid additional property: text',
      '/3 missing required field: type',
    ]);
    expect(said(mistakesInView({ type: 'modal' }))).toEqual([
      '/view missing required field: title',
      '/view missing required field: blocks',
    ]);
  });

  it('is anything but a list of blocks, and anything but a view', () => {
    expect(said(mistakesInMessage({}))).toEqual(['/blocks must provide an array']);
    expect(said(mistakesInView('home'))).toEqual(['/view must provide an object']);
  });

  it('says which types and words would do', () => {
    const [type] = mistakesInMessage([{ type: 'header', text: mrkdwn('x') }]);
    expect(type?.constraint).toEqual({ type: 'enum', expected: ['plain_text'] });
    const [level] = mistakesInView(modal({ type: 'alert', text: plain('x'), level: 'loud' }));
    expect(level?.constraint?.expected).toEqual(['default', 'info', 'warning', 'error', 'success']);
  });

  it('is a hundred and first attachment, or a mistake in the blocks of one', () => {
    expect(said(mistakesInAttachments(many(101, () => ({}))))).toEqual(['/attachments no more than 100 items allowed']);
    const twice = [
      { ...divider, block_id: 'a' },
      { ...divider, block_id: 'a' },
    ];
    expect(said(mistakesInAttachments([{ text: 'fine' }, { blocks: [{ type: 'poem' }] }, { blocks: twice }]))).toEqual([
      '/attachments/1/blocks/0/type unsupported type: poem',
      '/attachments/2/blocks/1/block_id `block_id` already exists: a',
    ]);
  });

  it('is a hundred and first option in an answer', () => {
    expect(said(mistakesInOptions({ options: many(101, option) }))).toEqual([
      '/options no more than 100 items allowed',
    ]);
  });
});
