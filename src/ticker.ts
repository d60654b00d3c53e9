import { createTask } from 'node-cron';
import type { Clock } from './clock.ts';
import { faultOf, type Log } from './log.ts';

export type TickerOptions = {
  /** Once at the start, then every minute. One may come late or not at all: the clock says what is due, not the call. */
  tick(): Promise<void>;
  /** At the first tick of every hour. */
  hourly(): Promise<void>;
  /** How long a tick took that ended well (seconds). */
  ticked?(seconds: number): void;
  log: Log;
  clock: Clock;
};

export type Ticker = {
  /** No new ticks; ends when the one at work is done. */
  stop(): Promise<void>;
  /** Looks again in ten seconds instead of at the next minute: something failed that a look makes up for. */
  soon(): void;
  /** When a tick last ended well, on the house's clock. */
  lastTickAt(): Date | undefined;
};

/** A tick that takes longer hangs (milliseconds). Nothing ends it, and the ones after it wait: readiness tells. */
const TOO_LONG = 120_000;

/** What failed is looked at again so much later (milliseconds): a restart of the database takes no longer. */
const SOON = 10_000;

/** The minute hand: node-cron in UTC, the only pattern that no change of the clocks disturbs. */
export function startTicker({ tick, hourly, ticked, log, clock }: TickerOptions): Ticker {
  let lastTickAt: Date | undefined;
  let hour = hourOf(clock.now());
  let atWork: Promise<void> | undefined;
  let extra: NodeJS.Timeout | undefined;
  let stopped = false;

  function soon() {
    if (stopped || extra) return;
    extra = setTimeout(() => {
      extra = undefined;
      beat();
    }, SOON).unref();
  }
  const work = async () => {
    const from = clock.now();
    if (!(await endedWell(tick, log, 'a tick failed'))) return soon();
    lastTickAt = clock.now();
    ticked?.((lastTickAt.getTime() - from.getTime()) / 1000);
    if (hourOf(lastTickAt) === hour) return;
    hour = hourOf(lastTickAt);
    await endedWell(hourly, log, 'the hourly work failed');
  };
  const beat = () => {
    atWork ??= watched(work, log).finally(() => {
      atWork = undefined;
    });
  };

  // Overlap is ours to prevent: a missed minute is made up for outside node-cron's own count.
  const task = createTask('* * * * *', beat, { timezone: 'UTC', suppressMissedWarning: true });
  task.on('execution:missed', beat);
  void task.start();
  beat();
  return {
    soon,
    lastTickAt: () => lastTickAt,
    stop: async () => {
      stopped = true;
      clearTimeout(extra);
      await task.destroy();
      await atWork;
    },
  };
}

async function endedWell(work: () => Promise<void>, log: Log, failed: string): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.error(faultOf(error), failed);
    return false;
  }
}

async function watched(work: () => Promise<void>, log: Log): Promise<void> {
  const alarm = setTimeout(() => log.error({ seconds: TOO_LONG / 1_000 }, 'a tick hangs'), TOO_LONG).unref();
  await work().finally(() => clearTimeout(alarm));
}

const hourOf = (at: Date) => Math.floor(at.getTime() / 3_600_000);
