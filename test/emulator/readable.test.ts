import { describe, expect, it } from 'vitest';
import { type Block, readable } from './core/index.ts';
import { readableAttachments } from './core/readable.ts';
import type { Element, RichText } from './core/shapes.ts';

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

  const rich = (text: string): RichText => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', action_id: '', elements: [{ type: 'text', action_id: '', text }] }],
  });
  const button = (text: string): Element => ({ type: 'button', action_id: text, text: plain(text) });
  const image: Element = { type: 'image', action_id: '', alt_text: 'a cup' };
  const card = { type: 'card', block_id: 'k', hero_image: image, title: mrkdwn('*Tea*'), body: plain('Green.') };
  const task = { title: 'Boil water', status: 'complete', details: rich('Kettle on.'), output: rich('98 degrees') };
  const source: Element = { type: 'url', action_id: '', url: 'https://example.com', text: 'Tea for all' };

  it.each<[type: string, block: Omit<Block, 'type' | 'block_id'>, read: string]>([
    ['alert', { text: mrkdwn('*Careful*') }, 'Careful'],
    [
      'card',
      { ...card, subtitle: plain('for two'), subtext: plain('hot'), actions: [button('Drink')] },
      '(image: a cup)\nTea\nfor two\nGreen.\nhot\n[Drink]',
    ],
    [
      'carousel',
      {
        elements: [
          { ...card, action_id: '' },
          { type: 'card', action_id: '', title: plain('Cake') },
        ],
      },
      '(image: a cup)\nTea\nGreen.\nCake',
    ],
    [
      'container',
      { title: plain('Menu'), subtitle: mrkdwn('_today_'), child_blocks: [section('Tea')] },
      'Menu\ntoday\nTea',
    ],
    ['container', { title: plain('Menu'), rich_text_title: rich('The menu') }, 'The menu'],
    [
      'context_actions',
      {
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'f',
            positive_button: { text: plain('Good'), value: 'g' },
            negative_button: { text: plain('Bad'), value: 'b' },
          },
          { type: 'icon_button', action_id: 'i', text: plain('Delete') },
        ],
      },
      '[Good] [Bad] [Delete]',
    ],
    [
      'data_table',
      {
        caption: 'Cups',
        rows: [
          [
            { type: 'raw_text', text: 'Anna' },
            { type: 'raw_number', value: 3, text: '3 cups' },
          ],
        ],
      },
      'Cups\nAnna | 3 cups',
    ],
    ['file', {}, '(file)'],
    ['image', { title: plain('Our cup'), alt_text: 'a cup' }, 'Our cup\n(image: a cup)'],
    [
      'markdown',
      { text: '## Tea\n**Green** and _black_, see [the list](https://example.com), `hot`' },
      'Tea\nGreen and black, see the list, hot',
    ],
    [
      'plan',
      { title: 'Tea for two', tasks: [task, { title: 'Pour' }] },
      'Tea for two\nBoil water (complete)\nKettle on.\n98 degrees\nPour',
    ],
    ['task_card', { ...task, sources: [source] }, 'Boil water (complete)\nKettle on.\n98 degrees\nTea for all'],
    [
      'video',
      { title: plain('Pouring'), author_name: 'Ben', description: plain('How'), alt_text: 'hands' },
      'Pouring\nBen\nHow\n(video: hands)',
    ],
  ])('in a block of type %s', (type, block, read) => {
    expect(readable([{ ...block, type, block_id: 'b' }])).toBe(read);
  });

  it('in rich text: numbers, points, mentions, dates and colours', () => {
    const leaf = (type: string, more: Partial<Element>): Element => ({ type, action_id: '', ...more });
    const item = (...elements: Element[]) => leaf('rich_text_section', { elements });
    const elements = [
      item(
        leaf('user', { user_id: 'U0ANNA' }),
        leaf('text', { text: ' in ' }),
        leaf('channel', { channel_id: 'C0BEDS' }),
      ),
      item(
        leaf('usergroup', { usergroup_id: 'S0TEA' }),
        leaf('broadcast', { range: 'here' }),
        leaf('color', { value: '#fff' }),
      ),
      leaf('rich_text_list', { style: 'ordered', offset: 2, elements: [item(leaf('emoji', { name: 'tea' }))] }),
      leaf('rich_text_list', {
        style: 'bullet',
        indent: 1,
        elements: [item(leaf('link', { url: 'https://example.com' }))],
      }),
      leaf('rich_text_preformatted', { elements: [leaf('text', { text: 'pour()' })] }),
      item(leaf('date', { timestamp: 0, fallback: 'long ago' }), leaf('date', { timestamp: 0 })),
    ];
    expect(readable([{ type: 'rich_text', block_id: 'r', elements }], names)).toBe(
      [
        '@Anna Bos in #beds',
        '@S0TEA@here#fff',
        '3. :tea:',
        '  • https://example.com',
        'pour()',
        'long ago1970-01-01T00:00:00.000Z',
      ].join('\n'),
    );
  });

  it('in attachments', () => {
    const attachment = {
      pretext: '*New*',
      author_name: 'Ben',
      title: 'Tea',
      text: 'see <@U0ANNA>',
      fields: [{ title: 'Cups', value: '3' }],
      blocks: [section('_hot_')],
      image_url: 'https://example.com/tea.png',
      footer: 'since 1958',
    };
    expect(readableAttachments([attachment, { fallback: 'not read' }], names)).toBe(
      'New\nBen\nTea\nsee @Anna Bos\nCups: 3\nhot\n(image: )\nsince 1958',
    );
  });
});
