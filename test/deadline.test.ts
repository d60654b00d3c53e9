import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { expect, it } from 'vitest';
import { endWhenSilent, fetchWithin, pause, TooLate, within } from '../src/deadline.ts';
import { freePort } from './support/free-port.ts';

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

it('a question over the network is given up when nobody answers it in time', async () => {
  const port = await freePort();
  const mute = createServer().listen(port, '127.0.0.1');
  await once(mute, 'listening');
  await expect(within(5_000, fetchWithin(50)(`http://127.0.0.1:${port}`))).rejects.toThrow('timeout');
  mute.close();
});

it('a pause ends early when it is told to', async () => {
  const stop = new AbortController();
  const pausing = pause(60_000, stop.signal);
  stop.abort();
  await pausing;
});

it('a connection over which nothing passes ends as too late, although it stands', async () => {
  const port = await freePort();
  const mute = createServer().listen(port, '127.0.0.1');
  await once(mute, 'listening');
  const connection = endWhenSilent(new Socket(), 50).connect(port, '127.0.0.1');
  const [error] = await once(connection, 'error').catch((thrown: unknown) => [thrown]);
  expect(error).toBeInstanceOf(TooLate);
  mute.close();
});
