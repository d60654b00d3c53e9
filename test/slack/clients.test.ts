import { createServer, type RequestListener, type Server } from 'node:http';
import { App } from '@slack/bolt';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { bulkClient, interactiveClient, interactiveOptions, socketOptions } from '../../src/slack/clients.ts';

let server: Server;
let asked: string[];
afterEach(() => server.close());

/** Something that answers instead of Slack; every request's path is remembered. */
async function slackThat(answers: RequestListener): Promise<string> {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/`;
}

const both = [
  ['interactive', interactiveClient],
  ['bulk', bulkClient],
] as const;

describe.each(both)('the %s client', (_name, client) => {
  it('never repeats a call: what looks lost may have arrived', async () => {
    const url = await slackThat((_request, response) => void response.writeHead(500).end());
    await expect(client('xoxb-1', url).chat.postMessage({ channel: 'C1', text: 'hi' })).rejects.toThrow();
    expect(asked).toEqual(['/api/chat.postMessage']);
  });

  it('says at once that Slack wants it to slow down, and for how long', async () => {
    const url = await slackThat((_request, response) => void response.writeHead(429, { 'retry-after': '30' }).end());
    const slow: unknown = await client('xoxb-1', url)
      .chat.postMessage({ channel: 'C1', text: 'hi' })
      .catch((error) => error);
    expect(slow).toBeInstanceOf(WebAPIRateLimitedError);
    expect(slow).toMatchObject({ retryAfter: 30 });
  });

  it('talks to nobody but Slack, whatever it is told to call', async () => {
    const url = await slackThat((_request, response) => void response.end('{"ok":true}'));
    await client('xoxb-1', url).apiCall('https://elsewhere.invalid/chat.postMessage');
    expect(asked).toHaveLength(1);
  });
});

it('a rate limit on one client doesn’t hold up the other', async () => {
  const url = await slackThat((request, response) => {
    const limited = request.url?.endsWith('chat.postMessage');
    response.writeHead(limited ? 429 : 200, limited ? { 'retry-after': '30' } : {}).end('{"ok":true}');
  });
  const interactive = interactiveClient('xoxb-1', url);
  const posting = expect(bulkClient('xoxb-1', url).chat.postMessage({ channel: 'C1', text: 'hi' })).rejects.toThrow(
    WebAPIRateLimitedError,
  );
  await interactive.users.info({ user: 'U1' });
  await posting;
});

it('somebody who waits is told that Slack doesn’t answer, before their patience ends', async () => {
  const url = await slackThat(() => {});
  expect(interactiveOptions().timeout).toBe(2_500);
  await expect(interactiveClient('xoxb-1', url).users.info({ user: 'U1' })).rejects.toThrow();
  server.closeAllConnections();
});

it('Bolt, which changes the options it is given, spoils nobody else’s', async () => {
  await slackThat(() => {});
  const given = interactiveOptions('http://127.0.0.1:1/api/');
  new App({
    token: 'xoxb-1',
    appToken: 'xapp-1',
    socketMode: true,
    tokenVerificationEnabled: false,
    clientOptions: given,
  });
  expect(interactiveOptions('http://127.0.0.1:1/api/')).toMatchObject({ retryConfig: { retries: 0 }, timeout: 2_500 });
  expect(socketOptions()).not.toBe(socketOptions());
});
