import type { Stryker } from '@stryker-mutator/core';

/** What became of one mutant, as Stryker tells it. */
export type Mutant = Pick<
  Awaited<ReturnType<Stryker['runMutationTest']>>[number],
  'fileName' | 'location' | 'mutatorName' | 'replacement' | 'status' | 'testsCompleted'
>;

/** Percent of all mutants, and of each file's, that must die. */
export const LEAST = { total: 90, file: 85 } as const;

/** The file none of whose mutants may live, and the one none of whose mutants may die: else the run itself can't be trusted. */
export const CANARY = 'test/mutants/canary.ts';
export const GHOST = 'test/mutants/ghost.ts';

/** Only a failed test or an endless loop is a death: what was ignored or never reached counts as living. */
export const isDead = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';

/** Percent of these mutants that died, to a tenth; none of none. */
export const scoreOf = (mutants: readonly Mutant[]): number =>
  mutants.length === 0 ? 0 : Math.floor((1_000 * mutants.filter(isDead).length) / mutants.length) / 10;

/** The product's files, without canary and ghost, each with its mutants. */
export function byFile(mutants: readonly Mutant[]): Map<string, Mutant[]> {
  const files = new Map<string, Mutant[]>();
  for (const mutant of mutants)
    if (mutant.fileName !== CANARY && mutant.fileName !== GHOST)
      files.set(mutant.fileName, [...(files.get(mutant.fileName) ?? []), mutant]);
  return files;
}

/** Why a run over these files misses its target; nothing: it doesn't. */
export function missed(mutants: readonly Mutant[], expected: readonly string[]): string[] {
  const files = byFile(mutants);
  const of = (name: string) => mutants.filter(({ fileName }) => fileName === name);
  const low = expected.filter((file) => scoreOf(files.get(file) ?? []) < LEAST.file);
  const unasked = mutants.filter(({ status, testsCompleted }) => status === 'Survived' && !testsCompleted);
  return [
    ...(scoreOf([...files.values()].flat()) < LEAST.total ? [`fewer than ${LEAST.total} % died`] : []),
    ...low.map((file) => `fewer than ${LEAST.file} % died in ${file}`),
    ...(scoreOf(of(CANARY)) < 100 ? ['the canary lives'] : []),
    ...(of(GHOST).length === 0 || scoreOf(of(GHOST)) > 0 ? ['the ghost died'] : []),
    ...(unasked.length > 0 ? [`${unasked.length} were said to live though no test was asked`] : []),
  ];
}
