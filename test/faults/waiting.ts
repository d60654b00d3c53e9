import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 50;

/** Waits until it is so, looking again and again; fails with what was waited for. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(LOOK_MS);
  }
}
