import type { WebClient } from '@slack/web-api';
import type { Slack } from './core/index.ts';
import { aCrowd, BUSY, type Crowd, READER } from './crowd.ts';
import { aGarden, type Garden, manifest as gardens, start } from './garden.ts';
import { pageRoutes } from './page/server.ts';

/**
 * How much slower a big workspace is than a small one: `npx tsx test/emulator/speed.ts` prints the median of each and
 * their ratio, both of the same run.
 */
const SMALL: Crowd = { people: 10, channels: 3, messages: 10 };
const BIG: Crowd = { people: 5_000, channels: 500, messages: 10_000 };

type Place = { slack: Slack; web: WebClient };

/** What is measured, and how often, in milliseconds; work that knows better than the clock answers how many it took. */
type Work = [name: string, times: number, work: (place: Place) => Promise<unknown> | unknown];

const newest = `/page/state?as=${READER}&in=${BUSY}`;

const WORK: readonly Work[] = [
  ['a command’s acknowledgement', 200, async ({ slack }) => (await slack.as(READER).types('/whisper x')).ms],
  ['chat.postMessage', 200, ({ web }) => web.chat.postMessage({ channel: BUSY, text: 'One more' })],
  ['chat.postMessage in a thread', 50, ({ slack, web }) => web.chat.postMessage(answerIn(slack))],
  ['somebody writes', 200, ({ slack }) => slack.as(READER).types('Hello', { in: BUSY })],
  ['somebody clicks', 20, async ({ slack }) => (await slack.as(READER).clicks('Pick', { beside: 'read' })).ms],
  ['conversations.history, 15 of them', 50, ({ web }) => web.conversations.history({ channel: BUSY, limit: 15 })],
  ['users.list, 10 of them', 50, ({ web }) => web.users.list({ limit: 10 })],
  ['users.info', 50, ({ web }) => web.users.info({ user: READER })],
  ['the page’s state', 50, async ({ slack }) => (await fetch(`${slack.url}${newest}`)).text()],
  ['conversations()', 50, ({ slack }) => slack.as(READER).conversations()],
  ['messages(), all of them', 5, ({ slack }) => slack.as(READER).messages(BUSY)],
  ['dump()', 5, ({ slack }) => slack.dump()],
];

const answerIn = (slack: Slack) => ({
  channel: BUSY,
  text: 'And another',
  thread_ts: slack.as(READER).page(BUSY, 1).messages[0]?.ts ?? '',
});

/** The garden's app, which may read along. */
const manifest = {
  ...gardens,
  oauth_config: {
    scopes: { bot: [...(gardens.oauth_config?.scopes?.bot ?? []), 'channels:history', 'channels:read'] },
  },
};

async function median(times: number, work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let each = 0; each <= times; each += 1) {
    const began = performance.now();
    const said = await work();
    const ms = typeof said === 'number' ? said : performance.now() - began;
    // The first is for warming up.
    if (each > 0) took.push(ms);
  }
  return took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)] ?? 0;
}

/** Runs all the work in one workspace: the medians, in its order. */
async function measured(crowd: Crowd): Promise<number[]> {
  const seed = await aCrowd(crowd);
  const controls = { now: () => start, targets: () => [], turn: async () => {} };
  const garden: Garden = await aGarden({ manifest, seed, routes: pageRoutes(() => garden.slack, controls) });
  const { slack, web } = garden;
  slack.waitFor(() => false);
  await garden.overSockets();
  await slack.as(READER).opensHome();
  const medians: number[] = [];
  for (const [, times, work] of WORK) medians.push(await median(times, () => work({ slack, web })));
  await garden.close();
  return medians;
}

const ms = (value: number) => `${value.toFixed(2)} ms`.padStart(11);
await measured(SMALL); // so that neither is the one that warms up the machine
const small = await measured(SMALL);
const big = await measured(BIG);
for (const [n, [name]] of WORK.entries()) {
  const [one = 0, other = 0] = [small[n], big[n]];
  process.stdout.write(`${name.padEnd(36)}${ms(one)}${ms(other)}   × ${(other / one).toFixed(1)}\n`);
}
