import { describe, expect, it } from 'vitest';
import { compareOn, HOSTS } from './hosts.ts';
import { compare } from './oracle.ts';

const EDGES = { hours: 0, minutes: 60 };
const HALF_A_DAY = { hours: 6, minutes: 30 };

describe('what a zone’s clocks show, by Temporal', () => {
  it('is what Mantra says in every zone, on both sides of every change of the clocks from 2024 to 2037', () => {
    const { cases, changes, wrong } = compare(Intl.supportedValuesOf('timeZone'), EDGES);
    expect(wrong).toEqual([]);
    expect(changes).toBeGreaterThan(3_000);
    expect(cases).toBeGreaterThan(60 * changes);
  });

  it.each(HOSTS)('is what Mantra says in the hard zones on a host in %s', async (host) => {
    const { cases, wrong } = await compareOn(host, 'hard', HALF_A_DAY);
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(50_000);
  });
});
