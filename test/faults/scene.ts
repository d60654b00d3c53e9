import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '../../src/db/open.ts';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { DEFAULT_OPTIONS, type SenderOptions } from '../../src/delivery/options.ts';
import { type Cluster, startCluster } from '../chaos/cluster.ts';
import { aMetCompany, DUE } from '../chaos/company.ts';
import { WORLD } from '../chaos/world.ts';
import type { Slack, Visitor } from '../emulator/core/index.ts';
import { removeAtExit } from '../support/at-exit.ts';
import { noLog } from '../support/no-log.ts';
import type { TurnableClock } from '../support/turnable-clock.ts';
import type { Disk } from './disk.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { spreadNudges } from './stream.ts';
import { type Supervised, supervise } from './supervised.ts';

/** Shorter than an operator's, so that lost posts are read back while the script waits; it prints them. */
export const SENDER: SenderOptions = {
  ...DEFAULT_OPTIONS,
  ceiling: 10,
  startRate: 10,
  leaseSeconds: 5,
  claimSeconds: 25,
  quarantineSeconds: 4,
};

/** A company at work, with everything that can go wrong around its instances within reach. */
export type Scene = {
  slack: Slack;
  clock: TurnableClock;
  /** Its rows, by a way on which nothing goes wrong; undefined where the database is embedded in the instance. */
  db: WorkspaceDb | undefined;
  dataDir: string;
  cluster: Cluster | undefined;
  disk: Disk | undefined;
  /** The ways of the instances to their database and to Slack's methods. */
  wayToDatabase: Proxy;
  wayToSlack: Proxy;
  instances: Supervised[];
  /** Somebody who isn't in the middle of anything, another one each time; nobody nudges them. */
  somebody(): Visitor;
  /** Those who are nudged, one every two seconds. */
  nudged: ReadonlySet<string>;
  /** Of those, who has answered. */
  answered: Set<string>;
  /** Notes of conversations whose form closed: their authors were told that they are saved. */
  saved: Set<string>;
  close(): Promise<void>;
};

/** What a scene needs. `disk`: where rows are kept, if not just anywhere. */
export type Setting = { db: 'pg' | 'embedded'; instances: number; nudges: number; disk?: Disk | undefined };

const ACTORS = 60;

/** Sets the scene: the company has met Mantra the day before, and its nudges begin to be due now. */
export async function setScene(bundle: string, { db, instances, nudges, disk }: Setting): Promise<Scene> {
  const dataDir = mkdtempSync(path.join(disk?.place ?? tmpdir(), 'mantra-faults-'));
  const cluster = db === 'pg' ? await startCluster(disk?.place) : undefined;
  const database = await openDatabase({ dataDir, log: noLog, ...(cluster && { url: cluster.url }) });
  const company = await aMetCompany(database, nudges + ACTORS, SENDER);
  const { slack, clock, members } = company;
  const nudged = members.slice(-nudges);
  const actors = members.slice(1, -nudges);
  await company.db.run((tx) => spreadNudges(tx, nudged, actors));
  if (!cluster) await database.close();
  clock.jump(DUE);

  const wayToSlack = await openProxy(() => Number(new URL(slack.url).port));
  const wayToDatabase = await openProxy(() => Number(new URL(cluster?.url ?? slack.url).port));
  const world = { shiftMs: clock.now().getTime() - Date.now(), sender: SENDER };
  const env = {
    ...slack.settings(),
    SLACK_API_URL: `http://127.0.0.1:${wayToSlack.port}/api/`,
    DATA_DIR: dataDir,
    ...(cluster && { DATABASE_URL: `postgresql://postgres@127.0.0.1:${wayToDatabase.port}/postgres` }),
    LOG_LEVEL: 'info',
    [WORLD]: JSON.stringify(world),
  };
  const running: Supervised[] = [];
  for (let n = 0; n < instances; n += 1) running.push(await supervise(bundle, env));
  const clear = removeAtExit(() => {
    for (const one of running) one.kill();
    cluster?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  let next = 0;
  return {
    ...{ slack, clock, dataDir, cluster, disk, wayToDatabase, wayToSlack, instances: running },
    db: cluster && company.db,
    somebody: () => slack.as(actors[next++ % actors.length] ?? ''),
    nudged: new Set(nudged),
    answered: new Set(),
    saved: new Set(),
    async close() {
      if (cluster) await closed(database);
      wayToSlack.close();
      wayToDatabase.close();
      await slack.close();
      clear();
    },
  };
}

const closed = (database: Database) => database.close().catch(() => {});
