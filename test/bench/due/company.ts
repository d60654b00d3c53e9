import type { Database } from '../../../src/db/open.ts';
import type { Deps } from '../../../src/deps.ts';
import { features } from '../../../src/features/index.ts';
import { settingStore } from '../../../src/features/settings/index.ts';
import { systemIds } from '../../../src/ids.ts';
import { createMeters } from '../../../src/meters.ts';
import { type OpenWorkspace, openWorkspace } from '../../../src/workspace.ts';
import { type Slack, startEmulator } from '../../emulator/core/index.ts';
import { manifest } from '../../support/house.ts';
import { noLog } from '../../support/no-log.ts';
import { type TurnableClock, turnableClock } from '../../support/turnable-clock.ts';
import { villageOf } from '../../support/village.ts';
import { crowd } from '../crowd.ts';

/** A workspace whose roster has been read and whose nudges were started, and that sends nothing. */
export type Company = {
  slack: Slack;
  clock: TurnableClock;
  workspace: OpenWorkspace;
  deps: Deps;
  close(): Promise<void>;
};

/** Two days before December's first working day. */
const BEFORE = new Date('2026-11-29T12:00:00Z');

/** So many people, spread evenly over so many of the world's zones. */
export async function aCompany(database: Database, members: number, zones: number): Promise<Company> {
  const clock = turnableClock(BEFORE);
  const seed = villageOf(crowd(members, someZones(zones)), 'T0DUE');
  const slack = await startEmulator({ manifest, clock, seed: { ...seed, channels: [] } });
  const { id } = await database.workspaces.save({
    ...{ id: systemIds.uuid(), teamId: slack.teamId, name: 'Lindenhof' },
    ...{ botUserId: slack.botUserId, installedBy: null, createdAt: BEFORE },
  });
  const installation = {
    id,
    teamId: slack.teamId,
    name: '',
    botUserId: slack.botUserId,
    installedBy: null,
    createdAt: BEFORE,
  };
  const shared = { database, features, clock, ids: systemIds, log: noLog, meters: createMeters() };
  const workspace = openWorkspace(
    { ...shared, mayAct: () => false, tickSoon: () => {}, slackApiUrl: slack.apiUrl },
    installation,
    slack.botToken,
  );
  await workspace.tick(clock.now());
  await workspace.nights.done();
  await database.maintain();
  const deps = await workspace.deps();
  const change = { by: 'UNOOR', at: BEFORE, id: systemIds.uuid() };
  await deps.db.run((tx) => settingStore(tx).set('nudgesStartedAt', BEFORE.toISOString(), change));
  const close = async () => {
    await workspace.sender.stop();
    await slack.close();
  };
  return { slack, clock, workspace, deps, close };
}

/** The first so many zones that this Node knows, by name: of all continents where they are many. */
export const someZones = (many: number): string[] => Intl.supportedValuesOf('timeZone').slice(0, many);
