import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, colleague, kindOf, type Scene, STORIES, say, scene, story } from './scene.ts';

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

const POST = 'chat.postMessage';
const UPDATE = 'chat.update';

it('edits a message in its place when what it tells of changes', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  await rewrite('second');
  await house.idle();
  expect(house.said(STORIES)).toEqual(['second']);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent', wanted: 2, shown: 2 });
});

it('posts only the newest of what changes before it is posted', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  await house.put({ recipient: STORIES });
  await rewrite('second');
  await rewrite('third');
  house.start();
  await house.pass({ minutes: 5 });
  expect(house.said(STORIES)).toEqual(['third']);
  expect(house.calls(UPDATE)).toHaveLength(0);
});

it('makes one edit of changes that follow each other quickly', async () => {
  await aCard();
  await house.idle();
  await rewrite('second');
  await rewrite('third');
  await rewrite('fourth');
  await house.pass({ seconds: 5 });
  expect(house.said(STORIES)).toEqual(['fourth']);
  expect(house.calls(UPDATE)).toHaveLength(1);
});

it('edits in what changed while the message was on its way', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  house.slack.faults.add({ method: POST, times: 1, delayMs: 60 });
  house.start();
  await house.put({ recipient: STORIES });
  await house.until(async () => (await house.rowOf('a story')).state === 'sending');
  await rewrite('second');
  await house.pass({ seconds: 5 });
  expect(house.said(STORIES)).toEqual(['second']);
});

it('edits what stands before it posts what waits', async () => {
  const late = kindOf('stories.card', { ...card, priority: 5 });
  const other = kindOf('plans.check', { priority: 2 });
  words = 'first';
  house = await scene(database, { kinds: [late, other], colleagues: 10 });
  house.start();
  await house.put({ kind: late, recipient: STORIES });
  await house.pass({ seconds: 2 });
  await house.put(...Array.from({ length: 10 }, (_, n) => ({ kind: other, recipient: colleague(n) })));
  await rewrite('second');
  await house.pass({ seconds: 3 });
  expect(house.said(STORIES)).toEqual(['second']);
});

it('makes no more than fifty edits a minute', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card], colleagues: 30 });
  house.start({ ceiling: 100, startRate: 100 });
  await house.put(...Array.from({ length: 30 }, (_, n) => ({ recipient: colleague(n) })));
  await house.pass({ seconds: 5 });
  await rewrite('second');
  await house.pass({ seconds: 12.1 });
  expect(house.calls(UPDATE)).toHaveLength(11);
});

it('deletes what was withdrawn while it was on its way', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  house.slack.faults.add({ method: POST, times: 1, delayMs: 60 });
  house.start();
  await house.put({ recipient: STORIES });
  await house.until(async () => (await house.rowOf('a story')).state === 'sending');
  await house.withdraw('a story');
  await house.pass({ seconds: 5 });
  expect(house.said(STORIES)).toEqual([]);
  expect(house.calls('chat.delete')).toHaveLength(1);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent', ts: null, gone: true });
});

it('never posts what was withdrawn before', async () => {
  words = 'first';
  house = await scene(database, { kinds: [card] });
  await house.put({ recipient: STORIES });
  await house.withdraw('a story');
  house.start();
  await house.pass({ minutes: 5 });
  expect(house.calls(POST)).toHaveLength(0);
  expect(await house.counts()).toMatchObject({ due: 1, skipped: 1, open: 0 });
});

it('withdraws one recipient’s message and leaves the others', async () => {
  await aCard();
  await house.put({ recipient: ANNA }, { recipient: BEN });
  await house.pass({ seconds: 5 });
  await house.write((outbox, tx) => outbox.withdraw(tx, { kind: story, subject: 'a story', recipient: BEN }));
  await house.pass({ seconds: 5 });
  expect([house.said(ANNA), house.said(BEN), house.said(STORIES)]).toEqual([['first'], [], ['first']]);
});

it('lets a withdrawn message stand again when it is put again', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  await house.withdraw('a story');
  await house.pass({ seconds: 5 });
  words = 'again';
  await house.put({ recipient: STORIES });
  await house.pass({ seconds: 5 });
  expect(house.said(STORIES)).toEqual(['again']);
});

it('never says again what nobody had asked for', async () => {
  const nudge = kindOf('nudges.monthly', { unasked: true });
  house = await scene(database, { kinds: [nudge] });
  await house.put({ kind: nudge });
  await house.withdraw('a story', nudge);
  expect(await house.put({ kind: nudge })).toBe(0);
  house.start();
  await house.pass({ minutes: 5 });
  expect(house.calls(POST)).toHaveLength(0);
});

it('leaves a message as it stands where its habit has nothing to add', async () => {
  await aCard();
  await house.pass({ seconds: 5 });
  await rewrite('');
  await house.pass({ minutes: 5 });
  expect(house.said(STORIES)).toEqual(['first']);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent', wanted: 2, shown: 2 });
});
