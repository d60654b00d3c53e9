import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { systemIds } from '../../src/ids.ts';
import { inPackage } from '../../src/package-root.ts';
import { type Running, start } from '../../src/start.ts';
import { type TurnableClock, turnableClock } from '../support/turnable-clock.ts';
import { company, SANNE } from './company.ts';
import { type Dump, type Manifest, type Seed, type Slack, startEmulator } from './core/index.ts';
import { pageRoutes } from './page/server.ts';
import { targets } from './targets.ts';
import { tourFor } from './tour.ts';

/** Mantra at work in a Slack of its own, with a page to click on and a clock to turn. */
export type Stage = {
  slack: Slack;
  product: Running;
  clock: TurnableClock;
  /** Turns the clock from wake to wake; `every`: minutes between two looks at what is due. */
  turn(to: Date, every?: number): Promise<void>;
  /** Resolves when everything under way is done. */
  settled(): Promise<void>;
  /** Stops Mantra; what it did last is then in its Slack, which stays until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

export type StageOptions = {
  /** Where the database stands. */
  dir: string;
  /** The page's port; absent or 0: any free one. */
  port?: number;
  /** What the clock shows at the start. */
  at: Date;
  /** A company to begin with, or a Slack as it was left. */
  seed?: Seed | Dump;
  /** A sentence for whoever tries it: Mantra can't go on. */
  onFatal(sentence: string): void;
};

/** Composes the product as `src/main.ts` does, with the emulator's clock in the place of the system's. */
export async function openStage({ dir, port = 0, at, seed = company, onFatal }: StageOptions): Promise<Stage> {
  const clock = turnableClock(at, { running: true });
  let opened: Stage | undefined;
  const stage = () => opened ?? notYet();
  const routes = pageRoutes(
    () => stage().slack,
    {
      now: clock.now,
      targets: () => targets(clock.now()),
      turn: (to) => stage().turn(to),
    },
    { person: SANNE, tour: tourFor },
  );
  const manifest: Manifest = parse(readFileSync(inPackage('manifest.yml'), 'utf8'));
  const slack = await startEmulator({ manifest, clock, seed, port, routes });
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...process.env,
    ...slack.settings(),
    DATA_DIR: dir,
    DATABASE_URL: '',
  });
  const product = await start(config, { clock, ids: systemIds, onFatal });
  slack.waitFor(product.busy);
  opened = staged(slack, product, clock);
  return opened;
}

function staged(slack: Slack, product: Running, clock: TurnableClock): Stage {
  async function settled() {
    await product.idle();
    await slack.idle();
    await product.idle();
  }
  return {
    slack,
    product,
    clock,
    settled,
    turn: (to, every = stepTo(to, clock.now())) => clock.turn(to, { tick: product.tick, idle: settled, every }),
    stop: product.stop,
    close: slack.close,
  };
}

/** Far away the clock is turned in whole hours, near by in quarters: every zone's ten o'clock falls on one. */
const stepTo = (to: Date, from: Date) => (to.getTime() - from.getTime() > 3 * 24 * 3_600_000 ? 60 : 15);

function notYet(): never {
  throw new Error('Mantra is still on its way up.');
}
