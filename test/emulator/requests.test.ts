import { request as ask } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, type Garden, manifest } from './garden.ts';

let garden: Garden;
let slack: Slack;

beforeEach(async () => {
  const bot = ['commands', 'chat:write', 'im:history', 'users:read', 'channels:read'];
  garden = await aGarden({
    manifest: { ...manifest, oauth_config: { scopes: { bot } } },
    async routes(request, response) {
      if (request.url === '/broken') throw new Error('Secret words of ours');
      response.end();
      return true;
    },
  });
  slack = garden.slack;
});

afterEach(() => garden.close());

/** What Slack answers to a request of the app that no SDK would make. */
async function call(method: string, { headers = {}, ...rest }: RequestInit & { headers?: Record<string, string> }) {
  const authorization = `Bearer ${slack.botToken}`;
  const answer = await fetch(`${slack.apiUrl}${method}`, { ...rest, headers: { authorization, ...headers } });
  return (await answer.json()) as { ok: boolean; error?: string; user?: { id: string } };
}

const posted = (method: string, type: string, body: string) =>
  call(method, { method: 'POST', headers: { 'content-type': type }, body });

/** The status of a request with headers that only a browser sends. */
const statusFor = (headers: Record<string, string>, method = 'POST') =>
  new Promise<number | undefined>((resolve, reject) => {
    const asking = ask(`${slack.url}/anything`, { method, headers }, async (response) => {
      await bodyOf(response);
      resolve(response.statusCode);
    });
    asking.on('error', reject).end();
  });

describe('A call of a method', () => {
  it('may say what it wants in the address or in the body, as a form, in parts or as JSON', async () => {
    const parts = new FormData();
    parts.set('user', 'U0BEN');
    const answers = [
      await call('users.info?user=U0BEN', {}),
      await call('users.info?user=U0BEN', { method: 'POST' }),
      await call('users.info', { method: 'POST', body: parts }),
      await posted('users.info', 'application/x-www-form-urlencoded; charset=utf-8', 'user=U0BEN'),
      await posted('users.info', 'application/json; charset=utf-8', '{"user":"U0BEN","include_locale":null}'),
    ];
    expect(answers.map(({ user }) => user?.id)).toEqual(Array(5).fill('U0BEN'));
  });

  it.each([
    ['that is no JSON', 'application/json', '{', 'invalid_json'],
    ['that is a list', 'application/json', '[]', 'json_not_object'],
    [
      'that is nested without end',
      'application/json',
      `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      'invalid_json',
    ],
    ['whose parts are none', 'multipart/form-data; boundary=x', 'x', 'invalid_form_data'],
    ['of a kind that Slack does not read', 'application/xml', '<a/>', 'invalid_post_type'],
    ['of no kind', '', '{}', 'missing_post_type'],
  ])('is refused with a body %s', async (_what, type, body, error) => {
    expect(await posted('auth.test', type, body)).toEqual({ ok: false, error });
  });

  it('finds nobody and nothing under a name that every object has', async () => {
    expect((await call('users.info?user=constructor', {})).error).toBe('user_not_found');
    expect((await call('users.info', {})).error).toBe('user_not_found');
    expect((await call('chat.postMessage?channel=__proto__&text=x', {})).error).toBe('channel_not_found');
    expect((await call('conversations.list?types=constructor', {})).error).toBe('invalid_types');
    expect((await call('constructor', {})).error).toBe('unknown_method');
  });

  it('is told nothing of ours when we have made a mistake: that stands among the refusals', async () => {
    const answer = await fetch(`${slack.url}/broken`);
    expect([answer.status, await answer.json()]).toEqual([500, { ok: false, error: 'fatal_error' }]);
    expect(slack.refusals.at(-1)?.messages.join()).toContain('Secret words of ours');
  });
});

describe('A web page of somebody else', () => {
  it('cannot act for people here', async () => {
    expect(await statusFor({ origin: 'https://example.com' })).toBe(403);
    expect(await statusFor({ origin: 'null' })).toBe(403);
    expect(await statusFor({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusFor({ origin: slack.url })).toBe(200);
    expect(await statusFor({})).toBe(200);
  });

  it('cannot pass for this machine under its own name', async () => {
    expect(await statusFor({ host: 'example.com' }, 'GET')).toBe(403);
    expect(await statusFor({ host: 'example.com', origin: 'http://example.com' })).toBe(403);
    expect(await statusFor({ host: 'localhost:4747', origin: 'http://localhost:4747' })).toBe(200);
  });
});
