import { plus } from '../../src/time.ts';
import { CALM, type Weather } from './faults.ts';
import { type Instance, type Machine, type Surroundings, startInstance } from './instance.ts';
import type { Moments } from './moments.ts';
import { nameOf } from './names.ts';
import type { Trace } from './trace.ts';
import type { Watch } from './watch.ts';

/** What is out of reach at the moment. `token`: Slack refuses ours. */
export type Away = { database: boolean; slack: boolean; token: boolean };

/** What a year counts of what went wrong. */
export type Counts = { faults: number; deaths: number; restores: number };

/** A year as everything in it sees it. */
export type World = Pick<Surroundings, 'timeline' | 'chance' | 'slack' | 'database' | 'habits' | 'missing'> & {
  trace: Trace;
  watch: Watch;
  moments: Moments;
  weather: Weather;
  counts: Counts;
  /** Nothing goes wrong any more. */
  isCalm(): boolean;
  /** Does something when it becomes calm. */
  whenCalm(work: () => unknown): void;
};

/** The machines of one company and what runs on them. */
export type House = {
  machines: readonly Machine[];
  away: Away;
  alive(): Instance[];
  /** Every instance looks in the next two minutes, as it does in all; here only where something has happened, or left. */
  stir(): void;
  /** Until the answer is called, whatever is committed is what somebody has done. */
  acts(): () => void;
  /** Whether an instance was up for so many milliseconds in one piece between two moments. */
  wasUp(from: Date, to: Date, ms: number): boolean;
  /** Every machine is down for so many milliseconds, or until `resume`. */
  outage(ms: number): void;
  resume(): void;
  /** When a call last left: a few minutes later every machine knows of it. */
  lastCall(): Date;
  /** Tells the watch what the database says of people. */
  learn(): Promise<void>;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Minutes between two looks in which nothing can be due. */
const [IDLE_AT_LEAST, IDLE_AT_MOST] = [240, 1_400];
/** How many deaths are followed by hours in which nobody starts the machine again. */
const LONG_OUTAGES = 0.05;

/** Starts an instance on each machine; whoever dies is started again. */
export function openHouse(world: World, machines: readonly Machine[]): House {
  const { timeline, chance, slack, database, habits, missing, trace, watch, moments, weather, counts, isCalm } = world;
  const running = new Map<Machine, Instance>();
  const ups: { from: number; to: number }[] = [];
  const away: Away = { database: false, slack: false, token: false };
  let acting = 0;
  let lastCall = timeline.now();
  let backOn = timeline.now();
  const looks = new Set<number>();

  const alive = () => [...running.values()].filter((instance) => instance.alive());
  async function learn() {
    watch.learned(await database.known(), await database.db.run((tx) => database.stores.settings(tx).all()));
  }
  const around: Surroundings = {
    ...{ timeline, chance, slack, database, habits, missing, away, say: trace.say },
    weather: () => (isCalm() ? CALM : weather),
    struck(by, what, fault) {
      counts.faults += 1;
      trace.say(`${by.name} ${what}: ${JSON.stringify(fault)}`);
      stir();
    },
    left(call, by) {
      trace.say(`${by.name} ${call.method}`);
      lastCall = timeline.now();
      stir();
      watch.left(call, by);
    },
    died(machine) {
      const up = ups.at(-1);
      if (up && alive().length === 0) up.to = timeline.now().getTime();
      counts.deaths += 1;
      trace.say(`${machine.name} dies`);
      const long = !isCalm() && chance.happens(LONG_OUTAGES);
      const down = long ? chance.between(HOUR_MS, 40 * HOUR_MS) : chance.between(2_000, 10 * MINUTE_MS);
      timeline.in(down, () => begin(machine));
    },
    async committed() {
      for (const row of await database.unaccounted())
        watch.fail(`no count knows ${nameOf(row)}, which is ${row.state}`);
      if (acting > 0) await learn();
    },
  };

  async function begin(machine: Machine) {
    if (running.get(machine)?.alive()) return;
    if (timeline.now() < backOn) {
      timeline.in(backOn.getTime() - timeline.now().getTime(), () => begin(machine));
      return;
    }
    if (alive().length === 0) ups.push({ from: timeline.now().getTime(), to: Number.POSITIVE_INFINITY });
    trace.say(`${machine.name} starts`);
    const instance = startInstance(around, machine);
    running.set(machine, instance);
    stir();
    await look(instance);
  }

  /** Looks now, and again in a minute while something waits, or when something may fall due. */
  async function look(instance: Instance) {
    if (!instance.alive()) return;
    void instance.tick();
    const waiting = await database.db.run((tx) => database.stores.delivery(tx).nextLook());
    const minute = plus(timeline.now(), { minutes: 1 });
    const idle = plus(timeline.now(), { minutes: chance.between(IDLE_AT_LEAST, IDLE_AT_MOST) });
    const due = moments.after(timeline.now());
    const next = waiting !== null && waiting <= minute ? minute : earlier(due, idle);
    timeline.in(next.getTime() - timeline.now().getTime(), () => look(instance));
  }

  /** On whole minutes, as the ticker does: once in each, however much happens. */
  function stir() {
    const now = timeline.now().getTime();
    for (const minutes of [1, 2]) {
      const at = (Math.floor(now / MINUTE_MS) + minutes) * MINUTE_MS;
      if (looks.has(at)) continue;
      looks.add(at);
      timeline.in(at - now, () => {
        looks.delete(at);
        for (const instance of alive()) void instance.tick();
      });
    }
  }

  function outage(ms: number) {
    backOn = plus(timeline.now(), { seconds: ms / 1000 });
    for (const instance of alive()) instance.kill();
  }

  function resume() {
    backOn = timeline.now();
    for (const machine of machines) void begin(machine);
  }

  for (const machine of machines) timeline.in(0, () => begin(machine));
  return {
    ...{ machines, away, alive, stir, learn, outage, resume, lastCall: () => lastCall },
    wasUp: (from, to, ms) => ups.some((up) => Math.min(up.to, to.getTime()) - Math.max(up.from, from.getTime()) >= ms),
    acts() {
      acting += 1;
      return () => {
        acting -= 1;
      };
    },
  };
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);
