import { expect, it } from 'vitest';
import { factsOf } from './page/chart/facts.ts';
import { scaleOf } from './page/chart/scale.ts';

it.each([
  ['small numbers', [3, 7, 5], [0, 2, 4, 6, 8]],
  ['rounded figures', [15, 25, 10], [0, 10, 20, 30]],
  ['nothing at all', [0, 0], [0, 1]],
  ['below zero', [-4, 6], [-5, -2.5, 0, 2.5, 5, 7.5]],
])('an axis for %s ends at a round number', (_what, values, ticks) => {
  expect(scaleOf(values).ticks).toEqual(ticks);
});

it('a chart says its figures to those who cannot see it', () => {
  const cups = { name: 'Cups', data: [{ label: 'Mon', value: 8 }] };
  const pots = { name: 'Pots', data: [{ label: 'Mon', value: 2 }] };
  expect(factsOf({ type: 'line', series: [cups, pots] })).toBe('Cups: Mon 8; Pots: Mon 2');
  expect(factsOf({ type: 'pie', segments: [{ label: 'Green', value: 3 }] })).toBe('Green 3');
});
