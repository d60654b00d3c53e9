import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Kind } from '../../src/delivery/outbox.ts';
import { section } from '../../src/slack/blocks.ts';
import { escape } from '../../src/slack/escape.ts';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, colleague, kindOf, type Scene, STORIES, scene, story } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const POST = 'chat.postMessage';

it('waits as long as Slack asks, then sends at half the pace', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, retryAfter: 30 });
  house.start({ startRate: 2 });
  await house.put({}, { subject: 'b' }, { subject: 'c' });
  await house.pass({ seconds: 29 });
  expect(house.calls(POST)).toHaveLength(1);
  await house.pass({ seconds: 4.5 });
  expect(house.said(ANNA)).toHaveLength(3);
  const sender = await house.db.run((tx) => tx.sender.findFirstOrThrow());
  expect(sender).toMatchObject({ rate: 1, safeRate: 1.8 });
  expect(await house.counts()).toMatchObject({ due: 3, sent: 3 });
});

it('makes only edits wait where Slack limits only edits', async () => {
  house = await scene(database);
  house.start();
  await house.put({});
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: 'chat.update', times: 1, retryAfter: 60 });
  await house.change('a story');
  await house.pass({ seconds: 5 });
  await house.put({ subject: 'another' });
  await house.pass({ seconds: 5 });
  expect(house.said(ANNA)).toHaveLength(2);
  expect(house.calls('chat.update')).toHaveLength(1);
  await house.pass({ seconds: 60 });
  expect(await house.counts()).toMatchObject({ sent: 2, open: 0 });
});

it('makes the edits of other messages wait too where Slack limits one', async () => {
  house = await scene(database);
  house.start();
  await house.put({}, { subject: 'b', recipient: BEN });
  await house.pass({ seconds: 5 });
  house.slack.faults.add({ method: 'chat.update', times: 1, retryAfter: 60 });
  await house.change('a story');
  await house.change('b');
  await house.pass({ seconds: 50 });
  expect(house.calls('chat.update')).toHaveLength(1);
  await house.pass({ seconds: 20 });
  expect(house.calls('chat.update')).toHaveLength(3);
  expect(await house.counts()).toMatchObject({ sent: 2, open: 0 });
});

it('stops when Slack refuses the token, keeps every row, and goes on after a restart', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: '*', error: 'token_revoked' });
  const sender = house.start();
  await house.put({}, { subject: 'b' });
  await house.pass({ minutes: 1 });
  expect(house.calls(POST)).toHaveLength(1);
  await house.pass({ hours: 1 });
  expect(house.calls(POST)).toHaveLength(1);
  expect(await house.counts()).toMatchObject({ due: 2, open: 2 });
  await sender.stop();
  house.slack.faults.clear();
  house.start();
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA)).toHaveLength(2);
});

it('goes on by itself within five minutes where Slack takes the token again, and asks no more often', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: '*', error: 'account_inactive' });
  const sender = house.start();
  await house.put({}, { subject: 'b' });
  await house.pass({ minutes: 31 });
  expect(sender.status().refusedBy).toBe('account_inactive');
  expect(house.calls('auth.test')).toHaveLength(6);
  house.slack.faults.clear();
  await house.pass({ minutes: 5 });
  expect(sender.status().refusedBy).toBeNull();
  expect(house.said(ANNA)).toHaveLength(2);
});

it('tries one message every five minutes where Slack knows the token and takes nothing', async () => {
  house = await scene(database, { colleagues: 20 });
  house.slack.faults.add({ method: POST, error: 'missing_scope' });
  house.start({ startRate: 4 });
  await house.put(...Array.from({ length: 20 }, (_, n) => ({ recipient: colleague(n) })));
  await house.pass({ minutes: 1 });
  const before = house.calls(POST).length;
  await house.pass({ minutes: 30 });
  expect(house.calls(POST)).toHaveLength(before + 6);
  expect(await house.counts()).toMatchObject({ due: 20, open: 20 });
});

it('knows that Slack takes the token again also where there is nothing left to send', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: '*', error: 'token_revoked' });
  const sender = house.start();
  await house.put({});
  await house.pass({ minutes: 1 });
  await house.withdraw('a story');
  house.slack.faults.clear();
  await house.pass({ minutes: 5 });
  expect(sender.status().refusedBy).toBeNull();
  expect(house.calls(POST)).toHaveLength(1);
});

it('holds what an archived channel refuses, and tries once a day', async () => {
  house = await scene(database);
  house.slack.channels.archive(STORIES);
  house.start();
  await house.put({ recipient: STORIES });
  await house.pass({ hours: 12 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'held', lastError: 'is_archived' });
  expect(house.calls(POST)).toHaveLength(1);
  expect(await house.counts()).toMatchObject({ due: 1, open: 1, held: 1 });
  house.slack.channels.unarchive(STORIES);
  await house.pass({ hours: 12, minutes: 2 });
  expect(house.said(STORIES)).toEqual(['a story']);
});

it('lets expire what a channel refused until its end, at that moment, though nothing else is sent', async () => {
  const plan = kindOf('plans.reconsider', { until: (dueAt) => plus(dueAt, { hours: 6 }) });
  house = await scene(database, { kinds: [plan] });
  house.slack.channels.archive(STORIES);
  house.start();
  await house.put({ kind: plan, recipient: STORIES });
  await house.pass({ hours: 6, minutes: -1 });
  expect(await house.counts()).toMatchObject({ due: 1, held: 1 });
  await house.pass({ minutes: 2 });
  expect(await house.counts()).toMatchObject({ due: 1, expired: 1, open: 0 });
  expect(house.calls(POST)).toHaveLength(1);
});

it('lets expire what Slack would not let us say until its end', async () => {
  const plan = kindOf('plans.reconsider', { until: (dueAt) => plus(dueAt, { hours: 6 }) });
  house = await scene(database, { kinds: [plan] });
  house.slack.faults.add({ method: '*', error: 'token_revoked' });
  house.start();
  await house.put({ kind: plan });
  await house.pass({ hours: 6, minutes: 16 });
  expect(await house.counts()).toMatchObject({ due: 1, expired: 1, open: 0 });
});

it('sends what is held as soon as the channel is said to be open again', async () => {
  house = await scene(database);
  house.slack.channels.archive(STORIES);
  house.start();
  await house.put({ recipient: STORIES });
  await house.pass({ minutes: 1 });
  house.slack.channels.unarchive(STORIES);
  await house.write((outbox, tx) => outbox.retry(tx, STORIES));
  await house.pass({ seconds: 2 });
  expect(house.said(STORIES)).toEqual(['a story']);
});

it('gives up on a person Slack refuses, and goes on with the others', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, error: 'channel_not_found' });
  house.start();
  await house.put({});
  await house.idle();
  await house.put({ recipient: BEN });
  await house.pass({ minutes: 5 });
  expect([house.said(ANNA), house.said(BEN)]).toEqual([[], ['a story']]);
  expect(await house.counts()).toMatchObject({ due: 2, sent: 1, failed: 1, open: 0 });
});

it('gives up on a message that is our mistake, until it changes', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 1, error: 'msg_too_long' });
  house.start();
  await house.put({});
  await house.pass({ minutes: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'failed', lastError: 'msg_too_long' });
  await house.change('a story');
  await house.pass({ seconds: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
});

it('sends the message without its chart where the workspace refuses charts, and leaves charts out for a day', async () => {
  const blocks = [section(escape('with a chart'))];
  const charted = kindOf('summaries.weekly', {
    render: async () => ({ text: escape('8 conversations'), blocks, plain: [section(escape('without'))] }),
  });
  house = await scene(database, { kinds: [charted] });
  house.slack.faults.add({ method: POST, times: 1, error: 'invalid_blocks' });
  house.start();
  await house.put({ kind: charted });
  await house.pass({ seconds: 5 });
  expect(house.said(ANNA)).toEqual(['without']);
  await house.put({ kind: charted, subject: 'next' });
  await house.pass({ hours: 25 });
  await house.put({ kind: charted, subject: 'a day later' });
  await house.pass({ seconds: 5 });
  expect(house.said(ANNA)).toEqual(['without', 'without', 'with a chart']);
  expect(house.calls(POST)).toHaveLength(4);
});

it('sends the others’ messages when one habit cannot make its own, and gives up on that after five tries', async () => {
  const broken: Kind = kindOf('broken.kind', { render: () => Promise.reject(new Error('a habit’s mistake')) });
  house = await scene(database, { kinds: [story, broken] });
  house.start();
  await house.put({ kind: broken, subject: 'never' }, { recipient: BEN });
  await house.pass({ minutes: 10 });
  expect(house.said(BEN)).toEqual(['a story']);
  expect(await house.rowOf('never')).toMatchObject({ state: 'pending' });
  await house.pass({ minutes: 30 });
  expect(await house.rowOf('never')).toMatchObject({ state: 'failed', lastError: 'render', attempt: 5 });
});

it('fails a row whose kind no habit knows any more', async () => {
  house = await scene(database);
  house.start();
  await house.put({ kind: kindOf('gone.kind') });
  await house.pass({ seconds: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'failed', lastError: 'unknown kind' });
});
