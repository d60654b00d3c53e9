import { expect, it } from 'vitest';
import { ideally, waiting } from './bound.ts';

const due = (...moments: number[]) => moments.map((at) => ({ due: at, sent: at }));

it('the best sender sends at once what is due alone, and one after the other what is due together', () => {
  expect(ideally(due(0, 0, 0, 5_000), 2).map(({ sent }) => sent)).toEqual([0, 500, 1_000, 5_000]);
});

it('hours in which nothing waits don’t count, and those in which several do count once', () => {
  const messages = [
    { due: 0, sent: 400 },
    { due: 100, sent: 300 },
    { due: 300, sent: 600 },
    { due: 9_000, sent: 9_100 },
  ];
  expect(waiting(messages)).toBe(700);
  expect(waiting([])).toBe(0);
});
