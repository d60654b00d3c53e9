import { App } from '@slack/bolt';
import type { Manifest, Seed } from './core/index.ts';

/** What Slack knows of the app. */
export const manifest: Manifest = {
  display_information: { name: 'Garden' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Garden' },
    slash_commands: [
      { command: '/plant', description: 'Plants something' },
      { command: '/sleep', description: 'Never answers' },
      { command: '/whisper', description: 'Answers in the acknowledgement' },
    ],
    shortcuts: [
      { name: 'Plant a tree', type: 'global', callback_id: 'tree', description: 'Plants a tree' },
      { name: 'Press this flower', type: 'message', callback_id: 'press', description: 'Keeps a message' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'im:write', 'im:history', 'users:read'] } },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'message.im', 'team_join', 'user_change'],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** Who is there. */
export const seed: Seed = {
  team: { id: 'T01', name: 'Green Fingers', domain: 'green-fingers' },
  people: [
    { id: 'U0ANNA', name: 'anna', real_name: 'Anna Bos', tz: 'Europe/Amsterdam', locale: 'nl-NL', is_admin: true },
    { id: 'U0BEN', name: 'ben', real_name: 'Ben Akker', tz: 'America/New_York' },
    { id: 'U0GUEST', name: 'gus', real_name: 'Gus Guest', is_ultra_restricted: true },
    { id: 'U0BOT', name: 'otherbot', real_name: 'Other Bot', is_bot: true },
    { id: 'U0GONE', name: 'gone', real_name: 'Gone Girl', deleted: true },
    { id: 'U0FAR', name: 'far', real_name: 'Far Away', team_id: 'T99' },
  ],
  channels: [
    { id: 'C0BEDS', name: 'beds', members: ['U0ANNA', 'U0BEN'], bot: true },
    { id: 'C0SHED', name: 'shed', members: ['U0ANNA'] },
    { id: 'G0SECRET', name: 'secret', kind: 'private', members: ['U0ANNA'] },
  ],
};

/** The app’s form; with the note under another block_id, and filled in. */
export const formOf = (withNote = false) => ({
  type: 'modal' as const,
  callback_id: 'planting',
  title: { type: 'plain_text' as const, text: 'Plant' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'seed',
      label: { type: 'plain_text' as const, text: 'Which seed?' },
      element: { type: 'external_select' as const, action_id: 'seed', min_query_length: 1 },
    },
    {
      type: 'input' as const,
      block_id: withNote ? 'note.2' : 'note',
      label: { type: 'plain_text' as const, text: 'A note' },
      element: {
        type: 'plain_text_input' as const,
        action_id: 'note',
        max_length: 20,
        ...(withNote && { initial_value: 'watered' }),
      },
    },
    {
      type: 'input' as const,
      block_id: 'where',
      optional: true,
      label: { type: 'plain_text' as const, text: 'Where?' },
      element: {
        type: 'radio_buttons' as const,
        action_id: 'where',
        options: ['Sun', 'Shade'].map((text) => ({
          text: { type: 'plain_text' as const, text },
          value: text.toLowerCase(),
        })),
      },
    },
    {
      type: 'actions' as const,
      block_id: 'more',
      elements: [
        { type: 'button' as const, action_id: 'water', text: { type: 'plain_text' as const, text: 'Water it' } },
      ],
    },
  ],
});

/** The app’s message, with a menu and a button. */
const ruledOff = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Ruled off' },
  blocks: [{ type: 'divider' as const }],
};

export const card = (planted: string) => [
  {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: `*${planted}* for <@U0ANNA>` },
    accessory: {
      type: 'overflow' as const,
      action_id: 'menu',
      options: ['Later', 'Never'].map((text) => ({ text: { type: 'plain_text' as const, text }, value: text })),
    },
  },
  {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: 'pick',
        value: planted,
        text: { type: 'plain_text' as const, text: 'Pick' },
      },
    ],
  },
];

/** An ordinary Bolt app: everything below is plain Bolt, as anybody would write it. */
export function garden(options: ConstructorParameters<typeof App>[0]): App {
  const app = new App({ ...options, tokenVerificationEnabled: false });
  app.command('/plant', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: formOf() });
  });
  app.command('/sleep', async () => {});
  app.command('/whisper', async ({ ack, command }) => ack(`psst: ${command.text}`));
  app.shortcut('tree', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: formOf() });
  });
  app.shortcut('press', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Pressed', response_type: 'ephemeral' });
  });
  app.options('seed', async ({ ack, payload }) => {
    const found = ['Basil', 'Beet', 'Carrot'].filter((name) =>
      name.toLowerCase().startsWith(payload.value.toLowerCase()),
    );
    await ack({ options: found.map((text) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() })) });
  });
  app.view('planting', async ({ ack, view, client, body }) => {
    const note = Object.values(view.state.values).find((block) => block.note)?.note?.value ?? '';
    if (note.includes('weed')) return ack({ response_action: 'errors', errors: { note: 'No weeds here' } });
    if (note.includes('wrong')) return ack({ response_action: 'errors', errors: { nowhere: 'Nobody reads this' } });
    if (note.includes('rule')) return ack({ response_action: 'update', view: ruledOff });
    await ack();
    const planted = view.state.values.seed?.seed?.selected_option?.text.text ?? '';
    await client.chat.postMessage({ channel: body.user.id, text: `Planted ${planted}`, blocks: card(planted) });
  });
  app.view({ callback_id: 'planting', type: 'view_closed' }, async ({ ack, client, body }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: 'Another time' });
  });
  app.action('water', async ({ ack, client, body }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: formOf(true) });
  });
  app.action('pick', async ({ ack, respond, payload }) => {
    await ack();
    const picked = 'value' in payload ? payload.value : '';
    await respond({ text: `${picked} picked`, replace_original: true, blocks: [] });
  });
  app.action('menu', async ({ ack, respond, payload }) => {
    await ack();
    if (payload.type !== 'overflow') return;
    await respond({ text: `You chose ${payload.selected_option.value}`, replace_original: false });
  });
  app.action(/^(one|day)$/, async ({ ack }) => ack());
  app.event('app_home_opened', async ({ event, client }) => {
    const view = { type: 'home' as const, blocks: card('Home basil') };
    await client.views.publish({ user_id: event.user, view });
  });
  app.message(async ({ message, say }) => {
    if (!('text' in message) || message.subtype) return;
    await say(`You said ${message.text}`);
  });
  app.event('team_join', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.user.id, text: `Welcome ${event.user.real_name}` });
  });
  return app;
}
