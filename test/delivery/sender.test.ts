import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, kindOf, type Scene, STORIES, scene, story } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

it('says what was put into the outbox as soon as the change it tells of is committed', async () => {
  house = await scene(database);
  house.start();
  await house.idle();
  await house.put({ subject: 'The new boxes arrive dry.' });
  await house.idle();
  expect(house.said(ANNA)).toEqual(['The new boxes arrive dry.']);
  expect(await house.rowOf('The new boxes arrive dry.')).toMatchObject({ state: 'sent', shown: 1, lastError: null });
});

it('says nothing of a change that was undone', async () => {
  house = await scene(database);
  house.start();
  const undone = house.write(async (outbox, tx) => {
    await outbox.put(tx, [{ kind: story, recipient: ANNA, subject: 'x', dueAt: house.clock.now(), zone: 'UTC' }]);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await house.pass({ minutes: 2 });
  expect(house.said(ANNA)).toEqual([]);
});

it('says the same thing once, however often it is put', async () => {
  house = await scene(database);
  house.start();
  expect(await house.put({}, { recipient: BEN })).toBe(2);
  await house.pass({ seconds: 5 });
  expect(await house.put({}, { recipient: BEN })).toBe(0);
  await house.pass({ minutes: 5 });
  expect(house.calls('chat.postMessage')).toHaveLength(2);
  expect(house.calls('chat.update')).toHaveLength(0);
});

it('marks a message twice with its key and lets Slack neither unfold links nor link names', async () => {
  house = await scene(database);
  house.start();
  await house.put({});
  await house.pass({ seconds: 1 });
  const { key } = await house.rowOf('a story');
  const args = JSON.stringify(house.calls('chat.postMessage')[0]?.args).replaceAll('\\', '');
  expect(args).toContain(`"block_id":"${key}"`);
  expect(args).toContain(`{"event_type":"mantra","event_payload":{"k":"${key}"}}`);
  expect(args).toMatch(/"unfurl_links":"?false"?,"unfurl_media":"?false/);
  expect(args).not.toContain('link_names');
});

it('sends the important before the unimportant, and the older before the newer', async () => {
  const kinds = ([5, 1, 3] as const).map((priority) => kindOf(`p${priority}`, { priority }));
  house = await scene(database, { kinds });
  const [stories, cards, plans] = kinds;
  if (!stories || !cards || !plans) throw new Error('three kinds');
  const earlier = new Date(house.clock.now().getTime() - 60_000);
  await house.put({ kind: stories, subject: 'fourth' }, { kind: plans, subject: 'third' });
  await house.put({ kind: plans, subject: 'second', dueAt: earlier }, { kind: cards, subject: 'first' });
  house.start();
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA)).toEqual(['first', 'second', 'third', 'fourth']);
});

it('says nothing before its moment, also while it is at work on something else', async () => {
  house = await scene(database);
  const soon = new Date(house.clock.now().getTime() + 10_000);
  await house.put({ subject: 'now' }, { subject: 'soon', recipient: BEN, dueAt: soon });
  house.start();
  await house.pass({ seconds: 9 });
  expect([...house.said(ANNA), ...house.said(BEN)]).toEqual(['now']);
  await house.pass({ seconds: 2 });
  expect(house.said(BEN)).toEqual(['soon']);
});

it('sends one message a second at the beginning', async () => {
  house = await scene(database);
  await house.put(...['a', 'b', 'c', 'd'].flatMap((subject) => [{ subject }, { subject, recipient: BEN }]));
  house.start();
  await house.idle();
  await house.pass({ seconds: 5 });
  expect(house.calls('chat.postMessage')).toHaveLength(6);
});

it('goes on after a restart no sooner than the pace allows', async () => {
  house = await scene(database);
  await house.put({ recipient: ANNA }, { recipient: BEN });
  const sender = house.start();
  await house.idle();
  await sender.stop();
  house.start();
  await house.pass({ seconds: 0.9 });
  expect(house.calls('chat.postMessage')).toHaveLength(1);
  await house.pass({ seconds: 0.1 });
  expect(house.calls('chat.postMessage')).toHaveLength(2);
});

it('sends no channel two messages within a second, however fast the others may go', async () => {
  house = await scene(database);
  await house.put(...['a', 'b', 'c'].map((subject) => ({ subject, recipient: STORIES })), { recipient: ANNA });
  house.start({ ceiling: 100, startRate: 100 });
  await house.pass({ seconds: 0.9 });
  expect(house.said(STORIES)).toHaveLength(1);
  expect(house.said(ANNA)).toHaveLength(1);
  await house.pass({ seconds: 2 });
  expect(house.said(STORIES)).toHaveLength(3);
});

it('posts each message once with two senders at work, and every message is accounted for', async () => {
  house = await scene(database);
  await house.put(...Array.from({ length: 25 }, (_, n) => ({ subject: `story ${n}`, recipient: n % 2 ? ANNA : BEN })));
  house.start();
  house.start();
  await house.pass({ minutes: 1 });
  expect(new Set([...house.said(ANNA), ...house.said(BEN)]).size).toBe(25);
  expect(house.calls('chat.postMessage')).toHaveLength(25);
  expect(await house.counts()).toMatchObject({ due: 25, sent: 25, open: 0 });
});

it('lets another instance go on at once when it stops', async () => {
  house = await scene(database);
  const first = house.start();
  await house.put(...Array.from({ length: 4 }, (_, n) => ({ subject: `story ${n}` })));
  await house.idle();
  await first.stop();
  await first.stop();
  house.start();
  await house.pass({ seconds: 4 });
  expect(house.said(ANNA)).toHaveLength(4);
});

it('sends no channel two messages within a second, even when another instance goes on at once', async () => {
  house = await scene(database);
  const fast = { ceiling: 100, startRate: 100 };
  const first = house.start(fast);
  await house.put({ recipient: STORIES, subject: 'from the first' });
  await house.idle();
  await first.stop();
  house.start(fast);
  await house.put({ recipient: STORIES, subject: 'from the second' });
  await house.pass({ seconds: 0.9 });
  expect(house.said(STORIES)).toEqual(['from the first']);
  await house.pass({ seconds: 0.2 });
  expect(house.said(STORIES)).toEqual(['from the first', 'from the second']);
});

it('leaves the workspaces of others alone', async () => {
  house = await scene(database);
  const neighbours = await scene(database);
  await neighbours.put({ subject: 'theirs' });
  house.start();
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA)).toEqual([]);
  expect(await neighbours.counts()).toMatchObject({ due: 1, open: 1 });
  await neighbours.close();
});

it('goes on when the database was away', async () => {
  house = await scene(database);
  await house.put({});
  const { run } = house.deps.db;
  house.deps.db.run = () => Promise.reject(new Error('the database is away'));
  const sender = house.start();
  await house.pass({ minutes: 3 });
  expect(sender.status().restedAt).toBeNull();
  house.deps.db.run = run;
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA)).toEqual(['a story']);
});

it('keeps nobody waiting where it has died of a fault of its own', async () => {
  house = await scene(database);
  const { now } = house.clock;
  house.clock.now = () => {
    throw new Error('the clock has stopped');
  };
  const sender = house.start();
  await expect(sender.idle()).rejects.toThrow('the clock has stopped');
  await sender.stop();
  house.clock.now = now;
});
