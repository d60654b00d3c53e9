import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, kindOf, realMoment, type Scene, STORIES, say, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const POST = 'chat.postMessage';

it('finds a message whose answer was lost in the DM and posts no second one', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({});
  await house.idle();
  expect(await house.rowOf('a story')).toMatchObject({ state: 'unknown' });
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls(POST)).toHaveLength(1);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent', shown: 1, lastError: null });
});

it.each([
  ['the server failed', { status: 500 }],
  ['Slack said it may have gone wrong', { error: 'fatal_error' }],
  ['the answer says something nobody has heard of', { error: 'moon_in_the_wrong_phase' }],
])('posts a message that is not in the DM after the quarantine, because %s', async (_why, fault) => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, ...fault });
  house.start();
  await house.put({});
  await house.pass({ seconds: 110 });
  expect(house.said(ANNA)).toEqual([]);
  await house.pass({ seconds: 20 });
  expect(house.said(ANNA)).toEqual(['a story']);
});

it('posts no second message where Slack showed the first one late, but within the quarantine', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, lateCommitMs: 20 });
  house.start();
  await house.put({});
  await house.idle();
  await realMoment();
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls('conversations.history')).toHaveLength(1);
});

it.each(['between claim and call', 'between call and record'] as const)(
  'says it once when the first sender dies %s',
  async (when) => {
    house = await scene(database);
    await house.put({}, { subject: 'another story' });
    await house.startDoomed(when);
    house.start();
    await house.pass({ minutes: 1 });
    expect(await house.counts()).toMatchObject({ sent: 1, open: 1 });
    await house.pass({ minutes: 5 });
    expect(house.said(ANNA).sort()).toEqual(['a story', 'another story']);
    expect(await house.counts()).toMatchObject({ due: 2, sent: 2, open: 0 });
  },
);

it('takes over from a sender that died after fifteen seconds', async () => {
  house = await scene(database);
  await house.put({}, { subject: 'another story' });
  await house.startDoomed('between claim and call');
  house.start();
  await house.pass({ seconds: 14 });
  expect(house.said(ANNA)).toEqual([]);
  await house.pass({ seconds: 2 });
  expect(house.said(ANNA)).toHaveLength(1);
});

it('edits in what changed before a lost message was found', async () => {
  let words = 'first';
  house = await scene(database, { kinds: [kindOf('stories.card', { render: async () => say(words) })] });
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({});
  await house.pass({ seconds: 30 });
  words = 'second';
  await house.change('a story');
  await house.pass({ minutes: 3 });
  expect(house.said(ANNA)).toEqual(['second']);
});

it('deletes what was withdrawn before a lost message was found', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({});
  await house.pass({ seconds: 30 });
  await house.withdraw('a story');
  await house.pass({ minutes: 3 });
  expect(house.said(ANNA)).toEqual([]);
  expect(await house.counts()).toMatchObject({ due: 1, sent: 1, open: 0 });
});

it('shows a channel a message twice rather than never, under the same key', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({ recipient: STORIES });
  await house.pass({ seconds: 110 });
  expect(house.said(STORIES)).toHaveLength(1);
  await house.pass({ seconds: 20 });
  expect(house.said(STORIES)).toEqual(['a story', 'a story']);
  const [first, second] = house.calls(POST);
  expect(first?.args.metadata).toEqual(second?.args.metadata);
});

it('waits, and posts nothing, while the DM cannot be read', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.slack.faults.add({ method: 'conversations.history', times: 60, error: 'missing_scope' });
  house.start();
  await house.put({});
  await house.pass({ minutes: 8 });
  expect(await house.counts()).toMatchObject({ due: 1, unknown: 1, open: 1 });
  await house.pass({ minutes: 30 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(await house.counts()).toMatchObject({ due: 1, sent: 1 });
});

it('reads nothing back before its quarantine is over, whatever else goes out meanwhile', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({});
  await house.idle();
  await house.put({ subject: 'b', recipient: BEN }, { subject: 'c', recipient: BEN });
  await house.pass({ seconds: 110 });
  expect(house.said(BEN)).toHaveLength(2);
  expect(house.calls('conversations.history')).toHaveLength(0);
  await house.pass({ seconds: 20 });
  expect(house.calls('conversations.history')).toHaveLength(1);
});

it('obeys Slack when it reads back too fast', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.slack.faults.add({ method: 'conversations.history', times: 1, retryAfter: 600 });
  house.start();
  await house.put({});
  await house.pass({ minutes: 10 });
  expect(house.calls('conversations.history')).toHaveLength(1);
  await house.pass({ minutes: 4 });
  expect(house.calls('conversations.history')).toHaveLength(2);
});

it('lets every other DM wait too when Slack limits reading back', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 2, loseAnswer: true });
  house.slack.faults.add({ method: 'conversations.history', times: 1, retryAfter: 600 });
  house.start();
  await house.put({}, { recipient: BEN });
  await house.pass({ minutes: 10 });
  expect(house.calls('conversations.history')).toHaveLength(1);
  await house.pass({ minutes: 6 });
  expect(await house.counts()).toMatchObject({ due: 2, sent: 2, open: 0 });
  expect([house.said(ANNA), house.said(BEN)]).toEqual([['a story'], ['a story']]);
});

it('makes few unknowns of an outage of twenty minutes, and says everything once after it', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: '*', status: 503 });
  await house.put(...Array.from({ length: 120 }, (_, n) => ({ subject: `story ${n}` })));
  house.start();
  await house.pass({ minutes: 20 });
  expect((await house.counts()).unknown).toBeLessThan(60);
  house.slack.faults.clear();
  await house.pass({ minutes: 5 });
  expect(new Set(house.said(ANNA)).size).toBe(120);
  expect(house.said(ANNA)).toHaveLength(120);
  expect(await house.counts()).toMatchObject({ due: 120, sent: 120 });
});
