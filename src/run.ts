import { readConfig } from './config.ts';
import { within } from './deadline.ts';
import { CannotStart } from './errors.ts';
import { createLog, faultOf } from './log.ts';
import { start, type World } from './start.ts';

/** What a stop may take before the process ends all the same (milliseconds): what is kept survives that too. */
const STOP_MS = 10_000;

/**
 * Runs Mantra as this process, with the settings of its environment, until a signal asks it to stop: exit code 0 then,
 * 1 for whatever else ends it, with a sentence where somebody can mend that.
 */
export async function runAsProcess(world: Pick<World, 'clock' | 'ids' | 'sender'>): Promise<void> {
  await runUntilAsked(world).catch((error: unknown) => {
    if (error instanceof CannotStart) end(error.message);
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      end('Another program has the port already: choose another one in PORT or OPS_PORT.');
    throw error;
  });
}

/** Says one sentence to whoever runs Mantra, and ends. */
function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function runUntilAsked(world: Pick<World, 'clock' | 'ids' | 'sender'>) {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => {
    log.error(faultOf(error), 'something failed outside every handler');
    process.exit(1);
  });
  const running = await start(config, { ...world, log, onFatal: end });
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
