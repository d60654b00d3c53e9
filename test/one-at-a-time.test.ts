import { expect, it } from 'vitest';
import { oneAtATime } from '../src/one-at-a-time.ts';

/** Work that ends when told, and says how many were at it together. */
function work() {
  const atWork = { now: 0, most: 0, times: 0 };
  const ends: ((error?: Error) => void)[] = [];
  const one = oneAtATime(async () => {
    atWork.now += 1;
    atWork.times += 1;
    atWork.most = Math.max(atWork.most, atWork.now);
    await new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    atWork.now -= 1;
  });
  const next = async (error?: Error) => {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.(error);
  };
  return { one, atWork, next };
}

it('two looks at what is due never overlap, and both are taken', async () => {
  const { one, atWork, next } = work();
  const both = [one.run(), one.run()];
  expect(one.busy()).toBe(true);
  await next();
  await next();
  await Promise.all(both);
  expect(atWork).toEqual({ now: 0, most: 1, times: 2 });
  expect(one.busy()).toBe(false);
});

it('a look that fails tells its own caller, and the next one is taken all the same', async () => {
  const { one, atWork, next } = work();
  const first = one.run();
  const second = one.run();
  const done = one.done();
  await next(new Error('the database is away'));
  await expect(first).rejects.toThrow('the database is away');
  await next();
  await expect(second).resolves.toBeUndefined();
  await expect(done).resolves.toBeUndefined();
  expect(atWork.times).toBe(2);
});
