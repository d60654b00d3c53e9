import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lockDirectory } from '../../src/db/lock.ts';
import { CannotStart } from '../../src/errors.ts';
import { inPackage } from '../../src/package-root.ts';
import { addDays, instantOf, localDay, weekdayOf } from '../../src/time.ts';
import { HOUSE_ZONE } from './company.ts';
import { SLACK_RATES } from './core/index.ts';
import { beganBefore, liveThrough } from './history.ts';
import { readKept, writeKept } from './kept.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * Mantra without Slack: the product as `npm start` starts it, in a Slack of its own with a page to click on and a clock
 * to turn. --port N says where the page is, --dir D where everything is kept (data/try), --fresh begins anew.
 */
const { values: asked } = parseArgs({
  options: { port: { type: 'string' }, dir: { type: 'string' }, fresh: { type: 'boolean', default: false } },
});

const USUAL_PORT = 4747;
/** How often what has happened is written down (real milliseconds); a run that is killed loses no more. */
const KEEP_EVERY_MS = 5_000;
/** The history waits for no minute of its own: nothing is looked at but the moments it asks for. */
const NEVER_BETWEEN = 365 * 24 * 60;

/** Half past nine on the last working day: the emulator's today, when it is new. */
function today(): Date {
  const day = localDay(new Date(), HOUSE_ZONE);
  const working = weekdayOf(day) <= 5 ? day : addDays(day, 5 - weekdayOf(day));
  return instantOf(working, '09:30', HOUSE_ZONE);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** A port as typed, or the usual one. */
function portAsked(): number {
  const port = Number(asked.port ?? USUAL_PORT);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : fail(`--port takes a number up to 65535.`);
}

async function open(dir: string, port: number): Promise<Stage> {
  mkdirSync(path.dirname(dir), { recursive: true });
  await lockDirectory(dir, () => fail(`Somebody else has taken over ${dir}.`)).catch((error: unknown) => {
    if (!(error instanceof CannotStart)) throw error;
    fail(`Mantra is being tried in ${dir} already. Stop it there with Ctrl-C, or choose another place with --dir.`);
  });
  const kept = readKept(dir, asked.fresh);
  const now = today();
  const stage = await openStage({
    dir,
    port,
    at: kept?.at ?? beganBefore(now),
    ...(kept && { seed: kept.slack }),
    onFatal: fail,
  });
  if (!kept) {
    console.log('Lindenhof, an invented company, lives through its first three months with Mantra …');
    const { slack, clock, turn } = stage;
    await liveThrough({ slack, now: clock.now, turnTo: (at) => turn(at, NEVER_BETWEEN) }, now);
  }
  await stage.settled();
  // Three months went by faster than Slack takes messages; from now on it is as strict as Slack.
  stage.slack.faults.limit(SLACK_RATES);
  return stage;
}

/** Keeps writing down what happened; answers how to write it down now. */
function keepGoing(dir: string, { slack, clock }: Stage) {
  let changed = false;
  const keep = () => writeKept(dir, { at: clock.now(), slack: slack.dump() });
  slack.onChange(() => {
    changed = true;
  });
  setInterval(() => {
    if (changed) keep();
    changed = false;
  }, KEEP_EVERY_MS).unref();
  keep();
  return keep;
}

async function main() {
  const dir = path.resolve(asked.dir ?? inPackage('data', 'try'));
  const port = portAsked();
  let stop = async () => {}; // before there is anything to keep
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stop().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

  const stage = await open(dir, port);
  const keep = keepGoing(dir, stage);
  stop = async () => {
    await stage.stop();
    keep();
    await stage.close();
  };
  console.log(
    `Mantra is ready to be tried: ${stage.slack.url}
You are Sanne, and a short tour shows you around: in Dutch, or in English as Ben.
Ctrl-C stops it. What you do is kept; npm run try -- --fresh begins anew.`,
  );
}

await main().catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    fail(`Port ${portAsked()} is taken. Choose another one: npm run try -- --port ${portAsked() + 1}`);
  fail(error instanceof Error ? error.message : String(error));
});
