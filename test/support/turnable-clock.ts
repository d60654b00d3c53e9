import { setImmediate as macrotask } from 'node:timers/promises';
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

/** `jumped`: the clock moved on, but not far enough to wake it. */
type Sleeper = { until: number; wake(): void; jumped(): void };

const MINUTE_MS = 60_000;
/** The longest a timer of Node's can be set. */
const LONGEST_ALARM_MS = 2 ** 31 - 1;

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
    for (const sleeper of sleepers) sleeper.until <= set ? sleeper.wake() : sleeper.jumped();
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
        const alarm = running ? alarmAt(wakesAt, now, wake) : silentAlarm;
        const sleeper: Sleeper = { until: wakesAt, wake, jumped: alarm.reset };
        function wake() {
          sleepers.delete(sleeper);
          stop?.removeEventListener('abort', wake);
          alarm.off();
          resolve();
        }
        sleepers.add(sleeper);
        stop?.addEventListener('abort', wake);
      });
    },
  };
}

type Alarm = {
  /** Counts again how much real time is left: the clock was turned. */
  reset(): void;
  off(): void;
};

const silentAlarm: Alarm = { reset() {}, off() {} };

/** A running clock wakes its sleepers by itself, when the real time that is left has passed. */
function alarmAt(until: number, now: () => number, ring: () => void): Alarm {
  let timer = set();
  function set() {
    return setTimeout(() => (now() < until ? reset() : ring()), Math.min(until - now(), LONGEST_ALARM_MS));
  }
  function reset() {
    clearTimeout(timer);
    timer = set();
  }
  return { reset, off: () => clearTimeout(timer) };
}
