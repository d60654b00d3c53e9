import { describe, expect, it } from 'vitest';
import { type Block, readable } from './core/index.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string): Block => ({ type: 'section', block_id: 'b', text: mrkdwn(text) });
const names = { person: (id: string) => (id === 'U0ANNA' ? 'Anna Bos' : id), channel: () => 'beds' };

describe('What a person reads', () => {
  it.each([
    ['*bold*, _italic_ and ~gone~', 'bold, italic and gone'],
    ['*_both_* `code`', 'both code'],
    ['2 * 3 * 4, snake_case_name and a*b*c', '2 * 3 * 4, snake_case_name and a*b*c'],
    ['<@U0ANNA> in <#C0BEDS>: <https://example.com|the page>', '@Anna Bos in #beds: the page'],
    ['<!channel> &lt;not a tag&gt; &amp;lt;', '@channel <not a tag> &lt;'],
    ['> said *so*\n> twice', '> said so\n> twice'],
  ])('in mrkdwn: %s', (source, shown) => {
    expect(readable([section(source)], names)).toBe(shown);
  });

  it('in a card with buttons, a menu and a select', () => {
    const button = (text: string) => ({ type: 'button', action_id: text, text: plain(text) });
    const overflow = {
      type: 'overflow',
      action_id: 'm',
      options: ['Later', 'Never'].map((each) => ({ text: plain(each), value: each })),
    };
    const select = { type: 'external_select', action_id: 's', placeholder: plain('Whom?') };
    const blocks: Block[] = [
      { type: 'header', block_id: 'h', text: plain('Hello') },
      { ...section('Talk?'), accessory: overflow },
      { type: 'actions', block_id: 'a', elements: [button('Yes'), button('No'), select] },
      { type: 'divider', block_id: 'd' },
    ];
    expect(readable(blocks)).toBe('Hello\nTalk?\n[⋯ Later · Never]\n[Yes] [No] (Whom? ▾)\n---');
  });

  it('in a form, with what stands in it', () => {
    const radio = {
      type: 'radio_buttons',
      action_id: 'r',
      options: ['Me', 'All'].map((each) => ({ text: plain(each), value: each })),
    };
    const blocks: Block[] = [
      {
        type: 'input',
        block_id: 'n',
        label: plain('Note'),
        hint: plain('short'),
        element: { type: 'plain_text_input', action_id: 't' },
      },
      { type: 'input', block_id: 'w', label: plain('Who'), optional: true, element: radio },
    ];
    const values = {
      n: { t: { type: 'plain_text_input', value: 'typed' } },
      w: { r: { type: 'radio_buttons', selected_option: { text: plain('All'), value: 'All' } } },
    };
    expect(readable(blocks, names, values)).toBe('Note: (typed)\nshort\nWho (optional): ( ) Me (•) All');
  });

  it('in charts, tables and rich text', () => {
    const data = [
      { label: 'W46', value: 12 },
      { label: 'W47', value: 9 },
    ];
    const blocks: Block[] = [
      {
        type: 'data_visualization',
        block_id: 'c',
        title: 'Talks',
        chart: {
          type: 'line',
          series: [{ name: 'House', data }],
          axis_config: { categories: ['W46', 'W47'], y_label: 'a week' },
        },
      },
      {
        type: 'table',
        block_id: 't',
        rows: [
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_number', value: 1 },
          ],
        ],
      },
      {
        type: 'rich_text',
        block_id: 'r',
        elements: [{ type: 'rich_text_quote', action_id: '', elements: [{ type: 'text', action_id: '', text: 'hi' }] }],
      },
    ];
    expect(readable(blocks)).toBe('Talks (a week)\nHouse: W46 12, W47 9\na | 1\n> hi');
  });
});
