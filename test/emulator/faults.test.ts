import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, type Garden } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

describe('What goes wrong on purpose', () => {
  beforeEach(async () => {
    garden = await aGarden();
    ({ slack, web } = garden);
  });

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

  it('never answers, and does nothing', async () => {
    slack.faults.add({ method: 'chat.postMessage', hang: true });
    const giveUp = fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', signal: AbortSignal.timeout(100) });
    await expect(giveUp).rejects.toThrow('timeout');
    slack.faults.clear();
    await post();
    expect(posted()).toBe(1);
  });

  it('sends an event again under the same id when nobody takes it', async () => {
    await slack.as('U0BEN').types('is anybody there?');
    await slack.idle();
    const ids = slack.envelopes.map(({ payload }) => payload.event_id);
    expect(slack.envelopes.map(({ outcome, retry }) => [outcome, retry])).toEqual([
      ['not delivered', 0],
      ['not delivered', 1],
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  it('routes nothing to a connection that was told to go', async () => {
    await garden.overSockets();
    await garden.overSockets();
    expect(slack.connections()).toBe(2);
    slack.refreshSockets();
    expect(slack.connections()).toBe(0);
    expect((await slack.as('U0ANNA').types('/whisper x')).notice).toBe(
      '/whisper failed with the error “dispatch_failed”',
    );
  });

  it('cuts every connection without a word', async () => {
    await garden.overSockets();
    await garden.overSockets();
    const anna = slack.as('U0ANNA');
    expect((await anna.types('/whisper one')).acked).toBe(true);
    slack.dropSockets();
    await slack.idle();
    expect(slack.connections()).toBe(0);
  });

  it('tells whoever watches that something has changed', async () => {
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

  it('sends a payload twice when it doubts that it arrived', async () => {
    await garden.overSockets();
    await slack.as('U0BEN').types('once');
    const [said] = slack.envelopes;
    expect(said && (await slack.redeliver(said))).toBe('acked');
    await slack.idle();
    expect(
      slack
        .as('U0BEN')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['once', 'You said once', 'You said once']);
  });
});
