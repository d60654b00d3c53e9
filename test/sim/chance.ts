import type { Timeline } from './timeline.ts';

/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** From 0 to 1, without 1. */
  number(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  /** Whether something happens that happens in this part of all cases. */
  happens(part: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of them, or none where there are none. */
  any<T>(from: readonly T[]): T | undefined;
  uuid(): string;
};

/** Numbers by sfc32 (PractRand's small fast counter), seeded with a number. */
export function createChance(seed: number): Chance {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) next();

  const number = () => next() / 2 ** 32;
  const any = <T>(from: readonly T[]) => from[Math.floor(number() * from.length)];
  const hex = () => next().toString(16).padStart(8, '0');
  return {
    number,
    between: (from, to) => from + Math.floor(number() * (to - from + 1)),
    happens: (part) => number() < part,
    any,
    pick(from) {
      const one = any(from);
      if (one === undefined) throw new Error('there is nothing to pick from');
      return one;
    },
    uuid: () => `${hex()}${hex()}${hex()}${hex()}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  };
}

/** Does something again and again, every so many hours on average, at no set times. */
export function everySoOften(
  { chance, timeline }: { chance: Chance; timeline: Pick<Timeline, 'in'> },
  hours: number,
  work: () => unknown,
): void {
  const next = () =>
    timeline.in(-Math.log(1 - chance.number()) * hours * HOUR_MS, () => {
      next();
      return work();
    });
  next();
}

const HOUR_MS = 3_600_000;
