import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Planted } from './patch.ts';
import { type Answer, createRunner, type Runner } from './runner.ts';

const run = promisify(execFile);

const ROOT = path.resolve(import.meta.dirname, '../..');
const COPIED = [
  'src',
  'commands',
  'test',
  'prisma',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'manifest.yml',
];

/** Whether a planted bug was caught; if not, why not. */
export type Verdict = { caught: true } | { caught: false; why: string };

/** A copy of the product in a temporary folder, in which one bug at a time is planted. */
export type Workbench = {
  plant(planted: Planted): Promise<Verdict>;
  /**
   * Which of all that were planted here have a test that fails without them as well, and so says nothing. Asked at the
   * end, of the same runner: a bug that was left behind in it shows too.
   */
  failsAnyway(): Promise<Planted[]>;
  close(): Promise<void>;
};

/** Copies what the tests need; installed packages are only linked. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mantra-planted-'));
  for (const name of COPIED) await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const runner = createRunner(folder);
  const done: Planted[] = [];
  return {
    plant(planted) {
      done.push(planted);
      return plant(folder, runner, planted, touchedBy(done));
    },
    failsAnyway: () => failsAnyway(runner, done),
    async close() {
      await runner.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What these bugs are in: the runner reads it anew, with the bug or, after its removal, without. */
const touchedBy = (done: readonly Planted[]) => [...new Set(done.flatMap(({ changes }) => changes))];

async function plant(folder: string, runner: Runner, planted: Planted, changed: string[]): Promise<Verdict> {
  const apply = (...how: string[]) => run('git', ['apply', ...how, planted.file], { cwd: folder });
  const applies = await apply().then(
    () => true,
    () => false,
  );
  if (!applies) return { caught: false, why: 'the patch no longer applies' };
  const answer = await runner.ask({ file: planted.test, names: [planted.fails], changed });
  await apply('--reverse');
  return verdictOf(answer, planted.fails);
}

/** A test that only takes too long has not said what is wrong. */
function verdictOf(answer: Answer | undefined, name: string): Verdict {
  if (!answer) return { caught: false, why: 'the tests did not come to an end' };
  const named = answer.find((test) => test.name === name);
  if (!named) return { caught: false, why: 'there is no test of that name' };
  if (named.state !== 'failed') return { caught: false, why: `the test ${named.state}` };
  const late = named.errors.some((message) => message.includes('Test timed out'));
  return late ? { caught: false, why: 'the test took too long' } : { caught: true };
}

async function failsAnyway(runner: Runner, done: readonly Planted[]): Promise<Planted[]> {
  const failing: Planted[] = [];
  for (const file of new Set(done.map(({ test }) => test))) {
    const ofFile = done.filter(({ test }) => test === file);
    const answer = await runner.ask({ file, names: ofFile.map(({ fails }) => fails), changed: touchedBy(done) });
    const passes = (name: string) => answer?.find((test) => test.name === name)?.state === 'passed';
    failing.push(...ofFile.filter(({ fails }) => !passes(fails)));
  }
  return failing;
}
