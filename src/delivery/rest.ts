import type { Clock } from '../clock.ts';

/** How the sender waits: so that it can be woken, and so that others can tell when there is nothing it could do now. */
export type Rest = {
  /** There is something new to look at. */
  wake(): void;
  /** Waits for a moment, whatever is new. */
  until(moment: Date): Promise<void>;
  /** Waits for a moment or for something new; not at all if there was something since `looking`. */
  untilWoken(moment: Date): Promise<void>;
  /** Looks now: sees everything that was new until this call. */
  looking(): void;
  /** Ends the waiting for good. */
  end(): void;
  ended(): boolean;
  /** Whether it waits for a moment still to come. */
  waits(): boolean;
  /** Resolves as soon as it waits. */
  idle(): Promise<void>;
};

type Wait = { until: Date; light: boolean; alarm: AbortController };

/** Waits on this clock. */
export function createRest(clock: Clock): Rest {
  let wait: Wait | null = null;
  let news = false;
  let over = false;
  let watchers: (() => void)[] = [];

  const waits = () => over || (wait !== null && wait.until > clock.now() && !(wait.light && news));

  function tellWatchers() {
    if (!waits()) return;
    for (const tell of watchers) tell();
    watchers = [];
  }

  async function sleep(until: Date, light: boolean) {
    if (over) return;
    wait = { until, light, alarm: new AbortController() };
    tellWatchers();
    await clock.sleep(until, wait.alarm.signal);
    wait = null;
  }

  return {
    wake() {
      news = true;
      if (wait?.light) wait.alarm.abort();
    },
    until: (moment) => sleep(moment, false),
    untilWoken: async (moment) => {
      if (!news) await sleep(moment, true);
    },
    looking() {
      news = false;
    },
    end() {
      over = true;
      wait?.alarm.abort();
      tellWatchers();
    },
    ended: () => over,
    waits,
    idle: () => (waits() ? Promise.resolve() : new Promise((resolve) => watchers.push(resolve))),
  };
}
