import { describe, expect, it } from 'vitest';
import { breathes } from './canary.ts';
import { weighs } from './ghost.ts';

/** Names as a runner may stumble over when it asks single tests: nested, alike in their beginnings, with signs in them. */
describe('the cage (18-30 % of oxygen)', () => {
  it('holds a ghost', () => {
    expect(() => weighs(1)).not.toThrow();
  });

  describe('holds a canary', () => {
    it('that breathes', () => {
      expect([18, 20, 30].map((oxygen) => breathes(oxygen, false))).toEqual([true, true, true]);
    });

    it('that breathes only between its two bounds', () => {
      expect([17, 31].map((oxygen) => breathes(oxygen, false))).toEqual([false, false]);
    });

    it('that breathes no smoke', () => {
      expect(breathes(20, true)).toBe(false);
    });
  });
});
