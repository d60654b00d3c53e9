import { App, type BlockAction, type Logger, LogLevel, type ViewSubmitAction } from '@slack/bolt';
import type { Manifest, Seed, Slack } from './core/index.ts';
import { option, plain } from './tea-gallery/pieces.ts';
import { type Heard, serveEverything } from './tea-gallery/serve.ts';
import { chart, home, menu, orderForm, TEAS, why } from './tea-views.ts';

/** An ordinary small Slack app, and the company that uses it: enough to try every part of the page. */
export const manifest: Manifest = {
  display_information: { name: 'Tea Trolley' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Tea Trolley' },
    slash_commands: [
      { command: '/tea', description: 'Orders tea', usage_hint: 'how many cups' },
      { command: '/tea-menu', description: 'Shows what there is' },
      { command: '/spill', description: 'Goes wrong' },
      { command: '/everything', description: 'Shows all that Slack can draw' },
    ],
    shortcuts: [
      { name: 'Order tea', type: 'global', callback_id: 'order', description: 'Orders tea' },
      { name: 'Everything', type: 'global', callback_id: 'everything', description: 'Asks everything' },
      { name: 'Tea with this', type: 'message', callback_id: 'with-this', description: 'Orders tea with a message' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'im:write', 'im:history', 'users:read', 'files:read'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'message.im'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

export const seed: Seed = {
  team: { id: 'T01', name: 'The Reading Room', domain: 'reading-room' },
  people: [
    { id: 'U0MIA', name: 'mia', real_name: 'Mia Visser', title: 'Books', tz: 'Europe/Amsterdam', locale: 'nl-NL' },
    { id: 'U0TOM', name: 'tom', real_name: 'Tom Hill', tz: 'America/New_York', locale: 'en-US', is_admin: true },
    { id: 'U0GONE', name: 'gone', real_name: 'Gerda Gone', deleted: true },
  ],
  channels: [
    { id: 'C0SHELF', name: 'shelf', members: ['U0MIA', 'U0TOM'], bot: true },
    { id: 'C0ATTIC', name: 'attic', members: ['U0MIA'], is_archived: true },
  ],
  groups: [{ id: 'S0TEA', handle: 'tea-lovers', name: 'Tea lovers', users: ['U0MIA'] }],
};

/** Its mistakes are on purpose; they needn't be read among the tests' own. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Starts nothing yet: `start()` connects it. `heard` is told of what people do with everything. */
export function teaTrolley(slack: Slack, heard: Heard = () => {}): App {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: SILENT,
  });
  app.command('/tea', async ({ ack, respond, command }) => {
    await ack();
    const blocks = [
      { type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'order', text: plain('Order') }] },
    ];
    await respond({ text: `${command.text} cups`, blocks });
  });
  app.command('/tea-menu', async ({ ack, client, command: { channel_id: channel } }) => {
    await ack();
    await client.chat.postMessage({ channel, text: 'The menu', blocks: [...menu, chart] });
  });
  app.command('/spill', async ({ ack, client, command: { channel_id: channel } }) => {
    await ack();
    await client.chat.postMessage({ channel, text: '', blocks: [{ type: 'header', text: plain('') }] }).catch(() => {});
  });
  app.shortcut('order', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: orderForm });
  });
  app.shortcut('with-this', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: orderForm });
  });
  app.action<BlockAction>('order', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: orderForm });
  });
  app.action<BlockAction>('why', async ({ ack, body, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: why });
  });
  app.action<BlockAction>(/^(pick|tip-over|later)$/, async ({ ack, action, respond }) => {
    await ack();
    const chosen = 'selected_option' in action ? action.selected_option?.text.text : 'It is all over the floor';
    await respond({ text: `${chosen}.`, replace_original: false });
  });
  app.options('kind', ({ ack, payload }) =>
    ack({ options: TEAS.filter((tea) => tea.toLowerCase().includes(payload.value.toLowerCase())).map(option) }),
  );
  app.view<ViewSubmitAction>('order', async ({ ack, view, body, client }) => {
    const note = view.state.values.note?.note?.value ?? '';
    if (!note.includes('please')) return ack({ response_action: 'errors', errors: { note: 'Say please.' } });
    await ack();
    const tea = view.state.values.kind?.kind?.selected_option?.text.text;
    return void (await client.chat.postMessage({ channel: body.user.id, text: `*${tea}* is on its way.` }));
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: home });
  });
  serveEverything(app, heard);
  return app;
}
