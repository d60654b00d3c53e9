import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, card, formOf, type Garden, lastPayload } from './garden.ts';

let garden: Garden;
let slack: Slack;
const servers: Server[] = [];

beforeEach(async () => {
  garden = await aGarden();
  slack = garden.slack;
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await garden.close();
});

type Letter = { path: string; headers: IncomingMessage['headers']; body: string };

/** An app that is only a web server; answers the letters it gets. */
async function anApp(answer: (response: ServerResponse, count: number) => void): Promise<Letter[]> {
  const letters: Letter[] = [];
  const server = createServer(async (request, response) => {
    letters.push({ path: request.url ?? '', headers: request.headers, body: await bodyOf(request) });
    answer(response, letters.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.deliverOverHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return letters;
}

const outcomes = () => slack.envelopes.map(({ retry, outcome }) => [retry, outcome]);
const reasons = (letters: Letter[]) =>
  letters.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

async function benWrites() {
  await slack.as('U0BEN').types('hello');
  await slack.idle();
}

describe('A letter to the app', () => {
  it('is signed, and says what is in it', async () => {
    const letters = await anApp((response) => response.end());
    await benWrites();
    await slack.as('U0BEN').types('/plant a tree');
    for (const { headers, body } of letters) {
      const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const digest = createHmac('sha256', slack.signingSecret).update(signed).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
    }
    expect(letters.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
    expect(new URLSearchParams(letters[1]?.body).get('text')).toBe('a tree');
  });

  it('comes again after an error, and says that it does', async () => {
    const letters = await anApp((response, count) => response.writeHead(count === 1 ? 500 : 200).end());
    await benWrites();
    expect(outcomes()).toEqual([
      [0, 'failed'],
      [1, 'acked'],
    ]);
    expect(reasons(letters)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
    ]);
    expect(letters[1]?.body).toBe(letters[0]?.body);
  });

  it('doesn’t come again when the app asks for that', async () => {
    const letters = await anApp((response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
    await benWrites();
    expect(letters.length).toBe(1);
  });

  it('follows two redirects, and no more', async () => {
    const around = (last: number) => (response: ServerResponse, count: number) =>
      response.writeHead(count > last ? 200 : 307, { location: `/slack/${count}` }).end();
    const two = await anApp(around(2));
    await benWrites();
    expect(two.map(({ path }) => path)).toEqual(['/slack/events', '/slack/1', '/slack/2']);
    expect(outcomes()).toEqual([[0, 'acked']]);
    const endless = await anApp(around(3));
    await benWrites();
    expect(reasons(endless).at(-1)).toEqual(['1', 'too_many_redirects']);
  });

  it('finds nobody there', async () => {
    slack.deliverOverHttp('http://127.0.0.1:9');
    await benWrites();
    expect(outcomes()).toEqual([
      [0, 'not delivered'],
      [1, 'not delivered'],
    ]);
  });

  it('is too late when the answer begins in time and doesn’t end', async () => {
    await anApp((response) => response.writeHead(200).write('{'));
    const outcome = await slack.as('U0ANNA').types('/plant');
    expect(outcome).toMatchObject({ acked: false, notice: '/plant failed with the error “operation_timeout”' });
  });

  it('that brings a form is not answered with words', async () => {
    await anApp((response) => response.end('OK'));
    const anna = slack.as('U0ANNA');
    await anna.types('/plant');
    const view = { ...formOf(), blocks: formOf().blocks.filter(({ block_id }) => block_id === 'where') };
    await garden.web.views.open({ trigger_id: lastPayload(slack, 'trigger_id'), view });
    expect((await anna.submits()).modal).toBeDefined();
    expect(anna.notices.at(-1)).toBe('We had some trouble connecting. Try again?');
  });
});

describe('Slack’s challenge', () => {
  it('is answered by an ordinary app', async () => {
    await garden.overHttp();
    expect(await slack.verifyUrl()).toBe(true);
  });

  it.each<[name: string, answer: (response: ServerResponse) => void]>([
    ['says something else', (response) => response.end('welcome')],
    ['refuses', (response) => response.writeHead(403).end()],
    ['hangs up', (response) => response.destroy()],
  ])('isn’t answered by one that %s', async (_name, answer) => {
    await anApp(answer);
    expect(await slack.verifyUrl()).toBe(false);
  });

  it('isn’t asked over Socket Mode', async () => {
    expect(await slack.verifyUrl()).toBe(false);
  });
});

describe.each([
  ['over Socket Mode, where it isn’t connected', async () => {}],
  ['over HTTP, where it fails', () => anApp((response) => response.writeHead(500).end())],
])('Somebody whose app doesn’t answer %s', (_name, deaf) => {
  beforeEach(async () => {
    await deaf();
  });

  const NOBODY = 'Garden did not respond';
  const anna = () => slack.as('U0ANNA');

  /** A command fails, but its trigger is good for a form. */
  async function openForm(view = formOf()) {
    await anna().types('/plant');
    await garden.web.views.open({ trigger_id: lastPayload(slack, 'trigger_id'), view });
  }

  it('is told so after a command', async () => {
    expect((await anna().types('/plant')).notice).toBe('/plant failed with the error “dispatch_failed”');
  });

  it('is told so after a shortcut', async () => {
    expect((await anna().shortcut('Plant a tree')).notice).toBe(NOBODY);
  });

  it('is told so after a click', async () => {
    await garden.web.chat.postMessage({ channel: 'U0ANNA', text: 'Basil', blocks: card('Basil') });
    expect((await anna().clicks('Pick')).notice).toBe(NOBODY);
  });

  it('is offered nothing', async () => {
    await openForm();
    expect(await anna().searches('Which seed?', 'b')).toEqual([]);
    expect(anna().notices.at(-1)).toBe(NOBODY);
  });

  it('keeps the form, and what is in it, after saving it', async () => {
    await openForm({ ...formOf(), blocks: formOf().blocks.filter(({ block_id }) => block_id !== 'seed') });
    await anna().fills({ 'A note': 'in May', 'Where?': 'Shade' });
    const saved = await anna().submits();
    expect(saved).toMatchObject({ acked: false, notice: 'We had some trouble connecting. Try again?' });
    expect(saved.modal?.filled).toEqual({ 'A note': 'in May', 'Where?': 'Shade' });
  });

  it('closes a form without a word', async () => {
    await openForm();
    const said = anna().notices.length;
    expect((await anna().closes()).modal).toBeUndefined();
    expect(anna().notices.length).toBe(said);
  });
});
