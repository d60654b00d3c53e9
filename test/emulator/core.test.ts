import { setTimeout as sleep } from 'node:timers/promises';
import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Manifest, type Seed, type Slack, startEmulator } from './core/index.ts';

const manifest: Manifest = {
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
  },
};

const seed: Seed = {
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

const formOf = (withNote = false) => ({
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

const card = (planted: string) => [
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
function garden(options: ConstructorParameters<typeof App>[0]): App {
  const app = new App({ ...options, logLevel: LogLevel.ERROR, tokenVerificationEnabled: false });
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

const at = new Date('2026-11-02T09:00:00Z');
let now = at;
let slack: Slack;
let app: App | undefined;
let web: WebClient;

const aWorkspace = async (changes: { manifest?: Manifest; seed?: Seed | ReturnType<Slack['dump']> } = {}) => {
  now = at;
  slack = await startEmulator({ manifest, seed, clock: { now: () => now }, eventRetriesMs: [0], ...changes });
  web = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
};

const clientOptions = () => ({ slackApiUrl: slack.apiUrl });

async function startOverSockets() {
  app = garden({ token: slack.botToken, appToken: slack.appToken, socketMode: true, clientOptions: clientOptions() });
  await app.start();
}

async function startOverHttp() {
  app = garden({ token: slack.botToken, signingSecret: slack.signingSecret, clientOptions: clientOptions() });
  const server = await app.start(0);
  const address = server && 'address' in server ? server.address() : null;
  slack.deliverOverHttp(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`);
}

afterEach(async () => {
  await app?.stop();
  app = undefined;
  await slack.close();
});

const errorOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (reason: { data?: { error?: string; response_metadata?: { messages?: string[] } } }) => reason.data,
  );
  return error;
};

describe.each([
  ['Socket Mode', startOverSockets],
  ['signed HTTP', startOverHttp],
])('An ordinary app over %s', (_name, start) => {
  beforeEach(async () => {
    await aWorkspace();
    await start();
  });

  it('opens a form on a command, offers options, and posts what was saved', async () => {
    const anna = slack.as('U0ANNA');
    const opened = await anna.types('/plant');
    expect(opened).toMatchObject({ acked: true, notice: undefined, modal: { title: 'Plant' } });
    expect(await anna.searches('Which seed?', 'b')).toEqual(['Basil', 'Beet']);
    await anna.fills({ 'Which seed?': 'Basil', 'A note': 'in May', 'Where?': 'Shade' });
    expect(anna.modal?.filled).toEqual({ 'Which seed?': 'Basil', 'A note': 'in May', 'Where?': 'Shade' });
    expect((await anna.submits()).modal).toBeUndefined();
    expect(anna.messages().at(-1)?.readable).toBe('Basil for @Anna Bos\n[⋯ Later · Never]\n[Pick]');
    expect(slack.refusals).toEqual([]);
  });

  it('answers buttons and menus in messages', async () => {
    const anna = slack.as('U0ANNA');
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'Basil', blocks: card('Basil') });
    const chosen = await anna.picks('⋯', 'Later');
    expect(chosen.ephemeral.map(({ text }) => text)).toEqual(['You chose Later']);
    await anna.clicks('Pick');
    expect(anna.messages().map(({ readable }) => readable)).toEqual(['Basil picked', 'You chose Later']);
  });

  it('shows errors beside their field, from Slack itself and from the app', async () => {
    const anna = slack.as('U0ANNA');
    await anna.shortcut('Plant a tree');
    const missing = 'Please complete this required field.';
    expect((await anna.submits()).errors).toEqual({ 'Which seed?': missing, 'A note': missing });
    await anna.fills({ 'Which seed?': 'Beet', 'A note': 'far too long a note to be saved' });
    expect((await anna.submits()).errors).toEqual({ 'A note': 'Must be less than 21 characters long.' });
    await anna.fills({ 'A note': 'weeds' });
    expect((await anna.submits()).errors).toEqual({ 'A note': 'No weeds here' });
    await anna.fills({ 'A note': 'wrong' });
    expect((await anna.submits()).notice).toBe('We had some trouble connecting. Try again?');
    expect(slack.refusals.at(-1)).toMatchObject({ what: 'view_submission', error: 'invalid_response' });
  });

  it('keeps what was typed when a form is replaced, except under a new block_id', async () => {
    const anna = slack.as('U0ANNA');
    await anna.types('/plant');
    await anna.fills({ 'Which seed?': 'Carrot', 'A note': 'dry' });
    await anna.clicks('Water it');
    expect(anna.modal?.filled).toEqual({ 'Which seed?': 'Carrot', 'A note': 'watered' });
  });

  it('hears that a form was closed, Home opened, somebody wrote, somebody joined', async () => {
    const ben = slack.as('U0BEN');
    await ben.types('/plant');
    await ben.closes();
    await ben.opensHome();
    expect(ben.home?.readable).toContain('Home basil');
    await ben.types('hello <there> & you');
    slack.people.join({ id: 'U0NEW', name: 'new', real_name: 'Nel Nieuw', tz: 'Europe/Amsterdam' });
    await slack.idle();
    expect(ben.messages().map(({ readable }) => readable)).toEqual([
      'Another time',
      'hello <there> & you',
      'You said hello <there> & you',
    ]);
    expect(slack.as('U0NEW').messages().at(-1)?.text).toBe('Welcome Nel Nieuw');
  });

  it('says things to one person alone', async () => {
    const anna = slack.as('U0ANNA');
    const { ephemeral } = await anna.types('/whisper go', { in: 'C0BEDS' });
    expect(ephemeral).toMatchObject([{ text: 'psst: go', ephemeral: true, channel: 'C0BEDS' }]);
    expect(slack.as('U0BEN').messages('C0BEDS')).toEqual([]);
    await slack.as('U0BEN').types('look at this', { in: 'C0BEDS' });
    const [message] = anna.messages('C0BEDS').filter(({ userId }) => userId === 'U0BEN');
    const pressed = await anna.messageShortcut('Press this flower', { channel: 'C0BEDS', ts: message?.ts ?? '' });
    expect(pressed.ephemeral.map(({ text }) => text)).toEqual(['Pressed']);
  });

  it('is told off by Slack after three seconds of silence', async () => {
    const outcome = await slack.as('U0ANNA').types('/sleep');
    expect(outcome).toMatchObject({ acked: false, notice: '/sleep failed with the error “operation_timeout”' });
    expect(slack.envelopes.at(-1)?.outcome).toBe('too late');
  });
});

describe('What Slack refuses', () => {
  beforeEach(async () => aWorkspace());

  it('does not know commands outside the manifest, in threads, or of another organisation', async () => {
    const anna = slack.as('U0ANNA');
    expect((await anna.types('/dig')).notice).toBe('/dig is not a valid command.');
    expect((await anna.types('/plant', { threadTs: '1.2' })).notice).toContain('not supported in threads');
    expect((await slack.as('U0FAR').types('/plant')).notice).toBe('/plant is not a valid command.');
  });

  it('knows no method it does not have, no other token, and no scope the manifest does not ask for', async () => {
    expect(await errorOf(web.apiCall('party.start'))).toMatchObject({ error: 'unknown_method' });
    const stranger = new WebClient('xoxb-other', { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR });
    expect(await errorOf(stranger.auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await errorOf(web.conversations.info({ channel: 'C0BEDS' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:read,groups:read,im:read,mpim:read',
    });
    expect(await errorOf(web.conversations.history({ channel: 'C0BEDS' }))).toMatchObject({
      needed: 'channels:history',
    });
  });

  it('lets the app post only where it may', async () => {
    const post = (channel: string) => errorOf(web.chat.postMessage({ channel, text: 'hi' }));
    expect(await post('C0SHED')).toMatchObject({ error: 'not_in_channel' });
    expect(await post('G0SECRET')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('U0BOT')).toMatchObject({ error: 'cannot_dm_bot' });
    slack.channels.archive('C0BEDS');
    expect(await post('C0BEDS')).toMatchObject({ error: 'is_archived' });
    expect(await errorOf(web.chat.postMessage({ channel: 'U0BEN', text: '' }))).toMatchObject({ error: 'no_text' });
    expect(await errorOf(web.chat.update({ channel: 'C0BEDS', ts: '1.000000', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    const ben = slack.as('U0BEN');
    await ben.types('mine');
    const [mine] = ben.messages();
    const change = { channel: mine?.channel ?? '', ts: mine?.ts ?? '', text: 'yours' };
    expect(await errorOf(web.chat.update(change))).toMatchObject({ error: 'cant_update_message' });
  });

  it('names what is wrong in blocks, with a pointer', async () => {
    const long = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    expect(await errorOf(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: long }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [
        'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
    });
    const heavy = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2700) },
    }));
    expect(await errorOf(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: heavy }))).toMatchObject({
      error: 'msg_blocks_too_long',
    });
    expect(slack.refusals.map(({ error }) => error)).toEqual(['invalid_blocks', 'msg_blocks_too_long']);
  });

  it('opens a modal once per trigger, and only for three seconds', async () => {
    await startOverSockets();
    await slack.as('U0ANNA').types('/plant');
    const payload = slack.envelopes.at(-1)?.payload;
    const trigger_id =
      payload && typeof payload === 'object' && 'trigger_id' in payload ? String(payload.trigger_id) : '';
    const again = () => errorOf(web.views.open({ trigger_id, view: formOf() }));
    expect(await again()).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await errorOf(web.views.open({ trigger_id: 'none', view: formOf() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
    await slack.as('U0ANNA').types('/whisper');
    const unused = slack.envelopes.at(-1)?.payload;
    await sleep(3050);
    const old = unused && typeof unused === 'object' && 'trigger_id' in unused ? String(unused.trigger_id) : '';
    expect(await errorOf(web.views.open({ trigger_id: old, view: formOf() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('takes five answers to a response_url, for half an hour of the turned clock', async () => {
    await startOverSockets();
    const urlOf = async () => {
      await slack.as('U0ANNA').types('/whisper');
      const payload = slack.envelopes.at(-1)?.payload;
      return payload && typeof payload === 'object' && 'response_url' in payload ? String(payload.response_url) : '';
    };
    const say = async (url: string) =>
      (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' }))
        .status;
    const url = await urlOf();
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => say(url)))).toEqual([200, 200, 200, 200, 200]);
    expect(await say(url)).toBe(404);
    const later = await urlOf();
    now = new Date(at.getTime() + 31 * 60_000);
    expect(await say(later)).toBe(404);
  });
});

describe('What Slack keeps and tells', () => {
  beforeEach(async () => aWorkspace());

  it('pages its people, without those of other organisations, and their language only when asked', async () => {
    const first = await web.users.list({ limit: 4 });
    const next = await web.users.list({
      limit: 4,
      cursor: first.response_metadata?.next_cursor ?? '',
      include_locale: true,
    });
    const people = [...(first.members ?? []), ...(next.members ?? [])];
    expect(people.map(({ id }) => id)).toEqual([
      'U0ANNA',
      'U0BEN',
      'U0GUEST',
      'U0BOT',
      'U0GONE',
      'USLACKBOT',
      slack.botUserId,
    ]);
    expect(next.response_metadata?.next_cursor).toBe('');
    expect(people[0]).toMatchObject({ tz: 'Europe/Amsterdam', tz_offset: 3600, is_admin: true });
    expect(people[0]?.locale).toBeUndefined();
    expect((await web.users.info({ user: 'U0ANNA', include_locale: true })).user?.locale).toBe('nl-NL');
    expect(people[4]).toMatchObject({ deleted: true });
    expect(people[4]).not.toHaveProperty('tz');
    expect(await errorOf(web.users.list({ cursor: 'nonsense' }))).toMatchObject({ error: 'invalid_cursor' });
  });

  it('gives every message a later ts than the one before, following the turned clock', async () => {
    const said = async () => (await web.chat.postMessage({ channel: 'U0BEN', text: 'x' })).ts;
    expect([await said(), await said()]).toEqual(['1793610000.000000', '1793610000.000001']);
    now = new Date('2026-12-01T09:00:00Z');
    expect(await said()).toBe('1796115600.000000');
  });

  it('reads back messages with their metadata', async () => {
    const metadata = { event_type: 'planted', event_payload: { key: 'k1' } };
    const { channel = '' } = await web.chat.postMessage({ channel: 'U0BEN', text: 'x', metadata });
    await web.chat.postMessage({ channel: 'U0BEN', text: 'y' });
    const plain = await web.conversations.history({ channel });
    expect(plain.messages?.map(({ text, metadata: shown }) => [text, shown])).toEqual([
      ['y', undefined],
      ['x', undefined],
    ]);
    const [, first] = (await web.conversations.history({ channel, include_all_metadata: true })).messages ?? [];
    expect(first?.metadata).toEqual(metadata);
  });

  it('restores people, messages, Home and modals from a dump, but no ephemeral messages', async () => {
    await startOverSockets();
    const anna = slack.as('U0ANNA');
    await anna.opensHome();
    await anna.types('keep this');
    await anna.types('/whisper gone');
    await anna.types('/plant');
    await anna.fills({ 'A note': 'half' });
    const dump = JSON.parse(JSON.stringify(slack.dump())) as ReturnType<Slack['dump']>;
    await app?.stop();
    app = undefined;
    await slack.close();
    await aWorkspace({ seed: dump });
    const again = slack.as('U0ANNA');
    expect(again.messages().map(({ text }) => text)).toEqual(['keep this', 'You said keep this']);
    expect(again.home?.readable).toContain('Home basil');
    expect(again.modal?.filled).toEqual({ 'A note': 'half' });
  });
});

describe('What goes wrong on purpose', () => {
  beforeEach(async () => aWorkspace());

  const post = () => web.chat.postMessage({ channel: 'U0BEN', text: 'x' });
  const posted = () => slack.as('U0BEN').messages().length;

  it('loses an answer although the message is there', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, loseAnswer: true });
    await expect(post()).rejects.toThrow();
    expect(posted()).toBe(1);
    await post();
    expect(posted()).toBe(2);
  });

  it('posts after it has already hung up', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, lateCommitMs: 50 });
    await expect(post()).rejects.toThrow();
    expect(posted()).toBe(0);
    await sleep(80);
    expect(posted()).toBe(1);
  });

  it('is busy, broken or slow', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, retryAfter: 7 });
    slack.faults.add({ method: 'chat.postMessage', times: 1, status: 500 });
    slack.faults.add({ method: '*', times: 1, error: 'fatal_error' });
    const answers = [];
    for (let each = 0; each < 3; each += 1) {
      const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' });
      answers.push([response.status, response.headers.get('retry-after'), await response.json()]);
    }
    expect(answers).toEqual([
      [429, '7', { ok: false, error: 'ratelimited' }],
      [500, null, { ok: false, error: 'internal_error' }],
      [200, null, { ok: false, error: 'fatal_error' }],
    ]);
    expect(posted()).toBe(0);
  });

  it('sends an event again under the same id when nobody takes it', async () => {
    await slack.as('U0BEN').types('is anybody there?');
    await slack.idle();
    const ids = slack.envelopes.map(({ payload }) =>
      payload && typeof payload === 'object' && 'event_id' in payload ? payload.event_id : '',
    );
    expect(slack.envelopes.map(({ outcome, retry }) => [outcome, retry])).toEqual([
      ['not delivered', 0],
      ['not delivered', 1],
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  it('routes nothing to a connection that was told to go', async () => {
    await startOverSockets();
    const second = garden({
      token: slack.botToken,
      appToken: slack.appToken,
      socketMode: true,
      clientOptions: clientOptions(),
    });
    await second.start();
    expect(slack.connections()).toBe(2);
    slack.refreshSockets();
    expect(slack.connections()).toBe(0);
    expect((await slack.as('U0ANNA').types('/whisper x')).notice).toBe(
      '/whisper failed with the error “dispatch_failed”',
    );
    await second.stop();
  });
});
