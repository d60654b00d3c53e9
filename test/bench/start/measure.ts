import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { bundle } from '../../chaos/bundle.ts';
import { findPlace, type Place } from '../../chaos/place.ts';
import { type Process, startProcess } from '../../chaos/process.ts';
import { startEmulator } from '../../emulator/core/index.ts';
import { freePort } from '../../support/free-port.ts';
import { manifest } from '../../support/house.ts';
import { villageOf } from '../../support/village.ts';
import { crowd } from '../crowd.ts';
import { type Figures, median } from '../report.ts';

type Settings = { spawns: number; members: number; idle: number };

const LOOK_MS = 10;
/** What isn't ready by then never will be. */
const PATIENCE_MS = 30_000;

/** Starts the product so many times on a database that is there already, one process after the other. */
export async function measureStarts(db: 'pg' | 'embedded', { spawns, members, idle }: Settings): Promise<Figures> {
  const place = await findPlace(db);
  const built = await bundle('src', 'main.ts');
  const seed = villageOf(crowd(members), 'T0START');
  const slack = await startEmulator({ manifest, clock: { now: () => new Date() }, seed });
  const env = { ...place.env, ...slack.settings(), LOG_LEVEL: 'warn' };
  try {
    const first = await startOnce(built.file, env, 0);
    const all: Start[] = [];
    for (let spawn = 0; spawn < spawns; spawn += 1) all.push(await startOnce(built.file, env, idle));
    return {
      [`${db}: never ready`]: all.filter(({ readyMs }) => !Number.isFinite(readyMs)).length,
      [`${db}: ready after, ms`]: median(all.map(({ readyMs }) => readyMs)),
      [`${db}: first ready, database made, ms`]: first.readyMs,
      [`${db}: memory, MB`]: median(all.map(({ memoryMb }) => memoryMb)),
      [`${db}: most memory, MB`]: median(all.map(({ mostMb }) => mostMb)),
    };
  } finally {
    await slack.close();
    built.remove();
    place.remove();
  }
}

/** `readyMs` is infinite for one that never was; memory `idle` seconds after it was, and the most until then. */
type Start = { readyMs: number; memoryMb: number; mostMb: number };

async function startOnce(file: string, env: Place['env'], idle: number): Promise<Start> {
  const began = performance.now();
  const one = startProcess(file, { ...env, OPS_PORT: String(await freePort()) }, ({ sentence }) => {
    if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  });
  const readyMs = await untilReady(one, began);
  await pause(idle * 1_000);
  const start = { readyMs, memoryMb: memoryOf(one, 'VmRSS'), mostMb: memoryOf(one, 'VmHWM') };
  one.signal('SIGTERM');
  await one.ended;
  return start;
}

async function untilReady(one: Process, began: number): Promise<number> {
  while (performance.now() - began < PATIENCE_MS) {
    if (await one.isReady()) return performance.now() - began;
    await pause(LOOK_MS);
  }
  return Number.POSITIVE_INFINITY;
}

/** What Linux says a process holds, or has held at most (megabytes). */
function memoryOf({ pid }: Process, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}
