import { randomInt, randomUUID } from 'node:crypto';

/** The only source of chance: opaque keys, and a number in (0, 1) for noise. */
export type Ids = { uuid(): string; random(): number };

const STEPS = 2 ** 47;

/** Chance from the operating system's generator: noise that hides people must not be predictable. */
export const systemIds: Ids = { uuid: () => randomUUID(), random: () => (randomInt(STEPS) + 0.5) / STEPS };
