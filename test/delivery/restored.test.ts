import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMark, fileMark } from '../../src/delivery/mark.ts';
import { tickDelivery } from '../../src/delivery/tick.ts';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { noLog } from '../support/no-log.ts';
import { ANNA, BEN, type Scene, scene } from './scene.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'mantra-mark-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Read anew from its file each time, as a process does when it starts. */
const markOf = (machine: string) => fileMark(path.join(dir, machine, 'sent.mark'), noLog);

it('the mark outlives the process, never falls, and keeps nobody from sending where it can’t be kept', () => {
  markOf('one').raise(7);
  markOf('one').raise(3);
  expect(markOf('one').known()).toBe(7);
  expect(createMark().known()).toBe(0);
  const warned: string[] = [];
  const log = { ...noLog, warn: (_fields: object, words: string) => warned.push(words) };
  const nowhere = fileMark(path.join(dir, 'one', 'sent.mark', 'below-a-file'), log);
  nowhere.raise(4);
  nowhere.raise(5);
  expect(nowhere.known()).toBe(5);
  expect(warned).toEqual(['the mark of what was sent could not be kept']);
});

describe('after a restore from a backup', () => {
  let database: TestDatabase;
  let house: Scene;
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    house = await scene(database);
    start();
  });
  afterEach(() => house.close());
  afterAll(() => database.close());

  const start = () => house.start({}, house.deps.db, markOf('one'));

  /** The workspace's rows as they are now; what it answers makes them so again, while nobody is at work. */
  async function backup(): Promise<() => Promise<void>> {
    const [rows, senders] = await house.db.run(async (tx) => [await tx.outbox.findMany(), await tx.sender.findMany()]);
    return async () => {
      await house.stopAll();
      await house.db.run(async (tx) => {
        await tx.outbox.deleteMany({});
        await tx.sender.deleteMany({});
        await tx.outbox.createMany({ data: rows });
        await tx.sender.createMany({ data: senders });
      });
    };
  }

  const everything = () => [...house.said(ANNA), ...house.said(BEN)].sort();

  it('that is an hour old, nothing is doubled: neither what waited in it, nor what is made anew', async () => {
    await house.put({ subject: 'before' }, { subject: 'waiting', dueAt: plus(house.clock.now(), { minutes: 10 }) });
    await house.pass({ minutes: 1 });
    const restore = await backup();
    await house.pass({ minutes: 20 });
    await house.put({ subject: 'forgotten' }, { subject: 'forgotten', recipient: BEN });
    await house.pass({ minutes: 39 });
    expect(everything()).toEqual(['before', 'forgotten', 'forgotten', 'waiting']);

    await restore();
    await house.put({ subject: 'forgotten' }, { subject: 'forgotten', recipient: BEN }, { subject: 'never said' });
    start();
    await house.pass({ minutes: 5 });
    expect(everything()).toEqual(['before', 'forgotten', 'forgotten', 'never said', 'waiting']);
    expect(await house.counts()).toMatchObject({ due: 5, sent: 5, open: 0 });
  });

  it('what it has forgotten is not said again when the same happens a day later', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({ subject: 'the channel is closed' });
    await house.pass({ hours: 20 });
    await restore();
    start();
    await house.pass({ hours: 25 });
    await house.put({ subject: 'the channel is closed' });
    await house.pass({ minutes: 5 });
    expect(house.said(ANNA)).toEqual(['the channel is closed']);
    expect(await house.counts()).toMatchObject({ due: 1, sent: 1, open: 0 });
  });

  it('somebody whose move it has forgotten does not get a message again that seems to be due only now', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({ subject: 'by the new zone' });
    await house.pass({ minutes: 60 });
    await restore();
    start();
    await house.put({ recipient: BEN });
    await house.put({ subject: 'by the new zone', dueAt: plus(house.clock.now(), { hours: 9 }) });
    await house.pass({ hours: 10 });
    expect(house.said(ANNA)).toEqual(['by the new zone']);
    expect(await house.rowOf('by the new zone')).toMatchObject({ state: 'sent' });
  });

  it('what falls due much later is sent without reading back', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({});
    await house.pass({ minutes: 60 });
    await restore();
    start();
    await house.put({});
    await house.pass({ minutes: 1 });
    const reads = house.calls('conversations.history').length;
    await house.pass({ hours: 27 });
    await house.put({ subject: 'new' });
    await house.pass({ minutes: 1 });
    expect(house.said(ANNA)).toEqual(['a story', 'new']);
    expect(house.calls('conversations.history')).toHaveLength(reads);
  });

  it('it is noted at the start, though there is nothing to send for days', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({});
    await house.pass({ minutes: 60 });
    await restore();
    start();
    await house.pass({ hours: 27 });
    await house.put({ subject: 'new' });
    await house.pass({ minutes: 1 });
    expect(house.said(ANNA)).toEqual(['a story', 'new']);
    expect(house.calls('conversations.history')).toHaveLength(0);
  });

  it('claims go on above those it has forgotten', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({ subject: 'a' }, { subject: 'b' }, { subject: 'c' });
    await house.pass({ minutes: 1 });
    const before = markOf('one').known();
    expect(before).toBe(3);
    await restore();
    await house.put({ subject: 'd' });
    start();
    await house.pass({ minutes: 1 });
    expect(house.said(ANNA)).toContain('d');
    expect((await house.rowOf('d')).fence).toBeGreaterThan(before);
  });

  it('what is read back is so under a claim that nobody ever had: no late answer is taken for its own', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({});
    await house.pass({ minutes: 1 });
    const before = markOf('one').known();
    await restore();
    house.slack.faults.add({ method: 'conversations.open', status: 503 });
    await house.put({});
    start();
    await house.pass({ minutes: 1 });
    const { state, fence } = await house.rowOf('a story');
    expect(state).toBe('unknown');
    expect(fence).toBeGreaterThan(before);
  });

  it('an instance that sent nothing itself knows of it too, from what it saw each minute', async () => {
    await house.idle();
    const restore = await backup();
    await house.put({});
    await house.pass({ minutes: 1 });
    const sender = { wake: () => {} };
    await tickDelivery(house.deps, house.clock.now(), { sender, mark: markOf('two') });
    await restore();
    await house.put({});
    house.start({}, house.deps.db, markOf('two'));
    await house.pass({ minutes: 5 });
    expect(house.said(ANNA)).toEqual(['a story']);
  });

  it('there must have been one: starting again and again reads nothing back', async () => {
    for (let starts = 0; starts < 3; starts++) {
      await house.put({ subject: `story ${starts}` });
      await house.pass({ minutes: 1 });
      await house.stopAll();
      start();
    }
    expect(house.calls('conversations.history')).toHaveLength(0);
    const { restoredAt } = await house.db.run((tx) => tx.sender.findFirstOrThrow());
    expect(restoredAt).toBeNull();
  });
});
