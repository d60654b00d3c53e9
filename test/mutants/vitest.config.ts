import { defineConfig } from 'vitest/config';

/** The tests that are asked about mutants: those of the mutated files that need no database, and the cage's. */
export default defineConfig({
  test: {
    include: [
      'test/time.test.ts',
      'test/delivery/{outcome,pace,budget,window}.test.ts',
      'test/features/{people-rules,working-days}.test.ts',
      'test/mutants/cage.test.ts',
    ],
    setupFiles: ['test/mutants/same-chances.ts'],
    restoreMocks: true,
  },
});
