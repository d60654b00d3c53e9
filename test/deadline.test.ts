import { expect, it } from 'vitest';
import { pause, TooLate, within } from '../src/deadline.ts';

it('work that is done in time gives its result, or its error', async () => {
  expect(await within(1_000, Promise.resolve('saved'))).toBe('saved');
  await expect(within(1_000, Promise.reject(new Error('no database')))).rejects.toThrow('no database');
});

it('work that isn’t done in time is too late, and may fail later without anybody noticing', async () => {
  let fail = (_error: Error) => {};
  const work = new Promise<string>((_resolve, reject) => {
    fail = reject;
  });
  await expect(within(20, work)).rejects.toThrow(TooLate);
  fail(new Error('committed too late'));
});

it('a pause ends early when it is told to', async () => {
  const stop = new AbortController();
  const pausing = pause(60_000, stop.signal);
  stop.abort();
  await pausing;
});
