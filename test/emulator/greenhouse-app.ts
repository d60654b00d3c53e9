import { App, type AppOptions, type BlockAction, type ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Manifest, Seed } from './core/index.ts';

/** Where the app's own page of installation comes back to. */
export const REDIRECT_PATH = '/slack/oauth_redirect';
/** What the app asks for. */
export const SCOPES = [
  ...['channels:history', 'channels:read', 'chat:write', 'commands', 'files:read', 'files:write'],
  ...['im:history', 'im:write', 'reactions:read', 'reactions:write', 'users:read'],
];

/** What Slack knows of the app that answers at `address`. */
export const greenhouseManifest = (address: string): Manifest => ({
  display_information: { name: 'Greenhouse' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Greenhouse' },
    slash_commands: [
      { command: '/pot', description: 'Pots a plant', url: `${address}/slack/events` },
      { command: '/tag', description: 'Names helpers', should_escape: true, url: `${address}/slack/events` },
    ],
    shortcuts: [{ name: 'Compost this', type: 'message', callback_id: 'compost', description: 'Takes a message away' }],
  },
  oauth_config: { scopes: { bot: SCOPES }, redirect_urls: [address] },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'file_shared', 'message.channels', 'message.im', 'reaction_added'],
      request_url: `${address}/slack/events`,
    },
    interactivity: { is_enabled: true, request_url: `${address}/slack/events` },
    socket_mode_enabled: false,
  },
});

/** Who is there: one person of them is a customer’s. */
export const greenhouseSeed: Seed = {
  team: { id: 'T02', name: 'Glass & Sons', domain: 'glass-and-sons' },
  people: [
    { id: 'U0IDA', name: 'ida.glass', real_name: 'Ida Glass', is_admin: true },
    { id: 'U0OTTO', name: 'otto', real_name: 'Otto Fern' },
    { id: 'U0MIRA', name: 'mira', real_name: 'Mira Client', team_id: 'T0CLIENT' },
  ],
  organisations: [{ id: 'T0CLIENT', name: 'Client & Co', domain: 'client-and-co' }],
  channels: [
    { id: 'C0GLASSHOUSE', name: 'glasshouse', members: ['U0IDA', 'U0OTTO'], bot: true },
    { id: 'C0CLIENTS', name: 'clients', members: ['U0IDA', 'U0MIRA'], bot: true, shared_with: ['T0CLIENT'] },
  ],
};

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const option = (words: string) => ({ text: text(words), value: words.toLowerCase() });

const potting: ModalView = {
  type: 'modal',
  callback_id: 'potting',
  title: text('Pot a plant'),
  submit: text('Pot'),
  blocks: [
    {
      type: 'input',
      block_id: 'plant',
      label: text('Plant'),
      element: { type: 'external_select', action_id: 'plant', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'size',
      label: text('Size'),
      element: { type: 'static_select', action_id: 'size', options: [option('Small'), option('Large')] },
    },
    {
      type: 'input',
      block_id: 'helpers',
      optional: true,
      label: text('Helpers'),
      element: { type: 'multi_users_select', action_id: 'helpers' },
    },
    {
      type: 'input',
      block_id: 'list',
      optional: true,
      label: text('Seed list'),
      element: { type: 'file_input', action_id: 'list', filetypes: ['csv', 'txt'], max_files: 1 },
    },
    {
      type: 'input',
      block_id: 'care',
      optional: true,
      label: text('Care'),
      element: { type: 'rich_text_input', action_id: 'care' },
    },
    { type: 'actions', elements: [{ type: 'button', action_id: 'when', text: text('When?') }] },
  ],
};

const when = (chosen = 'no day yet'): ModalView => ({
  type: 'modal',
  callback_id: 'when',
  title: text('When'),
  blocks: [
    { type: 'section', text: text(`To be potted: ${chosen}`) },
    { type: 'actions', block_id: 'day', elements: [{ type: 'datepicker', action_id: 'day' }] },
  ],
});

const card = (plant: string, size: string): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: `*${plant}*, ${size}` } },
  { type: 'actions', elements: [{ type: 'button', action_id: 'water', text: text('Water'), value: plant }] },
];

const PLANTS = ['Fern', 'Fig', 'Orchid'];

/** An ordinary Bolt app that is installed by its own page and hears over HTTP: all of it is plain Bolt. */
export function greenhouse(options: AppOptions): App {
  const app = new App({ ...options, scopes: SCOPES });
  app.command('/pot', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: potting });
  });
  app.command('/tag', async ({ ack, command, respond }) => {
    await ack();
    await respond(`Tagged ${command.text}`);
  });
  app.options('plant', async ({ ack, payload }) => {
    const found = PLANTS.filter((name) => name.toLowerCase().startsWith(payload.value.toLowerCase()));
    await ack({ options: found.map(option) });
  });
  app.action<BlockAction>('when', async ({ ack, client, body }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: when() });
  });
  app.action<BlockAction>('day', async ({ ack, client, body, payload }) => {
    await ack();
    if (payload.type !== 'datepicker' || !body.view) return;
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: when(payload.selected_date ?? '') });
  });
  app.view('potting', async ({ ack, view, client, body, context }) => {
    const { plant, size } = chosenIn(view);
    if (plant === 'Orchid' && size === 'large')
      return ack({ response_action: 'errors', errors: { size: 'Orchids stay small' } });
    await ack();
    const { channel } = await client.conversations.open({ users: body.user.id });
    const channel_id = channel?.id ?? '';
    const { ts } = await client.chat.postMessage({ channel: channel_id, text: plant, blocks: card(plant, size) });
    const list = view.state.values.list?.list?.files?.[0];
    if (!list?.url_private_download || !ts) return;
    const headers = { authorization: `Bearer ${context.botToken}` };
    const seeds = await (await fetch(list.url_private_download, { headers })).text();
    await client.filesUploadV2({
      channel_id,
      thread_ts: ts,
      filename: `${plant}.txt`,
      title: 'Labels',
      content: seeds.toUpperCase(),
      initial_comment: `Labels for ${list.name}`,
    });
  });
  app.view('lists', async ({ ack }) => ack());
  app.action<BlockAction>('water', async ({ ack, respond, body, payload }) => {
    await ack();
    if (payload.type !== 'button') return;
    await respond({ text: `${payload.value} watered by <@${body.user.id}>`, replace_original: true, blocks: [] });
  });
  app.shortcut('compost', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    const { channel, message_ts: ts, user } = shortcut;
    await client.chat.update({ channel: channel.id, ts, text: 'Turning to compost' });
    await client.chat.delete({ channel: channel.id, ts });
    await client.chat.postEphemeral({ channel: channel.id, user: user.id, text: 'Composted' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: card('Home fern', 'small') } });
  });
  app.event('reaction_added', async ({ event, client }) => {
    const { channel, ts } = event.item;
    if (event.reaction === 'seedling') await client.reactions.add({ channel, timestamp: ts, name: 'sunny' });
  });
  return app;
}

function chosenIn({ state: { values } }: ViewOutput) {
  const plant = values.plant?.plant?.selected_option?.text.text ?? '';
  return { plant, size: values.size?.size?.selected_option?.value ?? '' };
}
