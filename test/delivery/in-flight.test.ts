import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, colleague, type Scene, STORIES, scene } from './scene.ts';
import { type Delay, slowNetwork } from './slow-network.ts';

let database: TestDatabase;
let house: Scene;
let network: ReturnType<typeof slowNetwork>;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  const stopped = house.stopAll();
  await network.pass({ minutes: 1 });
  await stopped;
  await house.close();
});
afterAll(() => database.close());

const POST = 'chat.postMessage';
const FAST = { ceiling: 4, startRate: 4 };
const COLLEAGUES = 30;

/** So many messages, each to somebody else for as long as there are others. */
const put = (count: number) =>
  house.put(
    ...Array.from({ length: count }, (_, n) => ({ subject: `story ${n}`, recipient: colleague(n % COLLEAGUES) })),
  );

async function aSlowSlack(delay: Partial<Delay> = {}, options = {}) {
  house = await scene(database, { colleagues: COLLEAGUES });
  network = slowNetwork(house, (method) => ({ there: 0, back: method === POST ? 1 : 0, ...delay }));
  network.start({ ...FAST, ...options });
}

const pace = () => house.db.run((tx) => tx.sender.findFirstOrThrow());
const seconds = (count: number) => house.clock.now().getTime() + count * 1_000;

describe('while Slack takes its time', () => {
  it('messages go out as fast as the pace allows, a few of them on their way at once', async () => {
    await aSlowSlack();
    await put(80);
    await network.pass({ seconds: 20 });
    expect(house.calls(POST).length).toBeGreaterThanOrEqual(79);
    expect(network.mostAtOnce()).toBe(4);
    await network.pass({ seconds: 2 });
    expect(await house.counts()).toMatchObject({ due: 80, sent: 80 });
  });

  it('no more are on their way at once than are allowed', async () => {
    await aSlowSlack({ back: 10 }, { inFlight: 3 });
    await put(12);
    await network.pass({ minutes: 1 });
    expect(network.mostAtOnce()).toBe(3);
    expect(await house.counts()).toMatchObject({ due: 12, sent: 12 });
  });

  it('nobody, and no channel, has two messages on their way at once', async () => {
    await aSlowSlack({ back: 2 });
    await house.put(...['a', 'b', 'c'].flatMap((subject) => [{ subject }, { subject, recipient: STORIES }]));
    await network.pass({ seconds: 20 });
    expect(house.said(ANNA)).toHaveLength(3);
    expect(house.said(STORIES)).toHaveLength(3);
    expect(network.together()).toEqual([]);
  });

  it('it is busy as long as one is on its way, and keeps other instances from sending', async () => {
    house = await scene(database, { colleagues: COLLEAGUES });
    network = slowNetwork(house, () => ({ there: 0, back: 40 }));
    const sender = network.start(FAST);
    await put(1);
    await network.pass({ seconds: 5 });
    expect(sender.status()).toMatchObject({ busy: true, restedAt: null });
    const { holder } = await pace();
    network.start(FAST);
    await network.pass({ seconds: 30 });
    expect((await pace()).holder).toBe(holder);
    await network.pass({ seconds: 10 });
    expect(sender.status()).toMatchObject({ busy: false });
    expect((await pace()).holder).toBeNull();
  });

  it('a stop waits for every message that is on its way, and leaves nobody waiting for the lease', async () => {
    house = await scene(database, { colleagues: COLLEAGUES });
    network = slowNetwork(house, () => ({ there: 0, back: 5 }));
    const sender = network.start(FAST);
    await put(20);
    await network.pass({ seconds: 0.6 });
    let isOver = false;
    const stopped = sender.stop().then(() => {
      isOver = true;
    });
    await network.pass({ seconds: 4 });
    expect(isOver).toBe(false);
    await network.pass({ seconds: 2 });
    await stopped;
    expect(await house.counts()).toMatchObject({ sent: 3, open: 17, unknown: 0 });
    expect((await pace()).holder).toBeNull();
  });
});

describe('several answers of one moment', () => {
  it('that limit us slow us down once, and no message leaves before the longest pause is over', async () => {
    await aSlowSlack({ back: 1 });
    house.slack.faults.add({ method: POST, times: 2, retryAfter: 10 });
    house.slack.faults.add({ method: POST, times: 2, retryAfter: 20 });
    await put(40);
    const longestOver = seconds(1.5 + 20);
    await network.pass({ seconds: 5 });
    expect(await pace()).toMatchObject({ rate: 2, safeRate: 3.6, troubles: 0 });
    const before = house.calls(POST).length;
    await network.pass({ seconds: (longestOver - house.clock.now().getTime() - 100) / 1_000 });
    expect(house.calls(POST)).toHaveLength(before);
    await network.pass({ seconds: 5 });
    expect(house.calls(POST).length).toBeGreaterThan(before);
    expect((await pace()).rate).toBe(2);
  });

  it('that are lost are one trouble, after which one message goes at a time until Slack answers', async () => {
    await aSlowSlack({ back: 4 });
    house.slack.faults.add({ method: POST, times: 10, status: 500 });
    await put(40);
    await network.pass({ seconds: 5.5 });
    const first = network.flights.filter(({ landed }) => landed <= house.clock.now().getTime());
    expect(first).toHaveLength(6);
    expect((await pace()).troubles).toBe(1);
    await network.pass({ minutes: 1 });
    const later = network.flights.filter(({ method, left }) => method === POST && left >= (first[0]?.landed ?? 0));
    for (const [n, { left }] of later.slice(1, 5).entries()) expect(left).toBeGreaterThanOrEqual(later[n]?.landed ?? 0);
    await network.pass({ minutes: 6 });
    expect(await house.counts()).toMatchObject({ due: 40, sent: 40 });
    expect(house.slack.calls.filter(({ method, status }) => method === POST && status === 200)).toHaveLength(40);
  });

  it('that refuse our token stop us once', async () => {
    await aSlowSlack({ back: 2 });
    house.slack.faults.add({ method: '*', error: 'token_revoked' });
    await put(40);
    await network.pass({ minutes: 1 });
    expect(await pace()).toMatchObject({ stoppedBy: 'token_revoked', rate: 4, troubles: 0 });
    const tried = house.calls(POST).length;
    await network.pass({ minutes: 10 });
    expect(house.calls(POST)).toHaveLength(tried);
    expect(await house.counts()).toMatchObject({ due: 40, open: 40, unknown: 0 });
  });

  it('that refuse every message although Slack knows our token let one go first whenever Slack was asked', async () => {
    await aSlowSlack({ back: 2 });
    house.slack.faults.add({ method: POST, error: 'missing_scope' });
    await put(40);
    await network.pass({ minutes: 1 });
    const tried = house.calls(POST).length;
    await network.pass({ minutes: 10 });
    expect(house.calls(POST)).toHaveLength(tried + 2);
  });
});

it('a pause that Slack asks for is not shortened by an answer that is lost afterwards', async () => {
  house = await scene(database, { colleagues: COLLEAGUES });
  const backs = [1, 2];
  network = slowNetwork(house, (method) => ({ there: 0, back: method === POST ? (backs.shift() ?? 0) : 0 }));
  house.slack.faults.add({ method: POST, times: 1, retryAfter: 60 });
  house.slack.faults.add({ method: POST, times: 1, status: 500 });
  const over = plus(house.clock.now(), { seconds: 61 });
  network.start(FAST);
  await put(2);
  await network.pass({ seconds: 50 });
  expect((await pace()).pausedUntil).toEqual(over);
});

it('lost posts are read back as fast as Slack allows, while messages keep their pace', async () => {
  await aSlowSlack({ back: 0 }, { quarantineSeconds: 30, readsPerMinute: 12 });
  house.slack.faults.add({ method: POST, odds: 0.2, loseAnswer: true });
  await put(250);
  await network.pass({ seconds: 30 });
  house.slack.faults.clear();
  const before = house.calls(POST).length;
  await network.pass({ seconds: 30 });
  const reads = house.calls('conversations.history').length;
  expect(reads).toBeGreaterThanOrEqual(5);
  expect(reads).toBeLessThanOrEqual(7);
  expect(house.calls(POST).length - before).toBeGreaterThan(110);
  await network.pass({ minutes: 5 });
  expect(await house.counts()).toMatchObject({ due: 250, sent: 250 });
  expect(house.calls(POST)).toHaveLength(250);
});
