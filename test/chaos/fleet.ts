import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { type Line, type Process, startProcess } from './process.ts';

/** What the instances have said about their work so far. */
export type Heard = {
  /** Keys of messages that an instance knows to stand. */
  standing: Set<string>;
  /** Lost posts that were read back and found, or not. */
  found: number;
  absent: number;
  /** The instance that last sent something. */
  sender: number | undefined;
  /** Errors of their logs, by what they say. */
  errors: Map<string, number>;
  /** How instances ended that nobody killed; a stop that was asked for ends with 0. */
  endedBadly: string[];
};

/** Instances that are started again whenever they are killed. */
export type Fleet = {
  heard: Heard;
  start(): Promise<void>;
  /** The wanted one if it is ready, else a ready one chosen at random; waits until there is one. */
  readyOne(wanted?: number): Promise<number>;
  /** Kills it as the system does when memory is short, and starts it again. */
  killAndRestart(which: number): Promise<void>;
  /** Asks it to stop, as a deploy does, and starts it again: how it ended, and after how many milliseconds. */
  stopAndRestart(which: number): Promise<{ ended: number | string; ms: number }>;
  /** One more process in the same place as the others: how it ended, and what it said to whoever started it. */
  startAnother(): Promise<{ ended: number | string; sentence: string }>;
  /** Asks all of them to stop, and waits until they have. */
  stop(): Promise<void>;
  /** Ends all of them at this very moment, for good. */
  killAll(): void;
};

const LOOK_MS = 100;
/** An instance that isn't ready by then never will be. */
const PATIENCE_MS = 120_000;

/** So many instances of the bundle, all with these settings. */
export function aFleet(bundle: string, env: Record<string, string>, size: number): Fleet {
  const heard = nothingHeard();
  const ports = new Map<number, number>();
  const running = new Map<number, Process>();
  /** Those whose end is wanted. */
  const doomed = new WeakSet<Process>();

  async function launch(which: number): Promise<void> {
    const port = ports.get(which) ?? (await freePort());
    ports.set(which, port);
    const one = startProcess(bundle, { ...env, OPS_PORT: String(port) }, (line) => hear(heard, which, line));
    running.set(which, one);
    void one.ended.then(async (ended) => {
      if (doomed.has(one)) return;
      heard.endedBadly.push(String(ended));
      await pause(LOOK_MS);
      if (running.get(which) === one) await launch(which);
    });
  }

  async function readyOne(wanted?: number): Promise<number> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const all = await Promise.all([...running].map(async ([which, one]) => ({ which, ready: await one.isReady() })));
      const ready = all.filter((one) => one.ready);
      const chosen = ready.find(({ which }) => which === wanted) ?? ready[Math.floor(Math.random() * ready.length)];
      if (chosen) return chosen.which;
      await pause(LOOK_MS);
    }
    throw new Error('No instance became ready.');
  }

  async function end(which: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string> {
    const one = running.get(which);
    if (!one) return 'not running';
    doomed.add(one);
    one.signal(signal);
    const ended = await one.ended;
    running.delete(which);
    return ended;
  }

  return {
    heard,
    readyOne,
    async start() {
      for (let which = 0; which < size; which += 1) await launch(which);
    },
    async killAndRestart(which) {
      await end(which, 'SIGKILL');
      await launch(which);
    },
    async stopAndRestart(which) {
      const began = performance.now();
      const ended = await end(which, 'SIGTERM');
      const ms = performance.now() - began;
      await launch(which);
      return { ended, ms };
    },
    async startAnother() {
      let sentence = '';
      const port = await freePort();
      const one = startProcess(bundle, { ...env, OPS_PORT: String(port) }, (line) => {
        sentence += line.sentence ?? '';
      });
      const ended = await Promise.race([one.ended, pause(PATIENCE_MS, 'still running', { ref: false })]);
      one.signal('SIGKILL');
      return { ended, sentence };
    },
    async stop() {
      const ends = await Promise.all([...running.keys()].map((which) => end(which, 'SIGTERM')));
      heard.endedBadly.push(...ends.filter((ended) => ended !== 0).map(String));
    },
    killAll() {
      for (const one of running.values()) one.signal('SIGKILL');
    },
  };
}

const nothingHeard = (): Heard => ({
  standing: new Set(),
  found: 0,
  absent: 0,
  sender: undefined,
  errors: new Map(),
  endedBadly: [],
});

const ERROR = 50;

function hear(heard: Heard, which: number, { level = 0, msg, key, reading, sentence }: Line) {
  if (msg === 'sent') heard.sender = which;
  if (key !== undefined && (msg === 'sent' || reading === 'found')) heard.standing.add(key);
  if (reading === 'found') heard.found += 1;
  if (reading === 'absent') heard.absent += 1;
  const fault = level >= ERROR ? msg : sentence;
  if (fault !== undefined) heard.errors.set(fault, (heard.errors.get(fault) ?? 0) + 1);
}
