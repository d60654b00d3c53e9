import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpReceiver } from '../../src/slack/receivers.ts';
import type { Slack } from '../emulator/core/index.ts';
import { noLog } from '../support/no-log.ts';
import { SANNE, smallApp, smallSlack } from './small-slack.ts';

let slack: Slack;
let receiver: ReturnType<typeof httpReceiver>;
let port: number;
let served: string[];
let work: () => Promise<void>;
beforeEach(async () => {
  slack = await smallSlack();
  receiver = httpReceiver({ signingSecret: slack.signingSecret, port: 0, log: noLog });
  work = async () => {};
  served = smallApp(receiver, slack, () => work()).served;
  port = await receiver.start();
  slack.deliverOverHttp(`http://127.0.0.1:${port}`);
});
afterEach(async () => {
  await receiver.stop();
  await slack.close();
});

const type = (text: string) => slack.as(SANNE).types(`/customer ${text}`);

/** A command as Slack would send it, signed `ago` seconds ago with this secret. */
function post({ ago = 0, secret = slack.signingSecret, path = '/slack/events' } = {}) {
  const body = new URLSearchParams({
    command: '/customer',
    text: 'by hand',
    team_id: slack.teamId,
    user_id: SANNE,
  }).toString();
  const timestamp = Math.floor(Date.now() / 1_000) - ago;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  });
}

describe('requests over HTTP', () => {
  it('are served where Slack signed them', async () => {
    expect((await type('signed')).acked).toBe(true);
    expect(served).toEqual(['signed']);
  });

  it.each([
    ['nobody with the secret signed', () => post({ secret: 'guessed' })],
    ['are older than five minutes', () => post({ ago: 301 })],
    ['are from the future', () => post({ ago: -90 })],
  ])('that %s are refused', async (_why, send) => {
    expect((await send()).status).toBe(401);
    expect(served).toEqual([]);
  });

  it('to another address are not ours', async () => {
    expect((await post({ path: '/slack' })).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/slack/events`)).status).toBe(405);
  });

  it('with an address that is none are answered, and the next one too', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST // HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n');
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toContain('404');
    expect((await type('next')).acked).toBe(true);
  });
});

describe('stopping', () => {
  it('lets a command that is being worked on be answered, on a connection that then closes', async () => {
    let finish = () => {};
    work = () => new Promise((resolve) => (finish = resolve));
    const answer = post();
    while (receiver.inFlight() === 0) await sleep(5);
    receiver.stopIntake();
    expect(receiver.reachable()).toBe(false);
    expect(await receiver.drained(50)).toBe(false);
    finish();
    expect((await answer).status).toBe(200);
    expect(await receiver.drained(2_000)).toBe(true);
    expect({ served, inFlight: receiver.inFlight() }).toEqual({ served: ['by hand'], inFlight: 0 });
    await expect(post()).rejects.toThrow();
  });
});

it('a port that is taken is an error', async () => {
  const second = httpReceiver({ signingSecret: slack.signingSecret, port, log: noLog });
  await expect(second.start()).rejects.toThrow('EADDRINUSE');
});
