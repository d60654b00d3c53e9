import { describe, expect, it } from 'vitest';
import { noise, shown } from '../../src/features/summaries/rules.ts';
import { systemIds } from '../../src/ids.ts';

/** What one conversation more or less may do to the odds of any published figure (decisions, "Figures about people"). */
const MOST = Math.exp(0.5);

/** Farther out than this lie fewer than one in 10^12. */
const FAR = 60;

/** How often the noise is each number: the product's own function over an even grid of chances, not its formula. */
function probabilities(): Map<number, number> {
  const GRID = 2_000_000;
  const geometric = new Map<number, number>();
  for (let i = 0; i < GRID; i++) {
    const n = noise((i + 0.5) / GRID, 1 - 1e-12);
    geometric.set(n, (geometric.get(n) ?? 0) + 1 / GRID);
  }
  const found = new Map<number, number>();
  for (const [a, p] of geometric) for (const [b, q] of geometric) found.set(a - b, (found.get(a - b) ?? 0) + p * q);
  return found;
}

const published = (total: number, of: ReadonlyMap<number, number>) => {
  const found = new Map<number | 'few', number>();
  for (const [n, p] of of) found.set(shown(total + n), (found.get(shown(total + n)) ?? 0) + p);
  return found;
};

describe('the noise of a closed week', () => {
  const of = probabilities();

  it('is even to both sides, most often nothing, and rarely far off', () => {
    expect([...of.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    for (let n = 1; n <= 10; n++) expect((of.get(n) ?? 0) / (of.get(-n) ?? 1)).toBeCloseTo(1, 6);
    expect(of.get(0)).toBeCloseTo((1 - Math.exp(-0.5)) / (1 + Math.exp(-0.5)), 4);
    const within = [...of].filter(([n]) => Math.abs(n) <= 5).reduce((sum, [, p]) => sum + p, 0);
    expect(within).toBeGreaterThan(0.9);
  });

  it('makes each number at most e^0.5 times as likely as its neighbour', () => {
    for (let n = -14; n < 14; n++) {
      const ratio = (of.get(n) ?? 0) / (of.get(n + 1) ?? 0);
      expect(Math.max(ratio, 1 / ratio)).toBeLessThanOrEqual(MOST * 1.01);
    }
  });

  it('lets no published figure tell whether one conversation more was held, by more than e^0.5', () => {
    for (let total = 0; total < FAR; total++) {
      const [without, withOne] = [published(total, of), published(total + 1, of)];
      for (const [figure, p] of without) {
        const q = withOne.get(figure) ?? 0;
        if (p + q < 1e-4) continue; // finer than the grid
        expect(Math.max(p / q, q / p)).toBeLessThanOrEqual(MOST * 1.01);
      }
    }
  });

  it('hides a quiet week as well: "few" and "about 5" are possible for no conversation as for five', () => {
    for (const total of [0, 5]) {
      expect(published(total, of).get('few')).toBeGreaterThan(0.01);
      expect(published(total, of).get(5)).toBeGreaterThan(0.01);
    }
  });

  it('comes from chances that are never 0 or 1, which would make it endless', () => {
    for (let draw = 0; draw < 10_000; draw++) {
      const chance = systemIds.random();
      expect(chance > 0 && chance < 1).toBe(true);
    }
    const finest = 0.5 / 2 ** 47;
    expect(Math.abs(noise(finest, 1 - finest))).toBeLessThan(100);
  });
});

it('figures are to the nearest five, and few below five', () => {
  expect([-9, 0, 4, 5, 7, 8, 12, 13, 1_002].map(shown)).toEqual(['few', 'few', 'few', 5, 5, 10, 10, 15, 1_000]);
});
