import { setImmediate as macrotask } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRest } from '../../src/delivery/rest.ts';
import { plus } from '../../src/time.ts';
import { turnableClock } from '../support/turnable-clock.ts';

const NINE = new Date('2026-12-01T09:00:00Z');
const TEN = plus(NINE, { hours: 1 });

/** Whether some waiting has ended, once everything that could end it now has had its turn. */
async function isOver(waiting: Promise<unknown>) {
  let over = false;
  void waiting.then(() => {
    over = true;
  });
  await macrotask();
  return over;
}

function aRest() {
  const clock = turnableClock(NINE);
  return { clock, rest: createRest(clock) };
}

it('does not begin where something came in since the last look', async () => {
  const { rest } = aRest();
  rest.looking();
  rest.wake();
  expect(await isOver(rest.untilWoken(TEN))).toBe(true);
});

it('ends when something comes in, or when its moment has come', async () => {
  const { clock, rest } = aRest();
  const woken = rest.untilWoken(TEN);
  expect(await isOver(woken)).toBe(false);
  rest.wake();
  expect(await isOver(woken)).toBe(true);
  rest.looking();
  const waited = rest.untilWoken(TEN);
  clock.jump(TEN);
  expect(await isOver(waited)).toBe(true);
});

it('lasts until its moment, whatever comes in, where the pace asks for it', async () => {
  const { clock, rest } = aRest();
  const paced = rest.until(TEN);
  rest.wake();
  expect(await isOver(paced)).toBe(false);
  clock.jump(TEN);
  expect(await isOver(paced)).toBe(true);
});

it('ends for good at a stop', async () => {
  const { rest } = aRest();
  const paced = rest.until(TEN);
  rest.end();
  expect(await isOver(paced)).toBe(true);
  expect(await isOver(rest.until(TEN))).toBe(true);
});

it('is idle only while it waits for a later moment and knows of nothing new', async () => {
  const { clock, rest } = aRest();
  expect(rest.waits()).toBe(false);
  void rest.untilWoken(TEN);
  expect(await isOver(rest.idle())).toBe(true);
  rest.wake();
  expect(rest.waits()).toBe(false);
  await macrotask();
  void rest.until(TEN);
  expect(rest.waits()).toBe(true);
  clock.jump(TEN);
  expect(rest.waits()).toBe(false);
});

it('of somebody who has died is waited for by nobody, and says what they died of', async () => {
  const { rest } = aRest();
  const before = rest.idle();
  rest.died(new Error('a habit’s mistake'));
  await expect(before).rejects.toThrow('a habit’s mistake');
  await expect(rest.idle()).rejects.toThrow('a habit’s mistake');
});
