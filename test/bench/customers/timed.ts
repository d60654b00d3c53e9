import { median } from '../report.ts';

/** How often it is measured, after once that doesn't count. */
const TIMES = 5;

/** The median of what it takes, in milliseconds, and how much was found. */
export async function medianMs(look: () => Promise<readonly unknown[]>): Promise<{ ms: number; found: number }> {
  const found = (await look()).length;
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begun = performance.now();
    await look();
    times.push(performance.now() - begun);
  }
  return { ms: median(times), found };
}
