import { runConformance } from './corpus/run.ts';

/** Asks the real Slack whether the emulator's validator is right: npm run conformance -- --token xoxb-… */
process.exitCode = await runConformance(process.argv.slice(2), {
  env: process.env,
  say: (text) => process.stdout.write(`${text}\n`),
});
