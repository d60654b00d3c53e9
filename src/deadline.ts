import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The work wasn't done in time. It goes on, and nobody hears how it ends. */
export class TooLate extends Error {
  override name = 'TooLate';
}

/**
 * Answers with the work's result, or fails with TooLate after `ms` of real time: Slack's three seconds pass
 * whatever the house's clock says.
 */
export const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    // Every request comes through here: an abort signal would make three errors for each that is in time.
    const late = setTimeout(() => reject(new TooLate(`not done within ${ms} ms`)), ms);
    work.finally(() => clearTimeout(late)).then(resolve, reject);
  });

/** Asks over the network, and gives up after `ms` of real time. */
export const fetchWithin =
  (ms: number): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(ms) });

/** Waits in real time; ends early, without an error, when `stop` is aborted. */
export const pause = (ms: number, stop?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, stop && { signal: stop }).catch(() => {});

/**
 * Ends a connection over which nothing passes for `ms` of real time, with TooLate for whoever waits for it: a broken way
 * may look as if it stood, for ever.
 */
export const endWhenSilent = (socket: Socket, ms: number): Socket =>
  socket.setTimeout(ms, () => socket.destroy(new TooLate(`nothing passed for ${ms} ms`)));
