import { systemClock } from '../../src/clock.ts';
import type { SenderOptions } from '../../src/delivery/options.ts';
import { systemIds } from '../../src/ids.ts';
import { runAsProcess } from '../../src/run.ts';
import { WORLD } from './world.ts';

/** Mantra as `main.ts` runs it, but that its clock goes so many milliseconds ahead, and that its sender is told how to send. */
const { shiftMs, sender } = JSON.parse(process.env[WORLD] ?? '{}') as { shiftMs: number; sender: SenderOptions };

await runAsProcess({
  clock: {
    now: () => new Date(systemClock.now().getTime() + shiftMs),
    sleep: (until, stop) => systemClock.sleep(new Date(until.getTime() - shiftMs), stop),
  },
  ids: systemIds,
  sender,
});
