import { describe, expect, it } from 'vitest';
import type { LogDetail } from './page/contract.ts';
import { aTeaPage } from './tea-page.ts';

let turned: Date[] = [];
/** Turning the clock waits here until the test lets it go on. */
let letTurn = () => {};

const page = aTeaPage({
  turning: async (to) => {
    await new Promise<void>((resolve) => {
      letTurn = resolve;
    });
    turned.push(to);
  },
});
const { get, post, asked, does, state, log } = page;

describe('behind the scenes', () => {
  it('every page hears that something changed', async () => {
    const stop = new AbortController();
    const changes = await fetch(new URL('/page/changes', page.slack.url), { signal: stop.signal });
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
    const detail = await asked<LogDetail>(`/page/log/${order?.id}`);
    expect(detail.sent).toMatchObject({ command: '/tea', text: '1' });
    expect(detail.about).toMatchObject({ type: 'slash_commands', outcome: 'acked' });
    expect((await get('/page/log/9999')).status).toBe(404);
  });

  it('something goes wrong at a click, for as long as it says, and is mended by another', async () => {
    const left = async () =>
      (await state()).faults.flatMap((fault) => (fault.left === undefined ? [] : [[fault.id, fault.left]]));
    for (const id of ['lost-post', 'late', 'slow', 'rates']) await post('/page/fault', { id });
    expect(await left()).toEqual([
      ['lost-post', 'once more'],
      ['slow', 'until mended'],
      ['late', '3 more'],
      ['rates', 'until pressed again'],
    ]);
    await post('/page/fault', {});
    // To be held to Slack's limits is no fault: that ends by the same button.
    expect(await left()).toEqual([['rates', 'until pressed again']]);
    await post('/page/fault', { id: 'rates' });
    expect(await left()).toEqual([]);
    expect((await post('/page/fault', { id: 'flood' })).status).toBe(400);
  });

  it('every kind of trouble does something', async () => {
    const { faults } = await state();
    for (const { id } of faults) {
      const answer = await post('/page/fault', { id });
      expect([id, answer.status]).toEqual([id, 200]);
    }
    expect(page.slack.faults.active().length).toBeGreaterThan(0);
    await post('/page/fault', {});
  });

  it('a refusal stands there by name', async () => {
    const authorization = `Bearer ${page.slack.botToken}`;
    await fetch(`${page.slack.apiUrl}conversations.list`, { method: 'POST', headers: { authorization } });
    expect(await log()).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'conversations.list', refused: 'missing_scope' })]),
    );
  });

  it('the clock turns to where it is told, one turn at a time', async () => {
    turned = [];
    const { clock } = await state();
    expect(clock).toEqual({
      now: '2026-11-20T09:00:00.000Z',
      turning: false,
      targets: [{ label: 'To Monday 09:00', at: '2026-11-23T08:00:00.000Z' }],
    });
    const first = post('/page/clock', { to: clock.targets[0]?.at });
    await expect.poll(async () => (await state()).clock.turning).toBe(true);
    expect((await post('/page/clock', { to: clock.targets[0]?.at })).status).toBe(409);
    letTurn();
    expect((await first).status).toBe(200);
    expect(turned).toEqual([new Date('2026-11-23T08:00:00Z')]);
    expect((await state()).clock).toMatchObject({ now: '2026-11-23T08:00:00.000Z', turning: false });
  });
});
