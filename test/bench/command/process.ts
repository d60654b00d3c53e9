import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { removeAtExit } from '../../support/at-exit.ts';
import type { Kind } from './app.ts';
import type { Ask, Told } from './asked.ts';

/** One app as a process of its own. */
export type AppProcess = {
  /** CPU time it has used since it began, of all its threads (microseconds). */
  cpuUs(): Promise<number>;
  end(): Promise<void>;
};

/** Starts it from the bundle; ready when it listens. */
export async function startApp(bundle: string, kind: Kind, ask: Ask, env: Record<string, string>): Promise<AppProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(bundle, [kind, ask], { env: { PATH, HOME, TZ: 'UTC', LOG_LEVEL: 'warn', ...env }, execArgv: [] });
  const kill = removeAtExit(() => void child.kill('SIGKILL'));
  if ((await heard(child)) !== 'listening') throw new Error(`${kind} did not come up`);
  return {
    async cpuUs() {
      child.send('how much?');
      const told = await heard(child);
      return typeof told === 'object' ? told.cpuUs : Number.NaN;
    },
    async end() {
      kill();
      await once(child, 'close');
    },
  };
}

/** What it says next; that it ended is nothing. */
async function heard(child: ChildProcess): Promise<Told | undefined> {
  const over = new AbortController();
  const told = once(child, 'message', over).then(([what]) => what as Told);
  const ended = once(child, 'close', over).then(() => undefined);
  const first = await Promise.race([told, ended]);
  over.abort();
  await Promise.allSettled([told, ended]);
  return first;
}
