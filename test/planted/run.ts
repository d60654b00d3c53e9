import path from 'node:path';
import { parseArgs } from 'node:util';
import { postgresFor } from '../support/postgres.ts';
import { allPlanted, type Planted } from './patch.ts';
import { openWorkbench } from './workbench.ts';

/**
 * `npm run planted`: removes each guard of delivery, time and budget from a copy of the product and expects the test that
 * watches it to fail. `-- --only lease` takes those with that word in their name; `--part 2/3` every third, from the second.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, part: { type: 'string' } } });
const [part = 1, of = 1] = (values.part ?? '1/1').split('/').map(Number);
const asked = allPlanted()
  .filter(({ file }) => path.basename(file).includes(values.only ?? ''))
  .filter((_planted, n) => n % of === part - 1);
const withoutServer = asked.filter(({ onServer }) => !onServer);
const needServer = asked.length > withoutServer.length;
const chosen = needServer && postgresFor('planted bugs that need it') ? asked : withoutServer;

/** One for each core that CI has. */
const WORKBENCHES = 2;

const say = (line: string) => process.stdout.write(`${line}\n`);
const began = performance.now();

/** By test file, the largest first: each file is asked once more at the end, by the workbench that has it. */
const waiting = byTest(chosen).sort((one, other) => other.length - one.length);
const escaped = new Set<string>();
await Promise.all(Array.from({ length: WORKBENCHES }, plantAll));

async function plantAll() {
  const workbench = await openWorkbench();
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    for (const planted of group) {
      const verdict = await workbench.plant(planted);
      if (verdict.caught) say(`caught   ${nameOf(planted)}`);
      else escapes(planted, verdict.why);
    }
  }
  for (const planted of await workbench.failsAnyway()) escapes(planted, 'the test fails without it too');
  await workbench.close();
}

function escapes(planted: Planted, why: string) {
  escaped.add(nameOf(planted));
  say(`ESCAPED  ${nameOf(planted)}: ${planted.guard} (${why})`);
}

function byTest(all: readonly Planted[]): Planted[][] {
  return [...new Set(all.map(({ test }) => test))].map((file) => all.filter(({ test }) => test === file));
}

function nameOf({ file }: Planted) {
  return path.basename(file, '.patch');
}

const seconds = Math.round((performance.now() - began) / 1000);
say(
  JSON.stringify({
    script: 'planted',
    part: `${part}/${of}`,
    planted: chosen.length,
    left: asked.length - chosen.length,
    escaped: [...escaped],
    seconds,
  }),
);
process.exitCode = chosen.length > 0 && escaped.size === 0 ? 0 : 1;
