import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import type { SenderOptions } from '../../src/delivery/options.ts';
import { type Ids, systemIds } from '../../src/ids.ts';
import type { Log } from '../../src/log.ts';
import { type Running, start } from '../../src/start.ts';
import { type Manifest, type SeedPerson, type Slack, startEmulator, type Visitor } from '../emulator/core/index.ts';
import type { TestDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { noLog } from './no-log.ts';
import { type TurnableClock, turnableClock } from './turnable-clock.ts';
import { BEN, KAVYA, NOOR, OTHERS, SANNE, villageOf } from './village.ts';

export const manifest: Manifest = parse(readFileSync('manifest.yml', 'utf8'));

/** Mantra at work in a Slack of its own, with a clock that is turned by hand. */
export type House = {
  slack: Slack;
  clock: TurnableClock;
  running: Running;
  /** The bound database of this house's workspace. */
  workspaceId: string;
  db: WorkspaceDb;
  /** Somebody at their keyboard. */
  as(userId: string): Visitor;
  /**
   * Turns the clock to an instant in the time of UTC (`2026-12-01T09:00:00Z`), from wake to wake. `every`: minutes
   * between two looks at what is due, for a long way on which nothing waits for a certain minute; 15 unless said.
   */
  turnTo(instant: string, every?: number): Promise<void>;
  /** Everything under way is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Wishes = {
  at: string;
  database: TestDatabase;
  transport?: 'socket' | 'http';
  people?: SeedPerson[];
  log?: Log;
  ids?: Ids;
  /** How messages are sent, where the pace isn’t to be found first. */
  sender?: Partial<SenderOptions>;
};

let houses = 0;

/** Builds a house that nobody else is in: a workspace of its own on the file's database. */
export async function aHouse({
  at,
  database,
  transport = 'socket',
  people = [SANNE, BEN, KAVYA, NOOR, ...OTHERS],
  log = noLog,
  ids = systemIds,
  sender = {},
}: Wishes): Promise<House> {
  const clock = turnableClock(new Date(at));
  const seed = villageOf(people, `T0HOUSE${process.pid}${houses++}`);
  const slack = await startEmulator({ manifest, clock, seed });
  const port = transport === 'http' ? await freePort() : 0;
  if (transport === 'http') slack.deliverOverHttp(`http://127.0.0.1:${port}`);
  const running = await start(
    {
      botToken: slack.botToken,
      transport:
        transport === 'http'
          ? { kind: 'http', signingSecret: slack.signingSecret, port }
          : { kind: 'socket', appToken: slack.appToken },
      slackApiUrl: slack.apiUrl,
      dataDir: 'unused',
      logLevel: 'silent',
    },
    { clock, ids, log, database, sender },
  );
  slack.waitFor(running.busy);
  const settled = async () => {
    await running.idle();
    await slack.idle();
    await running.idle();
  };
  await settled();
  const workspaceId = (await database.workspaces.byTeam(seed.team.id))?.id ?? '';
  return {
    slack,
    clock,
    running,
    workspaceId,
    db: database.forWorkspace(workspaceId),
    as: slack.as,
    turnTo: (instant, every = 15) => clock.turn(new Date(instant), { tick: running.tick, idle: settled, every }),
    settled,
    close: async () => {
      await running.stop();
      await slack.close();
    },
  };
}
