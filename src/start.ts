import { createApp } from './app.ts';
import type { House } from './boundary.ts';
import type { Clock } from './clock.ts';
import { createClockOffset } from './clock-offset.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/open.ts';
import { within } from './deadline.ts';
import type { SenderOptions } from './delivery/options.ts';
import { dispatchOf } from './dispatch.ts';
import { importForOperator, MOST_BYTES } from './features/imports/index.ts';
import { features } from './features/index.ts';
import type { Ids } from './ids.ts';
import { createLog, type Log } from './log.ts';
import { createMeters, outboxMetrics, refusedMetric, tickMetric } from './meters.ts';
import { exposition } from './metrics.ts';
import { type OneAtATime, oneAtATime } from './one-at-a-time.ts';
import { type Readiness, startOpsServer } from './ops-server.ts';
import { type Jobs, startOpsSocket } from './ops-socket.ts';
import { readiness } from './readiness.ts';
import { httpReceiver, type SlackReceiver, socketReceiver } from './slack/receivers.ts';
import { startTicker } from './ticker.ts';
import { whoWeAre } from './who-we-are.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';

/** What Mantra takes from outside besides its settings. */
export type World = {
  clock: Clock;
  ids: Ids;
  log?: Log;
  /** A database that is open already, and stays so: the tests'. */
  database?: Database;
  /** How messages are sent, where a proof needs shorter leases or another pace than people do. */
  sender?: Partial<SenderOptions>;
  /** Slack refuses a token for good; one sentence for whoever runs Mantra. The process should end. */
  onFatal?(sentence: string): void;
};

/** Mantra at work. */
export type Running = {
  /** Looks at what is due, as the ticker does every minute. Never twice at once. */
  tick(): Promise<void>;
  /** Whether anything is being worked on at this moment. */
  busy(): boolean;
  /** Resolves when nothing is in flight and nothing can be sent before a later moment. */
  idle(): Promise<void>;
  ready(): Promise<Readiness>;
  /** Takes nothing new, finishes what is in flight (8 s at most), hands its leases back, closes the database. */
  stop(): Promise<void>;
};

const DRAIN_MS = 8_000;
/** What a count may take; a scraper waits ten seconds. */
const COUNT_MS = 5_000;

/** Starts Mantra with these settings, in this world: a real Slack, the emulator's, or a test's. */
export async function start(config: Config, { ids, onFatal = () => {}, ...world }: World): Promise<Running> {
  process.env.TZ = 'UTC';
  const log = world.log ?? createLog(config.logLevel);
  const { botToken, slackApiUrl, databaseUrl, dataDir } = config;
  const database =
    world.database ?? (await openDatabase({ dataDir, log, ...(databaseUrl !== undefined && { url: databaseUrl }) }));
  const offset = createClockOffset(world.clock, () => timeFor(world.clock, database), log);
  await offset.measure();
  const { clock, steady } = offset;
  const meters = createMeters();
  const shared = {
    database,
    features,
    clock,
    ids,
    log,
    meters,
    mayAct: steady,
    tickSoon: () => ticker.soon(),
    slackApiUrl,
    ...(world.sender && { sender: world.sender }),
    ...(world.database === undefined && { dataDir }),
  };
  const installation = await database.workspaces.save(await whoWeAre(config, clock, ids, log));
  const workspace = openWorkspace(shared, installation, botToken);

  const receiver = receiverFor(config, clock, log, onFatal);
  const house: House = {
    dispatch: dispatchOf(features),
    log,
    ids,
    forTeam: async (teamId) => (teamId === workspace.teamId ? workspace.deps() : undefined),
    entry: async (teamId, userId) => (teamId === workspace.teamId ? workspace.entry(userId) : undefined),
    slackOf: () => workspace.slack,
  };
  createApp({ house, receiver, botToken, botUserId: installation.botUserId, slackApiUrl, clock, meters });

  const tick = oneAtATime(async () => {
    await offset.measure();
    await workspace.tick(clock.now());
  });
  const ticker = startTicker({
    tick: tick.run,
    hourly: () => database.maintain(),
    ticked: meters.ticked,
    log,
    clock,
  });
  await receiver.start();
  log.info({ transport: config.transport.kind }, 'listening');

  let stopping: Promise<void> | undefined;
  const { counting, withoutZone } = workspace;
  const refusedBy = () => workspace.sender.status().refusedBy;
  const looked = { database, ticker, receiver, counting, steady, refusedBy, withoutZone, clock };
  const ready = () => readiness({ stopping: Boolean(stopping), ...looked });
  /** What this process counted is told also while the database is away. */
  const metrics = async () => {
    const tally = await within(COUNT_MS, counting.noOlderThan({ minutes: 1 })).catch(() => undefined);
    const now = [tickMetric(ticker.lastTickAt()), refusedMetric(refusedBy())];
    return exposition([...meters.metrics(), ...now, ...(tally ? outboxMetrics(tally) : [])]);
  };
  const { opsPort: port } = config;
  const ops = port === undefined ? undefined : await startOpsServer({ port, log, ready, metrics });
  const holds = world.database === undefined && database.kind === 'embedded';
  const means = async () => ({ db: (await workspace.deps()).db, clock, ids });
  const jobs: Jobs = { import: async (bytes, tell) => importForOperator(await means(), bytes, tell) };
  const socket = holds ? await startOpsSocket(dataDir, jobs, MOST_BYTES, log) : undefined;
  const busy = () =>
    tick.busy() || workspace.nights.busy() || receiver.inFlight() > 0 || workspace.sender.status().busy;

  async function stop() {
    await within(DRAIN_MS, ticker.stop()).catch(() => log.warn({}, 'a tick was cut short'));
    await within(DRAIN_MS, workspace.nights.done()).catch(() => {});
    const sent = within(DRAIN_MS, workspace.sender.stop()).catch(() => log.warn({}, 'answers of Slack didn’t come'));
    receiver.stopIntake();
    if (!(await receiver.drained(DRAIN_MS))) log.warn({ inFlight: receiver.inFlight() }, 'not everything was finished');
    await receiver.stop();
    await sent;
    await ops?.stop();
    await socket?.stop();
    if (!world.database) await database.close();
    log.info({}, 'stopped');
  }

  return {
    tick: tick.run,
    busy,
    idle: () => untilIdle(busy, tick, workspace, receiver),
    ready,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** A clock that is turned by hand is the only time there is. */
const timeFor = async (clock: Clock, database: Database) => (clock.real ? database.time() : clock.now());

function receiverFor(
  { transport, slackApiUrl }: Config,
  clock: Clock,
  log: Log,
  onFatal: (sentence: string) => void,
): SlackReceiver {
  if (transport.kind === 'http')
    return httpReceiver({ signingSecret: transport.signingSecret, port: transport.port, log });
  return socketReceiver({
    appToken: transport.appToken,
    log,
    clock,
    onFatal,
    ...(slackApiUrl !== undefined && { slackApiUrl }),
  });
}

async function untilIdle(busy: () => boolean, tick: OneAtATime, workspace: OpenWorkspace, receiver: SlackReceiver) {
  while (busy()) {
    await tick.done();
    await workspace.nights.done();
    await workspace.sender.idle();
    await receiver.drained(DRAIN_MS);
  }
}
