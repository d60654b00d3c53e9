import { image, LEAF, mrkdwn, plain } from './pieces.ts';

const all = { bold: true, italic: true, strike: true, code: true, underline: true };
const marked = { ...all, highlight: true, client_highlight: true, unlink: true };

/** Every piece of rich text, each with all it can have. */
const richText = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Poured by ', style: all },
        { type: 'user', user_id: 'U0TOM', style: marked },
        { type: 'text', text: ' for ' },
        { type: 'usergroup', usergroup_id: 'S0TEA', style: marked },
        { type: 'text', text: ' of ' },
        { type: 'team', team_id: 'T01', style: marked },
        { type: 'text', text: ' in ' },
        { type: 'channel', channel_id: 'C0SHELF', style: marked },
        { type: 'text', text: ', dear ' },
        { type: 'broadcast', range: 'here', style: all },
        { type: 'text', text: ' ' },
        { type: 'emoji', name: 'wave', skin_tone: 3, style: all },
        { type: 'emoji', name: 'tea', unicode: '1f375' },
        { type: 'emoji', name: 'our-own-pot', url: LEAF },
        { type: 'text', text: ' on ' },
        {
          type: 'date',
          timestamp: 1_795_183_200,
          format: '{date_long} at {time}',
          url: 'https://example.com/when',
          style: all,
        },
        { type: 'date', timestamp: 1_795_183_200, format: '{no_such_token}', fallback: 'one day' },
        { type: 'text', text: ', see ' },
        { type: 'link', url: 'https://example.com/tea', text: 'the tea list', unsafe: true, style: all },
        { type: 'text', text: ' in ' },
        { type: 'color', value: '#2c6552', style: all },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 1,
      offset: 2,
      border: 1,
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'Warm the pot' }] },
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'Wait four minutes' }] },
      ],
    },
    { type: 'rich_text_quote', border: 1, elements: [{ type: 'text', text: 'It smells of rain.' }] },
    {
      type: 'rich_text_preformatted',
      border: 1,
      language: 'yaml',
      elements: [
        { type: 'text', text: 'cups: 12 ' },
        { type: 'link', url: 'https://example.com/cups' },
      ],
    },
  ],
};

/** Long enough that Slack folds it. */
const long = Array.from({ length: 14 }, (_, nth) => `Cup ${nth + 1} was _warm_.`).join('\n');

/** What one reads: texts of every kind. */
export const words = [
  { type: 'header', text: plain('Everything on the trolley :tea:', true), level: 1 },
  { type: 'header', text: plain('In smaller letters'), level: 2 },
  {
    type: 'section',
    text: mrkdwn('*Warm* and _quiet_, by <@U0TOM>, in <#C0SHELF>, for <!subteam^S0TEA>\n> "It smells of rain."', false),
    fields: [mrkdwn('*Cups*\n12', true), plain('Pots :teapot:', true)],
  },
  { type: 'section', text: mrkdwn(long), expand: false },
  { type: 'section', text: mrkdwn('Read more at https://example.com/tea', true) },
  { type: 'divider' },
  richText,
  { type: 'markdown', text: '# Tea\n\n- **green**\n- `black`\n\n[all of them](https://example.com/tea)' },
  { ...image('A leaf'), title: plain('Today :leaves:', true) },
  {
    type: 'context',
    elements: [image('A small leaf'), mrkdwn('_Nobody counts your cups._', true), plain('Or pots :teapot:', true)],
  },
];

/** Pictures that lie in Slack itself; they are there only where somebody has brought them. */
export const filesOfSlack = [
  { type: 'image', alt_text: 'A file', slack_file: { id: 'F0LEAF' } },
  {
    type: 'context',
    elements: [
      { type: 'image', alt_text: 'A small file', slack_file: { id: 'F0LEAF' } },
      { type: 'image', alt_text: 'The same', slack_file: { url: 'https://files.example.com/F0LEAF/leaf.png' } },
    ],
  },
];
