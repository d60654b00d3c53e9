import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { systemIds } from './ids.ts';
import { runAsProcess } from './run.ts';

/** `npm start -- --env-file=.env`: what the environment has already stays. */
function readEnvFile() {
  const { values } = parseArgs({ options: { 'env-file': { type: 'string' } } });
  if (values['env-file'] !== undefined) process.loadEnvFile(values['env-file']);
}

readEnvFile();
await runAsProcess({ clock: systemClock, ids: systemIds });
