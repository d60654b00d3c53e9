/**
 * The only source of time and of waiting. `now` is an instant; zones belong to time.ts.
 * `sleep` ends at `until` or, without an error, as soon as `stop` is aborted. `real`: it follows real time, and is
 * compared with the database's (clock-offset.ts); a clock that is turned by hand isn't.
 */
export type Clock = { now(): Date; sleep(until: Date, stop?: AbortSignal): Promise<void>; real?: true };

/** The longest delay a Node timer takes; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

export const systemClock: Clock = {
  real: true,
  now: () => new Date(),
  sleep: async (until, stop) => {
    while (!stop?.aborted && until.getTime() > Date.now()) {
      const ms = Math.min(until.getTime() - Date.now(), LONGEST_TIMER_MS);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          stop?.removeEventListener('abort', done);
          resolve();
        }
        stop?.addEventListener('abort', done);
      });
    }
  },
};
