import { expect, it } from 'vitest';
import { median, medianOfRuns, missed, quantile, type Target } from './report.ts';
import { settingsOf } from './settings.ts';

const TARGETS: readonly Target[] = [
  { figure: 'doubled', most: 0, is: 'count' },
  { figure: 'CPU, × bare', most: 1.25, is: 'ratio' },
  { figure: 'p50, ms', most: 50, is: 'time' },
];

it.each([
  ['all is well', { doubled: 0, 'CPU, × bare': 1.25, 'p50, ms': 50 }, [], []],
  [
    'one message came twice',
    { doubled: 1, 'CPU, × bare': 1, 'p50, ms': 1 },
    ['doubled is 1, and may be 0'],
    ['doubled is 1, and may be 0'],
  ],
  [
    'it costs a little too much',
    { doubled: 0, 'CPU, × bare': 1.3, 'p50, ms': 1 },
    ['CPU, × bare is 1.3, and may be 1.25'],
    [],
  ],
  [
    'it costs far too much',
    { doubled: 0, 'CPU, × bare': 2, 'p50, ms': 1 },
    ['CPU, × bare is 2, and may be 1.25'],
    ['CPU, × bare is 2, and may be 1.625'],
  ],
  ['it is late', { doubled: 0, 'CPU, × bare': 1, 'p50, ms': 99 }, ['p50, ms is 99, and may be 50'], []],
  [
    'a count is missing',
    { 'CPU, × bare': 1, 'p50, ms': 1 },
    ['doubled is NaN, and may be 0'],
    ['doubled is NaN, and may be 0'],
  ],
])('the long form is strict, and the short one judges counts and CPU time alone: %s', (_what, figures, long, short) => {
  expect(missed({ ...figures }, TARGETS, false)).toEqual(long);
  expect(missed({ ...figures }, TARGETS, true)).toEqual(short);
});

it('of several runs the one in the middle counts, figure by figure', async () => {
  const runs = [
    { slow: 9, much: 1 },
    { slow: 2, much: 8 },
    { slow: 4, much: 3 },
  ];
  expect(await medianOfRuns(3, async () => runs.shift() ?? {})).toEqual({ slow: 4, much: 3 });
  expect(median([])).toBeNaN();
});

it('a quantile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([0, 0.5, 0.99, 1].map((part) => quantile(hundred, part))).toEqual([1, 51, 100, 100]);
});

it('sizes come from the form, unless one is given', () => {
  const sizes = { members: { short: 100, long: 100_000 } };
  expect(settingsOf(sizes, [])).toEqual({ short: false, members: 100_000, runs: 3 });
  expect(settingsOf(sizes, ['--short'])).toEqual({ short: true, members: 100, runs: 1 });
  expect(settingsOf(sizes, ['--short', '--members', '7', '--runs', '2'])).toEqual({ short: true, members: 7, runs: 2 });
  expect(() => settingsOf(sizes, ['--members', 'many'])).toThrow('--members is a number');
  expect(() => settingsOf(sizes, ['--people', '7'])).toThrow('--people');
});
