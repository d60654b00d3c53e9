import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { firstWorkingDay, workingDayFrom } from '../../src/features/people/index.ts';
import { systemIds } from '../../src/ids.ts';
import { inPackage } from '../../src/package-root.ts';
import { type Running, start } from '../../src/start.ts';
import { addDays, addMonths, instantOf, localDay, monthOf, plus, weekdayOf } from '../../src/time.ts';
import { type TurnableClock, turnableClock } from '../support/turnable-clock.ts';
import { company } from './company.ts';
import { type Dump, type Slack, startEmulator } from './core/index.ts';
import { beganBefore, HOUSE_ZONE, liveThrough } from './history.ts';
import { pageRoutes } from './page/server.ts';

/**
 * Mantra without Slack: the product as `npm start` starts it, in a Slack of its own with a page to click on and a clock
 * to turn. Everything it keeps stands in data/try; --fresh begins anew, --port N chooses where the page is.
 */
const { values } = parseArgs({ options: { port: { type: 'string' }, fresh: { type: 'boolean', default: false } } });

const DIR = inPackage('data', 'try');
const KEPT = path.join(DIR, 'slack.json');
const FIRST_PORT = 4747;

type Kept = { at: string; slack: Dump };

/** What a run before left behind; without all of it, the company begins anew. */
function keptOrNothing(): Kept | undefined {
  if (!values.fresh && existsSync(KEPT)) return JSON.parse(readFileSync(KEPT, 'utf8')) as Kept;
  rmSync(DIR, { recursive: true, force: true });
  mkdirSync(DIR, { recursive: true });
  return undefined;
}

/** Half past nine on the last working day: the emulator's today, when it is new. */
function today(): Date {
  const day = localDay(new Date(), HOUSE_ZONE);
  const working = weekdayOf(day) <= 5 ? day : addDays(day, 5 - weekdayOf(day));
  return instantOf(working, '09:30', HOUSE_ZONE);
}

/** Where the clock can be turned to. */
function targets(now: Date) {
  const day = localDay(now, HOUSE_ZONE);
  const thisMonth = instantOf(firstWorkingDay(monthOf(day)), '10:05', HOUSE_ZONE);
  const nextMonth = instantOf(firstWorkingDay(addMonths(monthOf(day), 1)), '10:05', HOUSE_ZONE);
  return [
    { label: '+1 hour', at: plus(now, { hours: 1 }) },
    { label: 'Next working day 09:00', at: instantOf(workingDayFrom(addDays(day, 1)), '09:00', HOUSE_ZONE) },
    { label: 'Monday 09:00', at: instantOf(addDays(day, 8 - weekdayOf(day)), '09:02', HOUSE_ZONE) },
    { label: 'Next first working day', at: thisMonth > now ? thisMonth : nextMonth },
  ];
}

/** Far away the clock is turned in whole hours, near by in quarters: every zone's ten o'clock falls on one. */
const stepTo = (to: Date, from: Date) => (to.getTime() - from.getTime() > 3 * 24 * 3_600_000 ? 60 : 15);

/** History is lived in steps of three hours: nothing in it waits for a certain minute. */
const HISTORY_STEP = 180;

type Turn = (to: Date, every?: number) => Promise<void>;

const turned =
  (clock: TurnableClock, running: Running, slack: Slack): Turn =>
  (to, every = stepTo(to, clock.now())) =>
    clock.turn(to, { tick: running.tick, idle: () => settled(running, slack), every });

async function settled(running: Running, slack: Slack) {
  await running.idle();
  await slack.idle();
  await running.idle();
}

async function open(port: number, clock: TurnableClock, seed: Dump | typeof company) {
  const manifest = parse(readFileSync(inPackage('manifest.yml'), 'utf8'));
  let slack: Slack | undefined;
  let turn: Turn | undefined;
  const running = () => slack ?? fail('the emulator is not there yet');
  const routes = pageRoutes(running, {
    now: clock.now,
    targets: () => targets(clock.now()),
    turn: async (to) => turn?.(to),
  });
  slack = await startEmulator({ manifest, clock, seed, port, routes });
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...process.env,
    ...slack.settings(),
    DATA_DIR: DIR,
    DATABASE_URL: '',
  });
  const product = await start(config, { clock, ids: systemIds, onFatal: fail });
  slack.waitFor(product.busy);
  turn = turned(clock, product, slack);
  return { slack, product, turn };
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main() {
  const kept = keptOrNothing();
  const now = today();
  const clock = turnableClock(kept ? new Date(kept.at) : beganBefore(now), { running: true });
  const { slack, product, turn } = await open(Number(values.port ?? FIRST_PORT), clock, kept?.slack ?? company);
  if (!kept) {
    console.log('Lindenhof, an invented company, lives through its first three months with Mantra …');
    await liveThrough({ slack, now: clock.now, turnTo: (at) => turn(at, HISTORY_STEP) }, now);
  }
  const keep = () => {
    const text = JSON.stringify({ at: clock.now().toISOString(), slack: slack.dump() } satisfies Kept);
    writeFileSync(`${KEPT}.new`, text);
    renameSync(`${KEPT}.new`, KEPT);
  };
  await settled(product, slack);
  keep();
  console.log(
    `Mantra is ready to be tried: ${slack.url}\nCtrl-C stops it. What you do is kept; npm run try -- --fresh begins anew.`,
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await product.stop();
    keep();
    await slack.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

await main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
