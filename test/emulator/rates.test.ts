import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { METHODS } from './core/api/call.ts';
import { type Rates, SLACK_RATES, type Slack } from './core/index.ts';
import { TIERS } from './core/tiers.ts';
import { aGarden, type Garden, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

beforeEach(async () => {
  garden = await aGarden();
  slack = garden.slack;
  web = garden.client(slack.botToken, { rejectRateLimitedCalls: true });
});

afterEach(() => garden.close());

/** How many seconds each of so many calls is told to wait, one after the other; 0: it passes. */
async function waits(times: number, call: () => Promise<unknown>): Promise<number[]> {
  const told: number[] = [];
  for (let each = 0; each < times; each += 1)
    told.push(
      await call().then(
        () => 0,
        (reason: { retryAfter?: number }) => reason.retryAfter ?? -1,
      ),
    );
  return told;
}

const passed = (told: readonly number[]) => told.filter((seconds) => seconds === 0).length;
const post = (channel: string) => () => web.chat.postMessage({ channel, text: 'x' });
const later = (seconds: number) => garden.turn(new Date(start.getTime() + seconds * 1000));

const narrow: Rates = {
  methods: { 'users.info': { perMinute: 20, burst: 2 } },
  postsPerChannel: { perMinute: 60, burst: 2 },
  postsPerWorkspace: { perMinute: 120, burst: 3 },
};

describe('Slack’s rate limits', () => {
  it('are off until somebody asks for them, and again afterwards', async () => {
    const info = () => web.users.info({ user: 'U0BEN' });
    expect(passed(await waits(150, info))).toBe(150);
    slack.faults.limit(SLACK_RATES);
    expect(slack.faults.limits()).toBe(SLACK_RATES);
    expect(passed(await waits(150, info))).toBe(SLACK_RATES.methods['users.info']?.burst);
    slack.faults.limit(undefined);
    expect(passed(await waits(150, info))).toBe(150);
  });

  it('say how long to wait, and then let the next one through', async () => {
    slack.faults.limit(narrow);
    const info = () => web.users.info({ user: 'U0BEN' });
    expect(await waits(4, info)).toEqual([0, 0, 3, 3]);
    later(2);
    expect(await waits(1, info)).toEqual([1]);
    later(3);
    expect(await waits(2, info)).toEqual([0, 3]);
    later(3600);
    expect(await waits(3, info)).toEqual([0, 0, 3]);
  });

  it('take nothing back when the clock is turned back', async () => {
    slack.faults.limit(narrow);
    const info = () => web.users.info({ user: 'U0BEN' });
    expect(await waits(1, info)).toEqual([0]);
    later(-86_400);
    expect(await waits(2, info)).toEqual([0, 3]);
    later(-86_397);
    expect(await waits(1, info)).toEqual([0]);
  });

  it('answer as Slack does', async () => {
    slack.faults.limit({ ...narrow, methods: { 'auth.test': { perMinute: 1, burst: 0 } } });
    const answer = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
      429,
      '60',
      { ok: false, error: 'ratelimited' },
    ]);
  });

  it('count messages by conversation, whatever it is called', async () => {
    slack.faults.limit({ ...narrow, postsPerWorkspace: { perMinute: 600, burst: 100 } });
    expect(await waits(1, post('U0BEN'))).toEqual([0]);
    expect(await waits(2, post(slack.as('U0BEN').appDm()))).toEqual([0, 1]);
    expect(await waits(3, post('C0BEDS'))).toEqual([0, 0, 1]);
    expect(slack.as('U0BEN').messages().length).toBe(2);
  });

  it('have a ceiling for all messages together', async () => {
    slack.faults.limit(narrow);
    expect([...(await waits(2, post('U0BEN'))), ...(await waits(2, post('U0ANNA')))]).toEqual([0, 0, 0, 1]);
    later(1);
    expect([...(await waits(2, post('U0BEN'))), ...(await waits(1, post('U0ANNA')))]).toEqual([0, 1, 0]);
  });

  it('leave the answers to a click alone', async () => {
    await garden.overSockets();
    slack.faults.limit({ ...narrow, postsPerChannel: { perMinute: 1, burst: 0 } });
    await slack.as('U0BEN').types('look at this', { in: 'C0BEDS' });
    const ts = slack.as('U0BEN').messages('C0BEDS').at(-1)?.ts ?? '';
    const pressed = await slack.as('U0ANNA').messageShortcut('Press this flower', { channel: 'C0BEDS', ts });
    expect(pressed.ephemeral.map(({ text }) => text)).toEqual(['Pressed']);
  });

  it('are known of every method', () => {
    expect(Object.keys(METHODS).filter((method) => TIERS[method] === undefined)).toEqual([]);
  });
});
