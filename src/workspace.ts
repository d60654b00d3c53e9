import path from 'node:path';
import type { Clock } from './clock.ts';
import { forgetRequests } from './db/once.ts';
import type { Database } from './db/open.ts';
import type { Installation } from './db/workspaces.ts';
import { type Counting, createCounting } from './delivery/counts.ts';
import type { DueMemory } from './delivery/due.ts';
import { createMark, fileMark } from './delivery/mark.ts';
import type { SenderOptions } from './delivery/options.ts';
import { createOutbox } from './delivery/rows.ts';
import { type Sender, startSender } from './delivery/sender.ts';
import { tickDelivery } from './delivery/tick.ts';
import type { Deps } from './deps.ts';
import type { Feature } from './feature.ts';
import { createRoster, type Person, personStore } from './features/people/index.ts';
import { chooseFirstValues, type Settings, settingStore } from './features/settings/index.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';
import { tell } from './news.ts';
import { type Nights, nightWork } from './nights.ts';
import { bulkClient, interactiveClient, onLimited } from './slack/clients.ts';

/** What every workspace of this process shares. */
export type Shared = {
  database: Database;
  features: readonly Feature[];
  clock: Clock;
  ids: Ids;
  log: Log;
  meters: Meters;
  /** Whether anything may be sent now. */
  mayAct(): boolean;
  /** Wants a tick before the next minute: the night's work failed. */
  tickSoon(): void;
  /** Where what is known outside the database is kept; nowhere without it. */
  dataDir?: string;
  slackApiUrl?: string | undefined;
  sender?: Partial<SenderOptions>;
};

/** Undefined: the roster doesn't know them yet. */
export type Entry = { deps: Deps; known: Person | undefined };

/** One workspace at work: its sender, its roster, what falls due in it. */
export type OpenWorkspace = {
  teamId: string;
  slack: Deps['slack'];
  deps(): Promise<Deps>;
  /** The house, and what it knows of somebody, in one transaction: every request of theirs begins with it. */
  entry(userId: string): Promise<Entry>;
  /** What is due now, and, once a night, what nobody waits for. */
  tick(now: Date): Promise<void>;
  sender: Sender;
  /** Members whose zone Slack doesn't name, or names one unknown here, when the roster was last read. */
  withoutZone(): number;
  /** What became of its messages. */
  counting: Counting;
  nights: Pick<Nights<Deps>, 'busy' | 'done'>;
};

/** Counting reads the whole outbox (measured on PostgreSQL: 0.3 s of a million rows). */
const COUNT_AGE = { minutes: 10 };

/** Opens a workspace for its bot token and starts sending what waits in its outbox. */
export function openWorkspace(shared: Shared, installation: Installation, botToken: string): OpenWorkspace {
  const {
    database,
    features,
    clock,
    ids,
    log,
    meters,
    mayAct,
    tickSoon,
    dataDir,
    slackApiUrl,
    sender: options = {},
  } = shared;
  const { id, teamId, botUserId, installedBy } = installation;
  const outbox = createOutbox();
  const db = outbox.watch(database.forWorkspace(id));
  const slack = interactiveClient(botToken, slackApiUrl);
  const bulk = bulkClient(botToken, slackApiUrl);
  for (const client of [slack, bulk]) onLimited(client, meters.limited);
  const roster = createRoster(bulk);
  let withoutZone = 0;
  const nights = nightWork<Deps>(log, tickSoon, (house, now) => [
    async () => {
      ({ withoutZone } = await roster.read(house));
      await chooseFirstValues(house);
    },
    () => db.run((tx) => forgetRequests(tx, now)),
    ...features.flatMap(({ nightly }) => (nightly ? [() => nightly(house, now)] : [])),
  ]);

  const depsWith = ({ houseLang: lang, zone, country, leaders, awayEmoji }: Settings): Deps => {
    const workspace = { id, teamId, botUserId, installedBy, leaders, lang, zone, country, awayEmoji };
    return { db, slack, bulk, outbox, clock, ids, log, workspace, features };
  };
  const deps = async () => depsWith(await db.run((tx) => settingStore(tx).all()));
  const entry = (userId: string): Promise<Entry> =>
    db.run(async (tx) => {
      const house = depsWith(await settingStore(tx).all());
      await tell(house, tx, { is: 'acted', userId });
      return { deps: house, known: await personStore(tx).find(userId) };
    });
  const mark = dataDir === undefined ? createMark() : fileMark(path.join(dataDir, `sent-${id}.mark`), log);
  const sender = startSender({ deps, bulk, clock, ids, log, meters, mayAct, mark, options });
  outbox.onRows(sender.wake);
  const counting = createCounting(db, clock);
  const memory: DueMemory = new Map();

  return {
    teamId,
    slack,
    deps,
    entry,
    sender,
    counting,
    withoutZone: () => withoutZone,
    nights,
    async tick(now) {
      const house = await deps();
      nights.begin(house, now);
      await tickDelivery(house, now, { sender, mark, memory });
      await counting.noOlderThan(COUNT_AGE);
    },
  };
}
