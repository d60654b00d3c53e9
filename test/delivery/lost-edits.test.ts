import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { kindOf, type Scene, STORIES, say, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;
/** What the card says when it is made. */
let words: string;

const card = kindOf('stories.card', { render: async () => (words === '' ? 'no longer needed' : say(words)) });

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

async function aCard() {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  house.start();
  await house.put({ recipient: STORIES });
}

async function rewrite(to: string) {
  words = to;
  await house.change('a story');
}

const UPDATE = 'chat.update';

it('repeats an edit whose answer was lost, and once more when the lost one can no longer arrive', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: UPDATE, times: 1, status: 500 });
  await rewrite('second');
  await house.pass({ seconds: 20 });
  expect(house.said(STORIES)).toEqual(['second']);
  expect(await house.counts()).toMatchObject({ open: 1 });
  await house.pass({ minutes: 3 });
  expect(house.calls(UPDATE)).toHaveLength(3);
  expect(await house.counts()).toMatchObject({ sent: 1, open: 0 });
});

it('repeats an edit ever more rarely while Slack doesn’t answer, and within minutes when it answers again', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: UPDATE, status: 503 });
  await rewrite('second');
  await house.pass({ minutes: 10 });
  expect(house.calls(UPDATE).length).toBeLessThan(10);
  await house.pass({ hours: 3 });
  expect(house.calls(UPDATE).length).toBeLessThan(50);
  house.slack.faults.clear();
  await house.pass({ minutes: 6 });
  expect(house.said(STORIES)).toEqual(['second']);
});

it('does not count it as a try when Slack limits an edit', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: UPDATE, times: 6, retryAfter: 5 });
  house.slack.faults.add({ method: UPDATE, times: 1, status: 500 });
  await rewrite('second');
  await house.pass({ seconds: 45 });
  expect(house.said(STORIES)).toEqual(['second']);
});

it('ends with the newest words where an older edit arrives after a newer one', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: UPDATE, times: 1, lateCommitMs: 600 });
  await rewrite('older');
  await house.idle();
  await rewrite('newest');
  await house.pass({ seconds: 30 });
  expect(house.said(STORIES)).toEqual(['newest']);
  await house.until(async () => house.said(STORIES)[0] === 'older');
  await house.pass({ minutes: 3 });
  expect(house.said(STORIES)).toEqual(['newest']);
});

it('posts anew, under a new key, what somebody else deleted', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  const before = await house.rowOf('a story');
  house.slack.faults.add({ method: UPDATE, times: 1, error: 'message_not_found' });
  await rewrite('second');
  await house.pass({ seconds: 10 });
  const after = await house.rowOf('a story');
  expect(after).toMatchObject({ state: 'sent', shown: 2 });
  expect(after.key).not.toBe(before.key);
  expect(after.ts).not.toBe(before.ts);
});

it('is content where somebody else deleted what was to be deleted', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: 'chat.delete', times: 1, error: 'message_not_found' });
  await house.withdraw('a story');
  await house.pass({ seconds: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent', ts: null });
});

it('repeats a deletion whose answer was lost', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: 'chat.delete', times: 1, loseAnswer: true });
  await house.withdraw('a story');
  await house.pass({ minutes: 1 });
  expect(house.said(STORIES)).toEqual([]);
  expect(await house.counts()).toMatchObject({ due: 1, sent: 1, open: 0 });
});

it('repeats an edit whose sender died in the middle, and once more when its own can no longer arrive', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  const first = house.start();
  await house.put({ recipient: STORIES });
  await house.idle();
  await first.stop();
  await house.pass({ minutes: 1 });
  await rewrite('second');
  await house.startDoomed('between claim and call');
  house.start();
  await house.pass({ minutes: 5 });
  expect(house.said(STORIES)).toEqual(['second']);
  expect(house.calls(UPDATE)).toHaveLength(2);
  expect(await house.counts()).toMatchObject({ sent: 1, open: 0 });
});
