import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { within } from './deadline.ts';
import { CannotStart } from './errors.ts';
import { systemIds } from './ids.ts';
import { createLog, faultOf } from './log.ts';
import { start } from './start.ts';

/** What a stop may take before the process ends all the same (milliseconds): what is kept survives that too. */
const STOP_MS = 10_000;

/** Says one sentence to whoever runs Mantra, and ends. */
function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** `npm start -- --env-file=.env`: what the environment has already stays. */
function readEnvFile() {
  const { values } = parseArgs({ options: { 'env-file': { type: 'string' } } });
  if (values['env-file'] !== undefined) process.loadEnvFile(values['env-file']);
}

async function main() {
  readEnvFile();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => {
    log.error(faultOf(error), 'something failed outside every handler');
    process.exit(1);
  });
  const running = await start(config, { clock: systemClock, ids: systemIds, log, onFatal: end });
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    void within(STOP_MS, running.stop()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

await main().catch((error: unknown) => {
  if (error instanceof CannotStart) end(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    end('Another program has the port already: choose another one in PORT or OPS_PORT.');
  throw error;
});
