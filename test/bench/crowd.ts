import type { SeedPerson } from '../emulator/core/index.ts';
import { NOOR } from '../support/village.ts';

/** So many people of a company, an admin among them, spread evenly over these zones. */
export const crowd = (people: number, zones: readonly string[] = ['Europe/Amsterdam']): SeedPerson[] => [
  NOOR,
  ...Array.from({ length: people - 1 }, (_, n) => colleague(n, zones[n % zones.length] ?? 'UTC')),
];

const colleague = (n: number, tz: string): SeedPerson => ({
  id: `U0P${n}`,
  name: `colleague${n}`,
  real_name: `Colleague ${n}`,
  tz,
  locale: 'en-GB',
});
