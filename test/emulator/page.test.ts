import { describe, expect, it } from 'vitest';
import type { PageState } from './page/contract.ts';
import { applied } from './page/delta.ts';
import type { Sent } from './page/server/sent.ts';
import { aTeaPage } from './tea-page.ts';

const page = aTeaPage();
const { get, post, asked, does, state, everybody } = page;

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
    const { people } = await everybody();
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

describe('what is sent', () => {
  it('is only what has changed, once a page has the rest', async () => {
    const ask = (known: number) => asked<Sent<PageState>>(`/page/state?as=U0MIA&in=C0SHELF&page=p1&known=${known}`);
    const first = await ask(0);
    expect(first).toMatchObject({ state: { team: 'The Reading Room' } });
    await does('U0TOM', { what: 'types', text: 'Quiet please', in: 'C0SHELF' });
    const second = await ask(first.number);
    if (!('state' in first) || !('delta' in second)) throw new Error('Not what a page is sent');
    expect(Object.keys(second.delta && 'fields' in second.delta ? second.delta.fields : {})).toEqual(
      expect.arrayContaining(['open', 'conversations']),
    );
    expect(applied(first.state, second.delta)).toEqual(await state('as=U0MIA&in=C0SHELF'));
    expect(await ask(first.number)).toHaveProperty('state');
  });

  it('is everybody once, and again when somebody has changed', async () => {
    const { revision } = await everybody();
    await does('U0TOM', { what: 'types', text: 'Quiet please', in: 'C0SHELF' });
    expect((await state()).peopleRevision).toBe(revision);
    page.slack.people.change('U0TOM', { status_emoji: ':palm_tree:', status_text: 'Away' });
    await expect.poll(async () => (await state()).peopleRevision).toBe(revision + 1);
    const { people } = await everybody();
    expect(people.find(({ id }) => id === 'U0TOM')?.status).toEqual({ emoji: ':palm_tree:', text: 'Away' });
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

  it('answers in a thread, which stands beside its conversation', async () => {
    await does('U0TOM', { what: 'types', text: 'Who has the atlas?', in: 'C0SHELF' });
    const [parent] = (await state('as=U0MIA&in=C0SHELF')).open.messages;
    await does('U0MIA', { what: 'types', text: 'I have', in: 'C0SHELF', threadTs: parent?.ts });
    const seen = await state(`as=U0TOM&in=C0SHELF&thread=${parent?.ts}`);
    expect(seen.open.messages).toMatchObject([{ text: 'Who has the atlas?', replies: 1, repliers: ['U0MIA'] }]);
    expect(seen.thread?.messages.map(({ text }) => text)).toEqual(['Who has the atlas?', 'I have']);
    expect(seen.threads).toEqual({ unread: 1 });
    await does('U0TOM', { what: 'readsThread', channel: 'C0SHELF', ts: parent?.ts });
    expect((await state('as=U0TOM&tab=threads')).threads).toMatchObject({ unread: 0, list: [{ channel: 'C0SHELF' }] });
  });

  it('hands over a file, which comes back as it was, and never runs here', async () => {
    const { id } = (await (await post('/page/file?as=U0MIA&name=cups.html', '<script>tea()</script>')).json()) as {
      id: string;
    };
    await does('U0MIA', { what: 'types', text: 'Look', in: 'C0SHELF', files: [id] });
    const [message] = (await state('as=U0TOM&in=C0SHELF')).open.messages;
    expect(message?.files).toMatchObject([{ name: 'cups.html', url: `/page/file/${id}` }]);
    const file = await get(`/page/file/${id}`);
    expect(await file.text()).toBe('<script>tea()</script>');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect((await get('/page/file/F0NONE')).status).toBe(404);
  });

  it('is refused in words when the request makes no sense', async () => {
    expect((await post('/page/act', 'tea')).status).toBe(400);
    expect((await post('/page/act', { as: 'U0MIA', do: { what: 'dances' } })).status).toBe(400);
    const nobody = await post('/page/act', { as: 'U0NOBODY', do: { what: 'opensHome' } });
    expect([nobody.status, (await nobody.text()) !== '']).toEqual([409, true]);
  });
});
