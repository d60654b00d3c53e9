import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, type Scene, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const POST = 'chat.postMessage';
const READ = 'conversations.history';

/** Something for Anna whose answer was lost, though it stands in her DM. */
async function aLostAnswer() {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start();
  await house.put({});
  await house.idle();
}

it('finds a message although Slack’s clock is fifty minutes behind ours', async () => {
  await aLostAnswer();
  const { leaseUntil } = await house.rowOf('a story');
  const leftLater = leaseUntil && plus(leaseUntil, { minutes: 50 });
  await house.db.run((tx) => tx.outbox.updateMany({ data: { leaseUntil: leftLater } }));
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls(READ)).toHaveLength(1);
});

it('finds a message above which somebody has written a lot since', async () => {
  await aLostAnswer();
  const dm = house.slack.as(ANNA);
  for (let n = 0; n < 130; n++) await dm.types(`line ${n}`);
  await house.pass({ minutes: 5 });
  expect(house.calls(POST)).toHaveLength(1);
  expect(house.calls(READ)).toHaveLength(2);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent' });
});

it.each([
  ['in a block', 'metadata'],
  ['in the metadata', 'block_id'],
])('finds a message whose key Slack shows only %s', async (_where, hidden) => {
  house = await scene(database);
  const hiding: typeof fetch = async (url, request) => {
    const answer = await fetch(url, request);
    if (!String(url).endsWith(READ)) return answer;
    return new Response((await answer.text()).replaceAll(`"${hidden}"`, '"hidden"'), answer);
  };
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  house.start({}, house.deps.db, undefined, hiding);
  await house.put({});
  await house.pass({ minutes: 5 });
  expect(house.calls(POST)).toHaveLength(1);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent' });
});

it('takes no other message of ours for the one that is missing', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, status: 500 });
  house.start();
  await house.put({});
  await house.idle();
  await house.put({ subject: 'another story' });
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['another story', 'a story']);
});

it('what was read back in vain goes out before what came in later', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, status: 500 });
  house.start({ quarantineSeconds: 10 });
  await house.put({});
  await house.idle();
  await house.pass({ seconds: 1 });
  const later = { recipient: BEN, dueAt: plus(house.clock.now(), { seconds: 1 }) };
  await house.put(...Array.from({ length: 30 }, (_, n) => ({ ...later, subject: `${n}` })));
  await house.pass({ seconds: 20 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect((await house.counts()).open).toBeGreaterThan(5);
});

it('takes an answer that doesn’t say where the message stands for a lost one', async () => {
  house = await scene(database);
  let posts = 0;
  const forgetful: typeof fetch = async (url, request) => {
    const answer = await fetch(url, request);
    if (!String(url).endsWith(POST) || ++posts > 1) return answer;
    return new Response((await answer.text()).replaceAll('"ts"', '"when"'), answer);
  };
  house.start({}, house.deps.db, undefined, forgetful);
  await house.put({});
  await house.idle();
  expect(await house.rowOf('a story')).toMatchObject({ state: 'unknown', lastError: 'no_ts', ts: null });
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent' });
});

it('gives up on somebody whose DM Slack refuses to open', async () => {
  await aLostAnswer();
  house.slack.faults.add({ method: 'conversations.open', error: 'user_not_found' });
  await house.pass({ minutes: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'failed', lastError: 'user_not_found' });
});

it.each([
  ['changes', () => house.change('a story')],
  [
    'is taken back and put again',
    async () => {
      await house.withdraw('a story');
      await house.put({});
    },
  ],
])('looks again for what it couldn’t look for, before it says it anew: where the message %s', async (_what, again) => {
  await aLostAnswer();
  house.slack.faults.add({ method: 'conversations.open', error: 'user_disabled', times: 1 });
  await house.pass({ minutes: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'failed', lastError: 'user_disabled' });
  await again();
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls(POST)).toHaveLength(1);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent' });
});

it('reads nothing while Slack refuses our token', async () => {
  await aLostAnswer();
  house.slack.faults.add({ method: '*', error: 'token_revoked' });
  await house.put({ recipient: BEN });
  await house.pass({ minutes: 10 });
  expect(house.calls('conversations.open')).toHaveLength(0);
  expect(await house.counts()).toMatchObject({ due: 2, unknown: 1, open: 2 });
});
