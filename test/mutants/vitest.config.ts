import { defineConfig } from 'vitest/config';

/** The tests that are asked about mutants: those of the mutated files that need no database, and the cage's. */
export default defineConfig({
  test: {
    include: [
      'test/time.test.ts',
      'test/delivery/{outcome,pace,budget,window}.test.ts',
      'test/features/{people,nudges,nudges-spread,plans,reminders,status}-rules.test.ts',
      'test/features/{working-days,eligibility}.test.ts',
      'test/mutants/cage.test.ts',
    ],
    setupFiles: ['test/mutants/same-chances.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
