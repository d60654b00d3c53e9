import { parseArgs } from 'node:util';

/** Sizes of the form that CI runs and of the one that is the proof. */
type Sizes = { short: number; long: number };

/** What a benchmark was asked for. `runs`: how often all of it is measured; the median of each figure counts. */
export type Settings<Name extends string> = { short: boolean; runs: number } & Record<Name, number>;

/** Reads `--short --runs 3 --members 20000 …`; a size that isn't given is the one of its form. Throws for what can't be. */
export function settingsOf<Name extends string>(
  sizes: Record<Name, Sizes>,
  args: readonly string[] = process.argv.slice(2),
): Settings<Name> {
  const known = { ...sizes, runs: { short: 1, long: 3 } } as Record<string, Sizes>;
  const options = Object.fromEntries(Object.keys(known).map((name) => [name, { type: 'string' } as const]));
  const { values } = parseArgs({ args: args.filter((arg) => arg !== SHORT), options });
  const short = args.includes(SHORT);
  const read = Object.entries(known).map(([name, size]) => {
    const given = values[name];
    return [name, given === undefined ? size[short ? 'short' : 'long'] : sizeIn(name, given)];
  });
  return { short, ...Object.fromEntries(read) } as Settings<Name>;
}

const SHORT = '--short';

function sizeIn(name: string, text: string | boolean): number {
  const value = Number(text);
  if (String(text).trim() === '' || !(value >= 0)) throw new Error(`--${name} is a number, not less than 0.`);
  return value;
}
