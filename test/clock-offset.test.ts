import { setImmediate as macrotask } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClockOffset } from '../src/clock-offset.ts';
import type { Running } from '../src/start.ts';
import { plus } from '../src/time.ts';
import type { Slack } from './emulator/core/index.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { noLog } from './support/no-log.ts';
import { anEmptySlack, settingsFor, startIn } from './support/plain-start.ts';
import { turnableClock } from './support/turnable-clock.ts';
import { BEN, NOOR, SANNE } from './support/village.ts';

const NINE = new Date('2026-12-01T09:00:00Z');

/** A machine's clock, and a database whose clock is ahead of it. */
function machine() {
  const ours = turnableClock(NINE);
  const database = { aheadSeconds: 0, answersAfterSeconds: 0 };
  const offset = createClockOffset(
    ours,
    async () => {
      const at = plus(ours.now(), { seconds: database.aheadSeconds });
      ours.jump(plus(ours.now(), { seconds: database.answersAfterSeconds }));
      return at;
    },
    noLog,
  );
  const measured = async (aheadSeconds: number) => {
    database.aheadSeconds = aheadSeconds;
    await offset.measure();
    return offset.steady();
  };
  return { ours, database, offset, measured };
}

describe('the clock and the database’s', () => {
  it('two machines that are minutes apart agree on the time, and wake at the same moment', async () => {
    const [slow, fast] = [machine(), machine()];
    await slow.measured(240);
    await fast.measured(-90);
    fast.ours.jump(plus(NINE, { seconds: 330 }));
    expect(slow.offset.clock.now()).toEqual(plus(NINE, { minutes: 4 }));
    expect(fast.offset.clock.now()).toEqual(slow.offset.clock.now());
    let woken = false;
    const asleep = slow.offset.clock.sleep(plus(NINE, { minutes: 5 })).then(() => {
      woken = true;
    });
    slow.ours.jump(plus(NINE, { seconds: 59 }));
    await Promise.resolve();
    expect(woken).toBe(false);
    slow.ours.jump(plus(NINE, { seconds: 60 }));
    await asleep;
  });

  it('differ for ever by less than a second, and nobody minds', async () => {
    const { offset, measured } = machine();
    await measured(0.9);
    expect(offset.clock.now()).toEqual(NINE);
  });

  it.each([
    ['a difference from the start is none', [300, 300], [true, true]],
    ['drifting a minute is none', [0, 60, 120, 60], [true, true, true, true]],
    ['more than a minute ahead, until it stays there', [0, 61, 61], [true, false, true]],
    ['more than a minute back, until it stays there', [0, -61, -61], [true, false, true]],
    ['leaping about', [0, 100, 0, 100, 100], [true, false, false, false, true]],
  ])('leaps: %s', async (_what, seconds, steady) => {
    const { measured } = machine();
    const found: boolean[] = [];
    for (const ahead of seconds) found.push(await measured(ahead));
    expect(found).toEqual(steady);
  });

  it('wakes whoever sleeps in the middle of it, once', async () => {
    const { offset, measured } = machine();
    await measured(0);
    let woken = 0;
    void offset.clock.sleep(plus(NINE, { minutes: 30 })).then(() => {
      woken += 1;
    });
    await measured(3_600);
    await macrotask();
    expect(woken).toBe(0);
    await measured(3_600);
    await macrotask();
    expect(woken).toBe(1);
  });

  it('is kept as it was until a leap is over', async () => {
    const { offset, measured } = machine();
    await measured(0);
    await measured(3_600);
    expect(offset.clock.now()).toEqual(NINE);
    await measured(3_600);
    expect(offset.clock.now()).toEqual(plus(NINE, { hours: 1 }));
  });

  it('is not read from an answer that took six seconds', async () => {
    const { database, measured } = machine();
    database.answersAfterSeconds = 6;
    expect(await measured(0)).toBe(true);
    expect(await measured(500)).toBe(true);
  });
});

describe('Mantra at work, when the clock leaps', () => {
  let database: TestDatabase;
  let slack: Slack;
  let running: Running;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await running.stop();
    await slack.close();
  });
  afterAll(() => database.close());

  const LEAPT = 'the clock leapt against the database’s: nothing is sent until it is steady';
  const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  const says = async () => (await running.ready()).reasons;

  async function settled() {
    await running.idle();
    await slack.idle();
    await running.idle();
  }

  async function atWork() {
    const clock = turnableClock(NINE);
    slack = await anEmptySlack([SANNE, BEN, NOOR], clock);
    let ahead = 0;
    const theirs = { ...database, time: async () => plus(clock.now(), { seconds: ahead }) };
    running = await startIn(await settingsFor(slack), { clock: { ...clock, real: true }, database: theirs });
    slack.waitFor(running.busy);
    await settled();
    return {
      pass: (seconds: number) =>
        clock.turn(plus(clock.now(), { seconds }), { tick: running.tick, idle: settled, every: 1 }),
      leaps(seconds: number) {
        ahead += seconds;
        return running.tick();
      },
    };
  }

  it('sends nothing until it is steady, says so, and then sends what waited', async () => {
    const { leaps, pass } = await atWork();
    await leaps(90);
    await slack.as('USANNE').types('Ze bestellen op donderdag');
    await pass(50);
    expect(await says()).toContain(LEAPT);
    expect(posts()).toBe(0);
    await pass(30);
    expect(await says()).not.toContain(LEAPT);
    expect(posts()).toBe(1);
  });

  it('stops in the middle of its work', async () => {
    const { leaps, pass } = await atWork();
    for (const person of ['USANNE', 'UBEN', 'UNOOR']) await slack.as(person).types('Ze bestellen op donderdag');
    await settled();
    expect(posts()).toBe(1);
    await leaps(90);
    await pass(9);
    expect(posts()).toBe(1);
    await pass(60);
    expect(posts()).toBe(3);
  });

  it('a clock that is turned by hand is the only time there is', async () => {
    const clock = turnableClock(NINE);
    slack = await anEmptySlack([SANNE], clock);
    running = await startIn(await settingsFor(slack), { clock, database });
    await running.idle();
    clock.jump(plus(NINE, { days: 30 }));
    await running.tick();
    expect(await says()).not.toContain(LEAPT);
  });
});

it('the database tells what its own clock shows', async () => {
  const database = await testDatabase();
  expect(Math.abs((await database.time()).getTime() - Date.now())).toBeLessThan(3_600_000);
  await database.close();
});
