import { setTimeout as sleep } from 'node:timers/promises';

/** The work wasn't done in time. It goes on, and nobody hears how it ends. */
export class TooLate extends Error {
  override name = 'TooLate';
}

/**
 * Answers with the work's result, or fails with TooLate after `ms` of real time: Slack's three seconds pass
 * whatever the house's clock says.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(ms, over.signal).then(() => {
    throw new TooLate(`not done within ${ms} ms`);
  });
  return Promise.race([work, late]).finally(() => over.abort());
}

/** Waits in real time; ends early, without an error, when `stop` is aborted. */
export const pause = (ms: number, stop?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, stop && { signal: stop }).catch(() => {});
