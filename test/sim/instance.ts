import { createClockOffset } from '../../src/clock-offset.ts';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import type { DueMemory } from '../../src/delivery/due.ts';
import { createMark, type Mark } from '../../src/delivery/mark.ts';
import { createOutbox } from '../../src/delivery/rows.ts';
import { startSender } from '../../src/delivery/sender.ts';
import { tickDelivery } from '../../src/delivery/tick.ts';
import type { Deps } from '../../src/deps.ts';
import type { Feature } from '../../src/feature.ts';
import { noLog } from '../support/no-log.ts';
import type { Chance } from './chance.ts';
import type { SimDatabase } from './database.ts';
import { type CallFault, callFault, type TransactionFault, type Weather } from './faults.ts';
import type { Missing } from './guards.ts';
import { rawClock } from './raw-clock.ts';
import type { Call, SimSlack } from './slack.ts';
import type { Timeline } from './timeline.ts';
import { throughFaults } from './transactions.ts';

/**
 * A machine: what it knows was sent, and how far its clock is ahead (milliseconds), outlive the processes on it. `leapt`:
 * when its clock was last set otherwise, and by how much.
 */
export type Machine = { name: string; mark: Mark; ahead: number; leapt: { at: Date; ms: number } | null };

/** A machine whose clock shows something near the truth. */
export const createMachine = (name: string, chance: Chance): Machine => ({
  ...{ name, mark: createMark(), ahead: chance.between(-300_000, 300_000), leapt: null },
});

/** What an instance runs in. */
export type Surroundings = {
  timeline: Timeline;
  chance: Chance;
  slack: SimSlack;
  database: SimDatabase;
  habits: readonly Feature[];
  /** The guard that is taken away. */
  missing: Missing | undefined;
  away: Readonly<{ database: boolean; slack: boolean; token: boolean }>;
  weather(): Weather;
  say(line: string): void;
  struck(by: Machine, what: string, fault: CallFault | TransactionFault): void;
  left(call: Call, by: Machine): void;
  died(machine: Machine): void;
  committed(): Promise<void>;
};

/** One running product: its real sender and due rules, on its machine's clock. */
export type Instance = {
  machine: Machine;
  alive(): boolean;
  /** A minute's look, as the ticker makes it. */
  tick(): Promise<void>;
  /** Somebody's click: one transaction. */
  act(work: (deps: Deps, tx: Parameters<Parameters<WorkspaceDb['run']>[0]>[0]) => Promise<unknown>): Promise<void>;
  /** Ends as a deploy ends it. */
  stop(): Promise<void>;
  kill(): void;
};

/** Starts one. */
export function startInstance(around: Surroundings, machine: Machine): Instance {
  const { timeline, chance, slack, database, habits, say, missing } = around;
  let dead = false;
  const kill = () => {
    if (dead) return;
    dead = true;
    around.died(machine);
  };
  const raw = rawClock(around, machine, () => dead);
  const offset = createClockOffset(raw, async () => timeline.now(), noLog);
  const clock = missing?.noOffset ? raw : offset.clock;
  const outbox = createOutbox(database.stores.delivery);
  const db = outbox.watch(throughFaults(around, machine, { isDead: () => dead, die: kill }));
  const bulk = slack.clientOn({
    isDead: () => dead,
    die: kill,
    left: (call) => around.left(call, machine),
    strikes: (call) => strikes(around, machine, call),
  });
  const ids = { uuid: chance.uuid, random: chance.number };
  const deps = async (): Promise<Deps> => {
    const settings = await db.run((tx) => database.stores.settings(tx).all());
    const { houseLang: lang, zone, country, leaders, awayEmoji } = settings;
    const ours = { id: database.workspaceId, teamId: 'T0LINDEN', botUserId: slack.state.bot.id, installedBy: null };
    return {
      db,
      slack: bulk,
      bulk,
      outbox,
      clock,
      ids,
      log: noLog,
      workspace: { ...ours, leaders, lang, zone, country, awayEmoji },
      features: habits,
    };
  };
  const store = database.stores.delivery;
  const mark = missing?.noMark ? createMark() : machine.mark;
  const options = missing?.options ?? {};
  const sender = startSender({ deps, bulk, clock, ids, log: noLog, mark, store, options, mayAct: offset.steady });
  outbox.onRows(sender.wake);
  const memory: DueMemory = new Map();
  let ticking: Promise<void> | undefined;

  async function look() {
    await offset.measure();
    await tickDelivery(await deps(), clock.now(), { sender, mark, memory }, store).catch((error: unknown) =>
      say(`${machine.name} ticks in vain: ${wordsOf(error)}`),
    );
  }
  const instance: Instance = {
    machine,
    kill,
    alive: () => !dead,
    tick() {
      ticking ??= look()
        .catch((error: unknown) => say(`${machine.name} ticks in vain: ${wordsOf(error)}`))
        .finally(() => {
          ticking = undefined;
        });
      return ticking;
    },
    async act(work) {
      const its = await deps();
      await its.db.run((tx) => work(its, tx));
    },
    async stop() {
      await sender.stop();
      kill();
    },
  };
  void offset.measure();
  return instance;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : 'no error');

function strikes({ chance, weather, away, struck }: Surroundings, machine: Machine, { method }: Call) {
  if (away.token) return { is: 'refuses', error: 'invalid_auth' } as const;
  if (away.slack) return { is: 'fails', commits: false } as const;
  const fault = callFault(chance, weather(), method);
  if (fault) struck(machine, method, fault);
  return fault;
}
