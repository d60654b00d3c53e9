import { expect, it } from 'vitest';
import { turnableClock } from './support/turnable-clock.ts';

const START = new Date('2026-11-20T16:58:30Z');
const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const quiet = { tick: async () => {}, idle: async () => {} };

it('stands still until it is turned', async () => {
  const clock = turnableClock(START);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(clock.now()).toEqual(START);
});

it('goes from wake to wake, and looks at every quarter of an hour', async () => {
  const clock = turnableClock(START);
  const seen: string[] = [];
  const note = (what: string) => seen.push(`${clock.now().toISOString().slice(11, 19)} ${what}`);
  void clock.sleep(at('17:20:10')).then(() => note('woke'));
  await clock.turn(at('17:31:00'), { ...quiet, tick: async () => note('looked') });
  expect(seen).toEqual([
    '17:00:00 looked',
    '17:15:00 looked',
    '17:20:10 woke',
    '17:20:10 looked',
    '17:30:00 looked',
    '17:31:00 looked',
  ]);
});

it('waits at every wake until nothing is in flight, and lets whoever was woken sleep again', async () => {
  const clock = turnableClock(START);
  let woken = 0;
  const naps = (async () => {
    for (let n = 1; n <= 5; n++) {
      await clock.sleep(new Date(START.getTime() + n * 1_000));
      woken = n;
    }
  })();
  const idle = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  await clock.turn(at('16:58:33'), { ...quiet, idle });
  expect(woken).toBe(3);
  clock.jump(at('17:00:00'));
  await naps;
  expect(woken).toBe(5);
});

it('never goes back', async () => {
  const clock = turnableClock(START);
  await clock.turn(at('10:00:00'), quiet);
  clock.jump(at('11:00:00'));
  expect(clock.now()).toEqual(START);
});

it('wakes a sleeper that is called off, and does not let one sleep that already is', async () => {
  const clock = turnableClock(START);
  const stop = new AbortController();
  const sleep = clock.sleep(at('23:00:00'), stop.signal);
  stop.abort();
  await sleep;
  await clock.sleep(at('23:00:00'), stop.signal);
  await clock.sleep(at('10:00:00'));
  expect(clock.now()).toEqual(START);
});

it('does one turn after the other', async () => {
  const clock = turnableClock(START);
  const ticks: Date[] = [];
  const tick = async () => void ticks.push(clock.now());
  await Promise.all([clock.turn(at('17:00:00'), { ...quiet, tick }), clock.turn(at('17:15:00'), { ...quiet, tick })]);
  expect(ticks).toEqual([at('17:00:00'), at('17:15:00')]);
});

it('goes on with real time where it is told to run, also after a turn', async () => {
  const clock = turnableClock(START, { running: true });
  await clock.sleep(new Date(START.getTime() + 20));
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(START.getTime() + 20);
  await clock.turn(at('20:00:00'), quiet);
  const stop = new AbortController();
  const far = clock.sleep(at('23:00:00'), stop.signal);
  await clock.sleep(new Date(at('20:00:00').getTime() + 30));
  expect(clock.now().getTime()).toBeLessThan(at('20:01:00').getTime());
  stop.abort();
  await far;
});

it('a running clock that was turned to just before a sleeper’s moment wakes it when that moment comes', async () => {
  const clock = turnableClock(START, { running: true });
  const sleep = clock.sleep(at('23:00:00'));
  clock.jump(new Date(at('23:00:00').getTime() - 20));
  await sleep;
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(at('23:00:00').getTime());
});
