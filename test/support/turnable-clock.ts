import { setImmediate as macrotask, setTimeout as realTime } from 'node:timers/promises';
import type { Clock } from '../../src/clock.ts';

/** What follows the clock when it is turned: the ticker's look at what is due, and everything that may be in flight. */
type Turning = {
  tick(): Promise<unknown>;
  /** Resolves when nothing is in flight and whoever waits, waits for a later moment. */
  idle(): Promise<void>;
  /** Minutes between two looks where nobody sleeps; every zone's whole hours fall on quarters. */
  every?: number;
};

/** A clock that goes only forward, by hand. */
export type TurnableClock = Clock & {
  /** Goes from wake to wake (the next sleeper's moment, the next look) until `to`. A moment that has passed changes nothing. */
  turn(to: Date, following: Turning): Promise<void>;
  /** Jumps without looking at anything in between, as a process does that was down. */
  jump(to: Date): void;
};

type Sleeper = { until: number; wake(): void };

const MINUTE_MS = 60_000;

/** Stands still until it is turned; with `running` it also goes on with real time in between. */
export function turnableClock(start: Date, { running = false }: { running?: boolean } = {}): TurnableClock {
  const sleepers = new Set<Sleeper>();
  let set = start.getTime();
  let setAt = Date.now();
  let turning: Promise<void> = Promise.resolve();

  const now = () => (running ? set + Date.now() - setAt : set);

  function jump(to: Date) {
    if (to.getTime() <= now()) return;
    set = to.getTime();
    setAt = Date.now();
    for (const sleeper of sleepers) if (sleeper.until <= set) sleeper.wake();
  }

  function nextWake(to: number, every: number): number {
    const step = every * MINUTE_MS;
    const look = (Math.floor(now() / step) + 1) * step;
    return Math.min(to, look, ...[...sleepers].map(({ until }) => until).filter((until) => until > now()));
  }

  async function turnNow(to: number, { tick, idle, every = 15 }: Turning) {
    let looked = Math.floor(now() / MINUTE_MS);
    await idle(); // what is at work now hasn't said yet when it wants to be woken
    while (now() < to) {
      jump(new Date(nextWake(to, every)));
      await macrotask(); // whoever was woken takes its first step before anybody asks whether all is quiet
      const minute = Math.floor(now() / MINUTE_MS);
      if (minute > looked) await tick();
      looked = minute;
      await idle();
    }
  }

  return {
    now: () => new Date(now()),
    jump,
    turn(to, following) {
      turning = turning.catch(() => {}).then(() => turnNow(to.getTime(), following));
      return turning;
    },
    sleep(until, stop) {
      const wakesAt = until.getTime();
      if (stop?.aborted || wakesAt <= now()) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const over = new AbortController();
        const sleeper: Sleeper = { until: wakesAt, wake };
        function wake() {
          sleepers.delete(sleeper);
          stop?.removeEventListener('abort', wake);
          over.abort();
          resolve();
        }
        sleepers.add(sleeper);
        stop?.addEventListener('abort', wake);
        if (running) void wakeInTime(wakesAt, now, over.signal, wake);
      });
    },
  };
}

/** A running clock wakes its sleepers by itself: looks again whenever the real time that was left has passed. */
async function wakeInTime(until: number, now: () => number, over: AbortSignal, wake: () => void) {
  while (!over.aborted && now() < until) {
    const left = Math.min(until - now(), 2 ** 31 - 1);
    await realTime(left, undefined, { signal: over }).catch(() => {}); // aborted: somebody else woke it
  }
  if (!over.aborted) wake();
}
