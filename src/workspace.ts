import type { Clock } from './clock.ts';
import { forgetRequests } from './db/once.ts';
import type { Database } from './db/open.ts';
import type { Installation } from './db/workspaces.ts';
import { askDue } from './delivery/due.ts';
import { createOutbox } from './delivery/rows.ts';
import { type Sender, startSender } from './delivery/sender.ts';
import { nextLook } from './delivery/upkeep.ts';
import type { Deps } from './deps.ts';
import type { Feature } from './feature.ts';
import { readRoster } from './features/people/index.ts';
import { chooseFirstValues, settingStore } from './features/settings/index.ts';
import type { Ids } from './ids.ts';
import { faultOf, type Log } from './log.ts';
import { bulkClient, interactiveClient } from './slack/clients.ts';
import { localDay, plus } from './time.ts';

/** What every workspace of this process shares. */
export type Shared = {
  database: Database;
  features: readonly Feature[];
  clock: Clock;
  ids: Ids;
  log: Log;
  slackApiUrl?: string | undefined;
};

/** One workspace at work: its sender, its roster, what falls due in it. */
export type OpenWorkspace = {
  teamId: string;
  slack: Deps['slack'];
  deps(): Promise<Deps>;
  /** What is due now, and, once a night, what nobody waits for. */
  tick(now: Date): Promise<void>;
  sender: Sender;
};

/** The hour of the house at which the nightly work begins. */
const NIGHT_HOURS = 3;

/** Opens a workspace for its bot token and starts sending what waits in its outbox. */
export function openWorkspace(shared: Shared, installation: Installation, botToken: string): OpenWorkspace {
  const { database, features, clock, ids, log, slackApiUrl } = shared;
  const { id, teamId, botUserId, installedBy } = installation;
  const outbox = createOutbox(ids);
  const db = outbox.watch(database.forWorkspace(id));
  const slack = interactiveClient(botToken, slackApiUrl);
  const bulk = bulkClient(botToken, slackApiUrl);
  let night: string | undefined;

  const deps = async (): Promise<Deps> => {
    const { houseLang: lang, zone, country } = await db.run((tx) => settingStore(tx).all());
    const workspace = { id, teamId, botUserId, installedBy, lang, zone, country };
    return { db, slack, outbox, clock, ids, log, workspace, features };
  };
  const sender = startSender({ deps, bulk, clock, ids, log });
  outbox.onRows(sender.wake);

  async function nightly(house: Deps, now: Date) {
    const tonight = localDay(plus(now, { hours: -NIGHT_HOURS }), house.workspace.zone);
    if (tonight === night) return;
    night = tonight;
    await quietly(log, 'roster', () => readRoster(house, bulk).then(() => chooseFirstValues(house)));
    await quietly(log, 'requests', () => db.run((tx) => forgetRequests(tx, now)));
    for (const { name, nightly: work } of features) if (work) await quietly(log, name, () => work(house, now));
  }

  return {
    teamId,
    slack,
    deps,
    sender,
    async tick(now) {
      const house = await deps();
      await nightly(house, now);
      await askDue(house, now);
      const next = await db.run((tx) => nextLook(tx));
      if (next && next <= now) sender.wake();
    },
  };
}

/** Work that may fail without holding up the rest; tomorrow night it is tried again. */
async function quietly(log: Log, work: string, run: () => Promise<unknown>) {
  await run().catch((error: unknown) => log.error({ work, ...faultOf(error) }, 'nightly work failed'));
}
