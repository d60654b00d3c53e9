import { bundleInstance } from '../chaos/bundle.ts';
import { type Played, playAct } from './act.ts';
import { ACTS } from './acts.ts';
import { chosen } from './list.ts';
import { METHODS } from './points.ts';
import { failuresOf, lastLineOf } from './result.ts';
import { settingsOf } from './settings.ts';

/**
 * `npm run faults`: everything that can go wrong where the product waits for Slack, its database or its machine, one
 * after the other, to real processes of the bundle. Prints what each came to, ends with one line of JSON, and with 1 where
 * a target is missed.
 */
const settings = settingsOf(process.argv.slice(2));
const bundle = await bundleInstance();
const faults = chosen(settings);
const waiting = ACTS.filter(({ name }) => faults.some(({ act }) => act === name));
const reports: Played[] = [];

async function playOn(): Promise<void> {
  const act = waiting.shift();
  if (!act) return;
  const its = faults.filter(({ act: name }) => name === act.name);
  reports.push(await playAct(bundle.file, act, its, (line) => process.stdout.write(`${line}\n`)));
  await playOn();
}

const began = performance.now();
await Promise.all(Array.from({ length: settings.beside }, playOn));
const result = { settings, reports, seconds: Math.round((performance.now() - began) / 1_000), methods: METHODS };
const failures = failuresOf(result);
for (const sentence of failures) process.stdout.write(`${sentence}\n`);
process.stdout.write(`${JSON.stringify(lastLineOf(result))}\n`);
process.exit(failures.length === 0 ? 0 : 1);
