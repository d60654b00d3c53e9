import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Kind } from '../../src/delivery/outbox.ts';
import { absenceStore } from '../../src/features/people/store-absences.ts';
import { localDay, localTime, plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, kindOf, type Scene, STORIES, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const DAYS = { days: 5 };
const nudge = kindOf('nudges.monthly', {
  ...{ priority: 4, unasked: true, monthlyHabit: true, window: { from: '10:00', until: '17:00' } },
  until: (dueAt) => plus(dueAt, DAYS),
});
const plan = kindOf('plans.reconsider', { window: { from: '09:00', until: '17:00' } });

/** When each message reached somebody, by their own clock. */
const heardAt = (userId: string, zone: string) =>
  house.calls('chat.postMessage').flatMap(({ args, at }) => {
    const moment = new Date(at);
    return args.channel === userId ? [`${localDay(moment, zone)} ${localTime(moment, zone)}`] : [];
  });

async function aHouseAt(at: string, ...kinds: Kind[]) {
  house = await scene(database, { at: new Date(at), kinds });
  house.start();
}

it('waits for nine in the morning where the person lives', async () => {
  await aHouseAt('2026-11-17T05:30:00Z', plan);
  await house.put({ kind: plan }, { kind: plan, recipient: BEN });
  await house.pass({ hours: 12 });
  expect(heardAt(ANNA, 'Europe/Amsterdam')).toEqual(['2026-11-17 09:00']);
  expect(heardAt(BEN, 'America/New_York')).toEqual(['2026-11-17 09:00']);
});

it('says on Monday what became due on Friday evening', async () => {
  await aHouseAt('2026-11-20T16:30:00Z', plan);
  await house.put({ kind: plan });
  await house.pass({ days: 4 });
  expect(heardAt(ANNA, 'Europe/Amsterdam')).toEqual(['2026-11-23 09:00']);
});

it('goes by the house’s zone in a channel', async () => {
  await aHouseAt('2026-11-17T05:30:00Z', plan);
  await house.put({ kind: plan, recipient: STORIES });
  await house.pass({ hours: 12 });
  expect(heardAt(STORIES, 'Europe/Amsterdam')).toEqual(['2026-11-17 09:00']);
});

it('never says what comes too late, and says why', async () => {
  const brief = kindOf('stories.prompt', { ...plan, until: (dueAt) => plus(dueAt, { hours: 2 }) });
  await aHouseAt('2026-11-20T16:30:00Z', brief);
  await house.put({ kind: brief });
  await house.pass({ days: 4 });
  expect(heardAt(ANNA, 'Europe/Amsterdam')).toEqual([]);
  expect(await house.counts()).toMatchObject({ due: 1, expired: 1, open: 0 });
});

it('lets expire at its end what could only be said after it', async () => {
  const brief = { ...plan, name: 'brief.kind', until: (dueAt: Date) => plus(dueAt, { hours: 12 }) };
  await aHouseAt('2026-11-20T18:00:00Z', brief);
  await house.put({ kind: brief });
  await house.pass({ hours: 12, minutes: -1 });
  expect(await house.counts()).toMatchObject({ due: 1, open: 1 });
  await house.pass({ minutes: 2 });
  expect(await house.counts()).toMatchObject({ due: 1, expired: 1, open: 0 });
});

it('lets expire what waits too long in the queue', async () => {
  const brief = kindOf('brief.kind', { until: (dueAt) => plus(dueAt, { seconds: 3 }) });
  await aHouseAt('2026-11-17T10:00:00Z', brief);
  await house.put(
    ...[ANNA, BEN].flatMap((recipient) => ['1', '2', '3'].map((subject) => ({ kind: brief, recipient, subject }))),
  );
  await house.pass({ minutes: 1 });
  expect(await house.counts()).toMatchObject({ due: 6, sent: 3, expired: 3, open: 0 });
});

it('says after an outage of a day what may still be said, and lets the rest expire', async () => {
  const brief = kindOf('brief.kind', { until: (dueAt) => plus(dueAt, { hours: 12 }) });
  house = await scene(database, { kinds: [brief, plan] });
  await house.put({ kind: brief, subject: 'brief' }, { kind: plan, subject: 'plan' });
  house.clock.jump(plus(house.clock.now(), { days: 1 }));
  house.start();
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA)).toEqual(['plan']);
  expect(await house.rowOf('brief')).toMatchObject({ state: 'expired' });
});

it('says nothing to somebody who has left, or whom nobody knows', async () => {
  await aHouseAt('2026-11-17T10:00:00Z', plan);
  await house.db.run((tx) => tx.person.updateMany({ where: { userId: ANNA }, data: { member: false } }));
  await house.put({ kind: plan }, { kind: plan, recipient: 'U0NOBODY' });
  await house.pass({ minutes: 5 });
  expect(house.calls('chat.postMessage')).toEqual([]);
  expect(await house.rowOf('a story')).toMatchObject({ state: 'skipped', lastError: 'not a member' });
  expect(await house.counts()).toMatchObject({ skipped: 2, open: 0 });
});

it('says nothing that is no longer needed when its turn comes', async () => {
  const done = kindOf('plans.check', { render: async () => 'no longer needed' });
  await aHouseAt('2026-11-17T10:00:00Z', done);
  await house.put({ kind: done });
  await house.pass({ minutes: 5 });
  expect(await house.rowOf('a story')).toMatchObject({ state: 'skipped', lastError: 'no longer needed' });
});

it('brings one unasked message a day, two a week, and skips what does not fit before its end', async () => {
  await aHouseAt('2026-11-16T09:30:00Z', nudge);
  await house.put(...['1', '2', '3', '4'].map((subject) => ({ kind: nudge, subject })));
  await house.pass({ days: 10 });
  expect(heardAt(ANNA, 'Europe/Amsterdam')).toEqual(['2026-11-16 10:30', '2026-11-17 10:00']);
  expect(await house.counts()).toMatchObject({ due: 4, sent: 2, skipped: 2, open: 0 });
  const skipped = await house.db.run((tx) => tx.outbox.findMany({ where: { state: 'skipped' } }));
  expect(skipped.map(({ lastError }) => lastError)).toEqual(['budget', 'budget']);
});

it('brings what the budget put off once somebody is back weeks before they thought', async () => {
  const patient = { ...nudge, until: (dueAt: Date) => plus(dueAt, { days: 40 }) };
  await aHouseAt('2026-11-16T09:30:00Z', patient);
  const off = { from: '2026-11-17', until: '2026-12-20' };
  await house.db.run((tx) => absenceStore(tx).keepOwn(ANNA, off));
  await house.put(...['1', '2'].map((subject) => ({ kind: patient, subject })));
  await house.pass({ days: 2, hours: 6 });
  await house.db.run((tx) => absenceStore(tx).endOwn(ANNA, off.from, '2026-11-18'));
  await house.pass({ days: 3 });
  expect(heardAt(ANNA, 'Europe/Amsterdam')).toEqual(['2026-11-16 10:30', '2026-11-19 10:30']);
});

it('counts no answer and no other person’s message against the budget', async () => {
  await aHouseAt('2026-11-16T09:30:00Z', nudge, plan);
  await house.put({ kind: plan, subject: 'a' }, { kind: plan, subject: 'b' }, { kind: nudge, recipient: BEN });
  await house.pass({ minutes: 1 });
  await house.put({ kind: nudge, subject: 'mine' });
  await house.pass({ minutes: 1 });
  expect(house.said(ANNA).sort()).toEqual(['a', 'b', 'mine']);
});

it('brings one unasked message to each of two people on the same day', async () => {
  await aHouseAt('2026-11-16T15:30:00Z', nudge);
  await house.put({ kind: nudge }, { kind: nudge, recipient: BEN });
  await house.pass({ minutes: 1 });
  expect([house.said(ANNA), house.said(BEN)]).toEqual([['a story'], ['a story']]);
});

it('counts a nudge whose answer was lost as if it had come', async () => {
  await aHouseAt('2026-11-16T09:30:00Z', nudge);
  house.slack.faults.add({ method: 'chat.postMessage', times: 1, loseAnswer: true });
  await house.put({ kind: nudge, subject: 'a' });
  await house.idle();
  await house.put({ kind: nudge, subject: 'b' });
  await house.pass({ hours: 8 });
  expect(house.said(ANNA)).toEqual(['a']);
});
