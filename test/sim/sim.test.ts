import { describe, expect, it } from 'vitest';
import { inMemory, type SimDatabase } from './database.ts';
import { MISSING, type Missing } from './guards.ts';
import { liveYear } from './year.ts';

/** Enough for the nudges of a month, some weeks, and the calm at the end. */
const DAYS = 50;
/** Seeds, and how many of them a house may live through without noticing that a guard is gone. */
const [SEEDS, TRIES] = [10, 12];

const memory = async (id: string): Promise<SimDatabase> => inMemory(id);
const seeds = Array.from({ length: SEEDS }, (_, n) => n + 1);

describe('a house in which everything goes wrong', () => {
  it.each(seeds)('doubles and misses nothing, and keeps to hours, budgets and pace: SEED=%i', async (seed) => {
    const { violations, last } = await liveYear({ seed, days: DAYS, database: memory });
    expect(violations.length > 0 ? [...last, ...violations] : []).toEqual([]);
  });

  it('lives the same life again with the same seed, and another with another', async () => {
    const { hash } = await liveYear({ seed: 3, days: DAYS, database: memory });
    expect((await liveYear({ seed: 3, days: DAYS, database: memory })).hash).toBe(hash);
    expect((await liveYear({ seed: 4, days: DAYS, database: memory })).hash).not.toBe(hash);
  });
});

describe('the simulation notices when no longer', () => {
  const often = MISSING.filter(({ seldom }) => !seldom);

  it.each(often.map((missing) => [missing.says, missing] as const))(
    '%s',
    { timeout: 120_000 },
    async (_says, missing) => {
      expect(await firstNoticed(missing)).toBeDefined();
    },
  );
});

async function firstNoticed(missing: Missing): Promise<string | undefined> {
  for (let seed = 1; seed <= TRIES; seed++) {
    const { violations } = await liveYear({ seed, days: missing.days ?? DAYS, missing, database: memory });
    if (violations.length > 0) return violations[0];
  }
  return undefined;
}
