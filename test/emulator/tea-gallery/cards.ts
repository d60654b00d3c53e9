import { confirm, image, LEAF, line, mrkdwn, option, plain } from './pieces.ts';

const order = {
  type: 'button',
  action_id: 'order-card',
  text: plain('Order :tea:', true),
  value: 'green',
  style: 'primary',
  accessibility_label: 'Order green tea',
  confirm: confirm(),
};

const card = {
  type: 'card',
  block_id: 'card',
  hero_image: image('Hills of tea'),
  icon: image('A leaf'),
  title: mrkdwn('*Green tea* https://example.com', true),
  subtitle: plain('From the hills :leaves:', true),
  body: mrkdwn('Light, and good for _mornings_.'),
  subtext: plain('Twelve left'),
  actions: [order, { type: 'button', action_id: 'read', text: plain('Read'), url: 'https://example.com/green' }],
};

const small = (title: string, name: string, nth: number) => ({
  type: 'card',
  block_id: `card-${nth}`,
  slack_icon: { type: 'icon', name },
  title: plain(title),
  body: plain(`All about ${title.toLowerCase()}.`),
  actions: [{ type: 'button', action_id: `take-${nth}`, text: plain(`Take ${title.toLowerCase()}`) }],
});

const container = {
  type: 'container',
  title: plain('Behind the counter :teapot:', true),
  subtitle: mrkdwn('Only _today_', true),
  icon: image('A pot'),
  width: 'wide',
  is_collapsible: true,
  default_collapsed: false,
  child_blocks: [
    { type: 'section', block_id: 'behind', text: mrkdwn('Sugar, *milk*, lemon.') },
    {
      type: 'actions',
      block_id: 'inside',
      elements: [{ type: 'button', action_id: 'inside', text: plain('Take sugar') }],
    },
    {
      type: 'input',
      block_id: 'inside-input',
      label: plain('How much?'),
      element: { type: 'radio_buttons', action_id: 'sugar', options: [option('None'), option('Some')] },
    },
  ],
};

const framed = {
  type: 'container',
  rich_text_title: line('With a line below'),
  has_header_divider: true,
  width: 'narrow',
  child_blocks: [{ type: 'section', block_id: 'framed', text: plain('Inside.') }],
};

const task = {
  type: 'task_card',
  task_id: 'boil',
  title: 'Boil the water',
  status: 'in_progress',
  details: line('Fresh water, not from yesterday.'),
  output: line('94 degrees so far.'),
  sources: [{ type: 'url', url: 'https://example.com/water', text: 'The kettle' }],
};

const plan = {
  type: 'plan',
  title: 'Making tea',
  tasks: [
    { ...task, task_id: 'fetch', title: 'Fetch water', status: 'complete' },
    { ...task, task_id: 'pour', title: 'Pour', status: 'pending' },
    { type: 'task_card', task_id: 'spill', title: 'Don’t spill', status: 'error' },
  ],
};

const video = {
  type: 'video',
  alt_text: 'How tea is poured',
  title: plain('Pouring tea :tea:', true),
  title_url: 'https://example.com/pouring',
  thumbnail_url: LEAF,
  video_url: 'https://example.com/embed/pouring',
  author_name: 'Mia Visser',
  provider_name: 'Tea Pictures',
  provider_icon_url: LEAF,
  description: plain('In four minutes :hourglass:', true),
};

/** What stands in a frame of its own. */
export const framedBlocks = [
  card,
  {
    type: 'carousel',
    block_id: 'carousel',
    elements: [small('Black tea', 'star', 1), small('Mint tea', 'heart', 2), small('White tea', 'globe', 3)],
  },
  container,
  framed,
  task,
  plan,
  video,
  { type: 'file', external_id: 'tea-list', source: 'remote' },
];
