import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Which tests of a file to run, by their whole names; and which files have changed since the last question. */
export type Question = { file: string; names: readonly string[]; changed: readonly string[] };

/** Every test of the file; those that weren't asked for are skipped. */
export type Answer = { name: string; state: string; errors: string[] }[];

/** A test runner for one folder, kept warm, since starting one takes longer than most tests. */
export type Runner = {
  /** Undefined: the tests didn't come to an end. */
  ask(question: Question): Promise<Answer | undefined>;
  close(): Promise<void>;
};

const PROGRAM = path.join(import.meta.dirname, 'runner-process.ts');
/** A planted bug may make a test wait or loop for ever (milliseconds). */
const AT_MOST_MS = 150_000;

/** Starts with the first question, and anew after one that didn't come to an end. */
export function createRunner(folder: string): Runner {
  let child: ChildProcess | undefined;

  function start() {
    const started = fork(PROGRAM, { cwd: folder, detached: true, execArgv: ['--import', 'tsx'], stdio: 'ignore' });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return started;
  }

  async function ask(question: Question): Promise<Answer | undefined> {
    child ??= start();
    const asked = child;
    const timer = setTimeout(() => kill(asked), AT_MOST_MS);
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const ended = () => resolve(undefined);
      asked.once('exit', ended).once('message', (tests: Answer) => {
        asked.off('exit', ended);
        resolve(tests);
      });
      asked.send(question);
    });
    clearTimeout(timer);
    return answer;
  }

  async function close() {
    if (!child) return;
    const ended = once(child, 'exit');
    kill(child);
    await ended;
  }

  return { ask, close };
}

/** With its own children: one that loops for ever would go on without its parent. */
function kill({ pid }: ChildProcess) {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
