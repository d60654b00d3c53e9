import type { Act } from './acts.ts';
import { type Aftermath, aftermathOf } from './aftermath.ts';
import { makeDisk } from './disk.ts';
import type { ScriptedFault } from './fault.ts';
import { wholeJob } from './job.ts';
import { type Scene, setScene } from './scene.ts';

/** What became of one fault; times in seconds. `wrong`: why it counts as a failure. */
export type Outcome = { name: string; noticed: number; recovered: number; wrong?: string };

/** What became of an act: its faults, what was left behind when all were over, and the methods that were called. */
export type Played = { act: string; outcomes: Outcome[]; aftermath: Aftermath; methods: string[] };

/** After a fault is over, the product does the whole job within so many seconds. */
export const TARGET = 30;
/** Nudges for each fault: one every two seconds. */
const PER_FAULT = 15;
const AT_LEAST = 90;

/** Plays an act, and says a line after each fault. */
export async function playAct(
  bundle: string,
  act: Act,
  faults: readonly ScriptedFault[],
  say: (line: string) => void,
): Promise<Played> {
  const disk = faults.some(({ fillsDisk }) => fillsDisk) ? makeDisk(act.diskMb) : undefined;
  const nudges = AT_LEAST + faults.length * PER_FAULT;
  const scene = await setScene(bundle, { db: act.db, instances: act.instances, nudges, disk });
  const methods = new Set<string>();
  const outcomes: Outcome[] = [];
  try {
    await wholeJob(scene);
    for (const fault of faults) {
      const outcome = await suffer(scene, fault);
      outcomes.push(outcome);
      for (const { method } of scene.slack.calls) methods.add(method);
      say(lineOf(outcome));
    }
    return { act: act.name, outcomes, aftermath: await aftermathOf(scene), methods: [...methods] };
  } finally {
    await scene.close();
    disk?.remove();
  }
}

async function suffer(scene: Scene, fault: ScriptedFault): Promise<Outcome> {
  const endsBefore = scene.instances.map(({ ends }) => ends.length);
  const outcome = await timed(scene, fault).catch((error: unknown) => ({
    ...{ name: fault.name, noticed: 0, recovered: 0 },
    wrong: error instanceof Error ? error.message : String(error),
  }));
  makeWell(scene);
  const ends = scene.instances.flatMap((one, n) => one.ends.slice(endsBefore[n]));
  const unasked = ends.filter((end) => !fault.mayEnd?.includes(end));
  return unasked.length > 0 ? { ...outcome, wrong: `the process ended with ${unasked.join(', ')}` } : outcome;
}

async function timed(scene: Scene, fault: ScriptedFault): Promise<Outcome> {
  const began = performance.now();
  const { clear, heals } = await fault.strike(scene);
  const noticed = secondsSince(began);
  await clear?.();
  const cleared = performance.now();
  await Promise.all([wholeJob(scene), heals?.()]);
  const recovered = secondsSince(cleared);
  return { name: fault.name, noticed, recovered };
}

/** Whatever a fault left behind is not the next one's. */
function makeWell({ slack, wayToDatabase, wayToSlack }: Scene) {
  slack.faults.clear();
  wayToDatabase.heal();
  wayToSlack.heal();
}

const secondsSince = (began: number) => Math.round((performance.now() - began) / 100) / 10;

const lineOf = ({ name, noticed, recovered, wrong }: Outcome) =>
  wrong === undefined
    ? `${recovered > TARGET ? 'LATE  ' : 'ok    '} ${name}: met after ${noticed} s, the whole job again after ${recovered} s`
    : `FAILED ${name}: ${wrong}`;
