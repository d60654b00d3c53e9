import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Slack, startEmulator } from './core/index.ts';
import type { LogLine, PageState } from './page/contract.ts';
import { pageRoutes } from './page/server.ts';
import { manifest, seed, teaTrolley } from './tea-trolley.ts';

let now: Date;
let turned: Date[];
let slack: Slack;
let app: App;
/** Turning the clock waits here until the test lets it go on. */
let letTurn: () => void;

beforeEach(async () => {
  now = new Date('2026-11-20T09:00:00Z');
  turned = [];
  const routes = pageRoutes(() => slack, {
    now: () => now,
    targets: () => [{ label: 'To tea time', at: new Date('2026-11-20T15:00:00Z') }],
    turn: async (to) => {
      await new Promise<void>((resolve) => {
        letTurn = resolve;
      });
      turned.push(to);
      now = to;
    },
  });
  slack = await startEmulator({ manifest, seed, clock: { now: () => now }, routes });
  app = teaTrolley(slack);
  await app.start();
});

afterEach(async () => {
  await app.stop();
  await slack.close();
});

const get = (path: string) => fetch(new URL(path, slack.url));
const post = (path: string, body: unknown) =>
  fetch(new URL(path, slack.url), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const does = async (as: string, it: Record<string, unknown>) => (await post('/page/act', { as, do: it })).json();
const state = async (query = '') => (await (await get(`/page/state?${query}`)).json()) as PageState;
const log = async () => (await (await get('/page/log')).json()) as LogLine[];

describe('the page', () => {
  it('comes whole from here, with nothing from elsewhere', async () => {
    const files = await Promise.all(['/', '/page.js', '/page.css'].map(get));
    expect(files.map(({ status }) => status)).toEqual([200, 200, 200]);
    const text = (await Promise.all(files.map((file) => file.text()))).join('\n');
    expect(text).toContain('<div id="page">');
    expect(text.match(/(?:src|href)="https?:|url\(["']?https?:|@import|import\("http/g)).toBeNull();
    expect(files[0]?.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('leaves what it does not know to Slack', async () => {
    expect((await get('/page/nothing')).status).toBe(404);
  });
});

describe('what somebody sees', () => {
  it('is the first person here, in the app, when nobody says more', async () => {
    const { me, open, app: shown, conversations, commands, team } = await state();
    expect(me).toMatchObject({ name: 'Mia Visser', title: 'Books', role: 'Member', zone: 'Europe/Amsterdam' });
    expect(open.id).toBe(shown.dm);
    expect(conversations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['app', 'public']));
    expect(commands).toContainEqual({ command: '/tea', description: 'Orders tea', usageHint: 'how many cups' });
    expect(team).toBe('The Reading Room');
  });

  it('offers the keyboards of people, and of nobody who has left', async () => {
    const { people } = await state();
    const playable = people.filter((person) => person.playable);
    expect(playable.map(({ name, role }) => [name, role])).toEqual([
      ['Mia Visser', 'Member'],
      ['Tom Hill', 'Admin'],
    ]);
    expect(people.find(({ name }) => name === 'Gerda Gone')?.role).toBe('Deactivated');
  });

  it('is a message that a colleague wrote, unread until it is read', async () => {
    await does('U0TOM', { what: 'types', text: 'Quiet please', in: 'C0SHELF' });
    const before = await state('as=U0MIA&in=C0SHELF');
    expect(before.open.messages.map(({ author, text }) => [author, text])).toEqual([['Tom Hill', 'Quiet please']]);
    expect(before.conversations.find(({ id }) => id === 'C0SHELF')?.unread).toBe(1);
    await does('U0MIA', { what: 'reads', channel: 'C0SHELF' });
    expect((await state('as=U0MIA')).conversations.find(({ id }) => id === 'C0SHELF')?.unread).toBe(0);
  });

  it('is the newest messages first, the others on request', async () => {
    for (const text of ['one', 'two', 'three']) await does('U0TOM', { what: 'types', text, in: 'C0SHELF' });
    const { open } = await state('as=U0MIA&in=C0SHELF&newest=2');
    expect(open.messages.map(({ text }) => text)).toEqual(['two', 'three']);
    expect(open.earlier).toBe(1);
  });
});

describe('what somebody does', () => {
  it('opens a form, is offered a choice, and reads what is wrong beside the field', async () => {
    const { dm } = (await state()).app;
    await does('U0MIA', { what: 'types', text: '/tea 2', in: dm });
    const [whisper] = (await state('as=U0MIA')).open.messages;
    expect(whisper).toMatchObject({ ephemeral: true, text: '2 cups', fromApp: true });

    const container = { kind: 'message', channel: dm, ts: whisper?.ts };
    await does('U0MIA', { what: 'act', container, blockId: 'row', actionId: 'order' });
    const [form] = (await state('as=U0MIA')).modals;
    expect(form).toMatchObject({ title: 'Your tea', submit: 'Order', close: 'No tea' });

    const view = { kind: 'view', viewId: form?.id };
    const kind = { container: view, blockId: 'kind', actionId: 'kind' };
    expect(await does('U0MIA', { what: 'searches', ...kind, typed: 'gr' })).toMatchObject({
      choices: [{ text: 'Green tea', value: 'green tea' }],
    });
    await does('U0MIA', { what: 'act', ...kind, value: 'green tea' });
    const milk = { container: view, blockId: 'milk', actionId: 'milk', value: 'without' };
    await does('U0MIA', { what: 'act', ...milk });
    await does('U0MIA', { what: 'act', container: view, blockId: 'note', actionId: 'note', value: 'now' });
    await does('U0MIA', { what: 'submits' });

    const [refused] = (await state('as=U0MIA')).modals;
    expect(refused?.errors).toEqual({ note: 'Say please.' });
    expect(refused?.values.note?.note?.value).toBe('now');
    expect((await state('as=U0TOM')).modals).toEqual([]);

    await does('U0MIA', { what: 'closes', all: false });
    expect((await state('as=U0MIA')).modals).toEqual([]);
  });

  it('is refused in words when the request makes no sense', async () => {
    expect((await post('/page/act', 'tea')).status).toBe(400);
    expect((await post('/page/act', { as: 'U0MIA', do: { what: 'dances' } })).status).toBe(400);
    const nobody = await post('/page/act', { as: 'U0NOBODY', do: { what: 'opensHome' } });
    expect([nobody.status, (await nobody.text()) !== '']).toEqual([409, true]);
  });
});

describe('behind the scenes', () => {
  it('every page hears that something changed', async () => {
    const stop = new AbortController();
    const changes = await fetch(new URL('/page/changes', slack.url), { signal: stop.signal });
    const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
    await does('U0TOM', { what: 'types', text: 'Quiet please', in: 'C0SHELF' });
    let heard = '';
    while (!heard.includes('data: changed')) heard += (await reader?.read())?.value ?? '';
    stop.abort();
    expect(changes.headers.get('content-type')).toBe('text/event-stream');
  });

  it('what passes between Slack and the app is listed, each line with its JSON', async () => {
    await does('U0MIA', { what: 'types', text: '/tea 1', in: 'C0SHELF' });
    const lines = await log();
    const order = lines.find(({ name }) => name === '/tea');
    expect(order).toMatchObject({ kind: 'delivery' });
    expect(order?.refused).toBeUndefined();
    const detail = (await (await get(`/page/log/${order?.id}`)).json()) as { payload: unknown };
    expect(detail.payload).toMatchObject({ command: '/tea', text: '1' });
    expect((await get('/page/log/9999')).status).toBe(404);
  });

  it('a refusal stands there by name', async () => {
    await app.client.conversations.list().catch(() => undefined);
    expect(await log()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'conversations.list', refused: 'missing_scope' })]),
    );
  });

  it('the clock turns to where it is told, one turn at a time', async () => {
    const { clock } = await state();
    expect(clock).toEqual({
      now: '2026-11-20T09:00:00.000Z',
      turning: false,
      targets: [{ label: 'To tea time', at: '2026-11-20T15:00:00.000Z' }],
    });
    const first = post('/page/clock', { to: clock.targets[0]?.at });
    await expect.poll(async () => (await state()).clock.turning).toBe(true);
    expect((await post('/page/clock', { to: clock.targets[0]?.at })).status).toBe(409);
    letTurn();
    expect((await first).status).toBe(200);
    expect(turned).toEqual([new Date('2026-11-20T15:00:00Z')]);
    expect((await state()).clock).toMatchObject({ now: '2026-11-20T15:00:00.000Z', turning: false });
  });
});
