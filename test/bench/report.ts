/** One thing that was measured. Times are milliseconds, memory is megabytes, a ratio has no unit. */
export type Figures = Record<string, number>;

/**
 * The most a figure may be. On a busy machine only counts and ratios of CPU or virtual time are worth a verdict: the short form
 * lets the others pass, and gives a ratio some room.
 */
export type Target = { figure: string; most: number; is: 'count' | 'ratio' | 'time' | 'memory' };

/** How much more than its target a ratio may be in the short form. */
const ROOM = 1.3;

/** The figure in the middle of several. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The value below which that part (0 to 1) of the values are. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Measures so many times, one after the other, and answers the median of each figure. */
export async function medianOfRuns(runs: number, measure: () => Promise<Figures>): Promise<Figures> {
  const measured: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    measured.push(await measure());
    if (runs > 1) say(`run ${run + 1} of ${runs}: ${JSON.stringify(rounded(measured.at(-1) ?? {}))}`);
  }
  const names = Object.keys(measured[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(measured.map((figures) => figures[name] ?? Number.NaN))]),
  );
}

/** Which targets a run misses, in words. A figure that wasn't measured misses its target. */
export function missed(figures: Figures, targets: readonly Target[], short: boolean): string[] {
  return targets.flatMap(({ figure, most, is }) => {
    if (short && (is === 'time' || is === 'memory')) return [];
    const allowed = short && is === 'ratio' ? most * ROOM : most;
    const value = figures[figure] ?? Number.NaN;
    return value <= allowed ? [] : [`${figure} is ${round(value)}, and may be ${round(allowed)}`];
  });
}

/** Prints every figure beside its target and, last, one line of JSON; ends the process, with 1 where a target is missed. */
export function end(script: string, settings: { short: boolean }, figures: Figures, targets: readonly Target[]): never {
  for (const [figure, value] of Object.entries(figures)) {
    const target = targets.find((one) => one.figure === figure);
    say(`${figure.padEnd(44)}${String(round(value)).padStart(10)}${target ? `   target: ${target.most}` : ''}`);
  }
  const failures = missed(figures, targets, settings.short);
  for (const failure of failures) say(`Missed: ${failure}.`);
  say(JSON.stringify({ script, settings, figures: rounded(figures), targets, missed: failures }));
  process.exit(failures.length === 0 ? 0 : 1);
}

/** A line for whoever reads along. */
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const rounded = (figures: Figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));

const round = (value: number) => Math.round(value * 1000) / 1000;
