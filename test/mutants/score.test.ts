import { expect, it } from 'vitest';
import { CANARY, GHOST, type Mutant, missed, scoreOf } from './score.ts';

const mutants = (fileName: string, status: Mutant['status'], count: number, testsCompleted = 1): Mutant[] =>
  Array.from({ length: count }, () => ({
    ...{ fileName, status, testsCompleted, mutatorName: 'ArithmeticOperator', replacement: 'a - b' },
    location: { start: { line: 1, column: 1 }, end: { line: 1, column: 6 } },
  }));

const CAGE = [...mutants(CANARY, 'Killed', 5), ...mutants(GHOST, 'Survived', 3)];
const FILE = 'src/time.ts';
const OTHER = 'src/delivery/pace.ts';
const fine = [...CAGE, ...mutants(FILE, 'Killed', 90), ...mutants(FILE, 'Survived', 10)];

it('is content where nine of ten die, the canary among them and the ghost not', () => {
  expect(missed(fine, [FILE])).toEqual([]);
});

it.each([
  ['one more lives', [...fine, ...mutants(FILE, 'Survived', 1)], ['fewer than 90 % died']],
  ['what is ignored doesn’t die', [...fine, ...mutants(FILE, 'Ignored', 1)], ['fewer than 90 % died']],
  ['what no test reaches doesn’t die', [...fine, ...mutants(FILE, 'NoCoverage', 1)], ['fewer than 90 % died']],
  ['what breaks the run doesn’t die', [...fine, ...mutants(FILE, 'RuntimeError', 1)], ['fewer than 90 % died']],
  ['a mutant of the canary lives', [...fine, ...mutants(CANARY, 'Survived', 1)], ['the canary lives']],
  ['there is no canary', fine.filter(({ fileName }) => fileName !== CANARY), ['the canary lives']],
  ['a mutant of the ghost dies', [...fine, ...mutants(GHOST, 'Timeout', 1)], ['the ghost died']],
  ['there is no ghost', fine.filter(({ fileName }) => fileName !== GHOST), ['the ghost died']],
  [
    'one lives because nobody was asked',
    [...fine, ...mutants(FILE, 'Killed', 10), ...mutants(FILE, 'Survived', 1, 0)],
    ['1 were said to live though no test was asked'],
  ],
])('is not content where %s', (_why, found, why) => {
  expect(missed(found, [FILE])).toEqual(why);
});

it('is not content with one file’s many deaths for another’s few', () => {
  const uneven = [
    ...fine,
    ...mutants(FILE, 'Killed', 90),
    ...mutants(OTHER, 'Survived', 2),
    ...mutants(OTHER, 'Killed', 8),
  ];
  expect(missed(uneven, [FILE, OTHER])).toEqual([`fewer than 85 % died in ${OTHER}`]);
  expect(missed(fine, [FILE, OTHER])).toEqual([`fewer than 85 % died in ${OTHER}`]);
});

it('never rounds up', () => {
  expect(scoreOf([...mutants(FILE, 'Killed', 8_999), ...mutants(FILE, 'Survived', 1_001)])).toBe(89.9);
});
