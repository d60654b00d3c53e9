import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, Slack } from './core/index.ts';
import { aGarden, card, formOf, type Garden, lastPayload } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

beforeEach(async () => {
  garden = await aGarden();
  ({ slack, web } = garden);
});

afterEach(() => garden.close());

const post = (channel = 'U0BEN') => web.chat.postMessage({ channel, text: 'x' });
const posted = (userId = 'U0BEN') => slack.as(userId).messages().length;

/** The code by which the SDK tells what became of a call. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (reason: { code?: string }) => reason.code ?? String(reason),
  );

describe('A call that goes wrong on purpose', () => {
  it.each<[name: string, fault: Omit<Fault, 'method'>, code: string]>([
    ['is refused', { error: 'fatal_error' }, 'slack_webapi_platform_error'],
    ['meets a broken server', { status: 503 }, 'slack_webapi_http_error'],
    ['is told to wait', { retryAfter: 0 }, 'slack_webapi_rate_limited_error'],
    ['gets a page from a proxy', { garbage: true }, 'slack_webapi_platform_error'],
    ['is cut off', { cut: true }, 'slack_webapi_request_error'],
  ])('%s, and nothing is done', async (_name, fault, code) => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, ...fault });
    const impatient = garden.client(slack.botToken, { rejectRateLimitedCalls: true });
    expect(await codeOf(impatient.chat.postMessage({ channel: 'U0BEN', text: 'x' }))).toBe(code);
    expect(posted()).toBe(0);
    expect(slack.faults.active()).toEqual([]);
    await post();
    expect(posted()).toBe(1);
  });

  it('says what it is in the words of HTTP', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, retryAfter: 7 });
    slack.faults.add({ method: 'chat.postMessage', times: 1, status: 500 });
    slack.faults.add({ method: 'chat.postMessage', times: 1, status: 404, error: 'gone' });
    slack.faults.add({ method: 'chat.postMessage', times: 1, garbage: true });
    const answers = [];
    for (let each = 0; each < 4; each += 1) {
      const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' });
      answers.push([response.status, response.headers.get('retry-after'), (await response.text()).slice(0, 40)]);
    }
    expect(answers).toEqual([
      [429, '7', '{"ok":false,"error":"ratelimited"}'],
      [500, null, '{"ok":false,"error":"internal_error"}'],
      [404, null, '{"ok":false,"error":"gone"}'],
      [200, null, '<html><body><h1>It works!</h1></body></h'],
    ]);
  });

  it('loses an answer although the message is there', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, loseAnswer: true });
    await expect(post()).rejects.toThrow();
    expect(posted()).toBe(1);
  });

  it('posts after it has already hung up', async () => {
    slack.faults.add({ method: 'chat.postMessage', times: 1, lateCommitMs: 300 });
    await expect(post()).rejects.toThrow();
    expect(posted()).toBe(0);
    while (posted() === 0) await sleep(5);
    expect(posted()).toBe(1);
  });

  it('never answers, and does nothing', async () => {
    slack.faults.add({ method: 'chat.postMessage', hang: true });
    const hasty = garden.client(slack.botToken, { timeout: 100 });
    expect(await codeOf(hasty.chat.postMessage({ channel: 'U0BEN', text: 'x' }))).toBe('slack_webapi_request_error');
    slack.faults.clear();
    expect(posted()).toBe(0);
  });

  it('strikes some calls and spares others when it has odds', async () => {
    slack.faults.add({ method: 'chat.postMessage', odds: 0.5, error: 'fatal_error' });
    const codes = new Set<string>();
    while (codes.size < 2) codes.add(await codeOf(post()));
    expect([...codes].toSorted()).toEqual(['done', 'slack_webapi_platform_error']);
  });

  it('is slow everywhere when the network is', async () => {
    slack.faults.add({ method: '*', delayMs: 60 });
    await post();
    await web.users.info({ user: 'U0BEN' });
    expect(slack.calls.every(({ ms }) => ms >= 55)).toBe(true);
    expect(posted()).toBe(1);
  });
});

describe('A fault with an aim', () => {
  it.each([
    ['a person', (): string => 'U0BEN'],
    ['their direct messages', (): string => slack.as('U0BEN').appDm()],
  ])('strikes %s and nobody else', async (_name, channel) => {
    await post();
    slack.faults.add({ method: '*', channel: channel(), error: 'fatal_error' });
    expect(await codeOf(post())).toBe('slack_webapi_platform_error');
    expect(await codeOf(post(slack.as('U0BEN').appDm()))).toBe('slack_webapi_platform_error');
    await post('U0ANNA');
    await post('C0BEDS');
    expect([posted(), posted('U0ANNA')]).toEqual([1, 1]);
  });

  it('strikes what a person would have seen', async () => {
    await garden.overSockets();
    slack.faults.add({ method: 'views.open', channel: 'U0ANNA', error: 'internal_error' });
    expect((await slack.as('U0ANNA').types('/plant')).modal).toBeUndefined();
    expect((await slack.as('U0BEN').types('/plant')).modal?.title).toBe('Plant');
  });

  it('strikes the answers to a click', async () => {
    await garden.overSockets();
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'Basil', blocks: card('Basil') });
    slack.faults.add({ method: 'response_url', times: 1, channel: 'U0ANNA', status: 500 });
    const anna = slack.as('U0ANNA');
    await anna.clicks('Pick');
    expect(anna.messages().at(-1)?.readable).toContain('[Pick]');
    await anna.clicks('Pick');
    expect(anna.messages().at(-1)?.readable).toBe('Basil picked');
  });
});

describe('A workspace that hasn’t got a block yet', () => {
  const text = { type: 'mrkdwn' as const, text: 'x' };
  const section = { type: 'section' as const, text };
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => 'taken',
      ({ data }: { data: { error: string; response_metadata: { messages: string[] } } }) => [
        data.error,
        ...data.response_metadata.messages,
      ],
    );

  beforeEach(() => slack.faults.add({ method: '*', unknownBlock: 'divider' }));

  it('refuses the whole message, wherever in it the block stands', async () => {
    const divider = { type: 'divider' as const };
    expect(await refusal(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: [section, divider] }))).toEqual([
      'invalid_blocks',
      '[ERROR] unsupported type: divider [json-pointer:/blocks/1/type]',
    ]);
    const attached = web.chat.postMessage({ channel: 'U0BEN', text: 'x', attachments: [{ blocks: [divider] }] });
    expect(await refusal(attached)).toEqual([
      'invalid_blocks',
      '[ERROR] unsupported type: divider [json-pointer:/attachments/0/blocks/0/type]',
    ]);
    expect(await refusal(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: [section] }))).toBe('taken');
  });

  it('refuses a view in the words for views', async () => {
    const view = { type: 'home' as const, blocks: [section, { type: 'divider' as const }] };
    expect(await refusal(web.views.publish({ user_id: 'U0BEN', view }))).toEqual([
      'invalid_arguments',
      '[ERROR] unsupported type: divider [json-pointer:/view/blocks/1/type]',
    ]);
    expect(await refusal(web.views.publish({ user_id: 'U0BEN', view: { ...formOf(), type: 'home' } }))).not.toContain(
      'unsupported type: divider',
    );
  });

  it('refuses an acknowledgement, and whoever waits for it is told', async () => {
    slack.faults.clear();
    slack.faults.add({ method: 'acknowledgement', times: 1, unknownBlock: 'divider' });
    await garden.overSockets();
    const anna = slack.as('U0ANNA');
    await anna.types('/plant');
    await anna.fills({ 'Which seed?': 'Basil', 'A note': 'rule it off' });
    expect((await anna.submits()).notice).toBe('We had some trouble connecting. Try again?');
    expect(slack.refusals.at(-1)).toMatchObject({
      what: 'acknowledgement',
      error: 'invalid_arguments',
      messages: ['[ERROR] unsupported type: divider [json-pointer:/view/blocks/0/type]'],
    });
    expect(anna.modal?.filled).toMatchObject({ 'A note': 'rule it off' });
    expect((await anna.submits()).modal?.title).toBe('Ruled off');
  });

  it('refuses an answer to a click', async () => {
    await slack.as('U0ANNA').types('/whisper x');
    const answer = await fetch(lastPayload(slack, 'response_url'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'x', blocks: [{ type: 'divider' }] }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { ok: false, error: 'invalid_blocks' }]);
  });
});

describe('Somebody who watches', () => {
  it('is told that something has changed', async () => {
    let changes = 0;
    const stop = slack.onChange(() => {
      changes += 1;
    });
    await post();
    await slack.idle();
    expect(changes).toBeGreaterThan(0);
    const before = changes;
    stop();
    await post();
    expect(changes).toBe(before);
  });
});
