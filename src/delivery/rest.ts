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
  /** Lets work go on beside the looking. It must not fail; its end is something new. */
  beside(work: Promise<void>): void;
  /** Waits for a moment in the middle of such work. False: the waiting was ended for good. */
  besideUntil(moment: Date): Promise<boolean>;
  /** Whether any such work isn't done. */
  hasBeside(): boolean;
  /** Resolves when all of it is done. */
  besideDone(): Promise<void>;
  /** Ends the waiting for good. */
  end(): void;
  /** Whoever waited has died of this error: nobody else shall wait for them. */
  died(error: unknown): void;
  ended(): boolean;
  /** Whether it, and all that goes on beside it, waits for a moment still to come. */
  waits(): boolean;
  /** Resolves as soon as it waits; fails with the error whoever waited has died of. */
  idle(): Promise<void>;
};

type Watcher = { waits(): void; died(error: unknown): void };
type Wait = { until: Date; light: boolean; alarm: AbortController };

/** Waits on this clock. */
export function createRest(clock: Clock): Rest {
  let wait: Wait | null = null;
  let news = false;
  let watchers: Watcher[] = [];
  let death: { error: unknown } | undefined;
  let asleep = 0;
  const over = new AbortController();
  const works = new Set<Promise<void>>();

  const ended = () => over.signal.aborted;
  const looks = () => !ended() && (wait === null || wait.until <= clock.now() || (wait.light && news));
  const waits = () => works.size === asleep && !looks();

  function tellWatchers() {
    if (!waits()) return;
    for (const watcher of watchers) watcher.waits();
    watchers = [];
  }

  function idle() {
    if (death) return Promise.reject(death.error);
    if (waits()) return Promise.resolve();
    return new Promise<void>((resolve, reject) => watchers.push({ waits: resolve, died: reject }));
  }

  function wake() {
    news = true;
    if (wait?.light) wait.alarm.abort();
    tellWatchers();
  }

  async function sleep(until: Date, light: boolean) {
    if (ended()) return;
    wait = { until, light, alarm: new AbortController() };
    tellWatchers();
    await clock.sleep(until, wait.alarm.signal);
    wait = null;
  }

  async function besideUntil(moment: Date) {
    asleep += 1;
    tellWatchers();
    await clock.sleep(moment, over.signal);
    asleep -= 1;
    return !ended();
  }

  return {
    wake,
    until: (moment) => sleep(moment, false),
    untilWoken: async (moment) => {
      if (!news) await sleep(moment, true);
    },
    looking() {
      news = false;
    },
    beside(work) {
      const done = work.finally(() => {
        works.delete(done);
        wake();
      });
      works.add(done);
    },
    besideUntil,
    hasBeside: () => works.size > 0,
    besideDone: async () => void (await Promise.all(works)),
    end() {
      over.abort();
      wait?.alarm.abort();
      tellWatchers();
    },
    died(error) {
      death = { error };
      for (const watcher of watchers) watcher.died(error);
      watchers = [];
    },
    ended,
    waits,
    idle,
  };
}
