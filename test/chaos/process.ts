import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One line of an instance's log, as far as the chaos reads it; what isn't JSON is a sentence for whoever started it. */
export type Line = { level?: number; msg?: string; key?: string; reading?: string; sentence?: string };

/** An instance as a process of its own. */
export type Process = {
  pid: number | undefined;
  /** What it was when it ended: an exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  isReady(): Promise<boolean>;
  signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void;
};

/** Starts the bundle with these settings and nothing else of this process's environment. */
export function startProcess(bundle: string, env: Record<string, string>, hear: (line: Line) => void): Process {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: { PATH, HOME, TZ: 'UTC', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (text) => hear(lineOf(text)));
  return {
    pid: child.pid,
    ended: once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string),
    isReady: () => answersOk(`http://127.0.0.1:${env.OPS_PORT}/readyz`),
    signal: (signal) => void child.kill(signal),
  };
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { sentence: text };
  }
}

const answersOk = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
