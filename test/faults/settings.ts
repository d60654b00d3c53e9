import { parseArgs } from 'node:util';

/** What a run is asked for; all of it stands in its last line. */
export type Settings = {
  /** Only faults whose name has these words. */
  only: string | undefined;
  /** Only faults of this act. */
  act: string | undefined;
  short: boolean;
  /** How many acts are played beside each other. */
  beside: number;
};

/** Reads `--only socket --act sockets --short --beside 2`; throws with a sentence about what can't be. */
export function settingsOf(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      act: { type: 'string' },
      short: { type: 'boolean', default: false },
      beside: { type: 'string', default: '2' },
    },
  });
  if (!/^[1-9]\d*$/.test(values.beside)) throw new Error('--beside is a whole number, at least 1.');
  return { only: values.only, act: values.act, short: values.short, beside: Number(values.beside) };
}
