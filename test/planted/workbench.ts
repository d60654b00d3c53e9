import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Planted } from './patch.ts';

const run = promisify(execFile);

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITEST = path.join(ROOT, 'node_modules/.bin/vitest');
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
/** A planted bug may make a test wait for ever (milliseconds). */
const TEST_MS = 30_000;
const AT_MOST_MS = 90_000;

/** Whether a planted bug was caught; if not, why not. */
export type Verdict = { caught: true } | { caught: false; why: string };

/** A copy of the product in a temporary folder, in which one bug at a time is planted. */
export type Workbench = { plant(planted: Planted): Promise<Verdict>; close(): Promise<void> };

/** Copies what the tests need; installed packages are only linked. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mantra-planted-'));
  for (const name of COPIED) await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await mkdir(path.join(folder, 'reports'));
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    plant: (planted) => plant(folder, planted),
    close: () => rm(folder, { recursive: true }),
  };
}

async function plant(folder: string, planted: Planted): Promise<Verdict> {
  const apply = (...how: string[]) => run('git', ['apply', ...how, planted.file], { cwd: folder });
  const applies = await apply().then(
    () => true,
    () => false,
  );
  if (!applies) return { caught: false, why: 'the patch no longer applies' };
  const verdict = await test(folder, planted);
  await apply('--reverse');
  return verdict;
}

async function test(folder: string, { test: file, fails }: Planted): Promise<Verdict> {
  const report = path.join(folder, 'reports', 'report.json');
  await rm(report, { force: true });
  const only = `^${fails.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;
  const options = ['--reporter=json', `--outputFile=${report}`, `--testTimeout=${TEST_MS}`, '-t', only];
  await runAtMost(AT_MOST_MS, folder, VITEST, ['run', file, ...options]);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { caught: false, why: 'the tests did not come to an end' };
  return verdictOf(JSON.parse(text), fails);
}

/** Ends the program's own children with it: one that loops for ever would go on without its parent. */
async function runAtMost(ms: number, cwd: string, program: string, args: string[]) {
  const child = spawn(program, args, { cwd, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), ms);
  await once(child, 'exit');
  clearTimeout(timer);
}

/** What the test runner's report says, as far as it is needed. */
type Report = { testResults: { assertionResults: Assertion[] }[] };
type Assertion = { fullName: string; status: string; failureMessages: string[] };

/** A test that only takes too long has not said what is wrong. */
function verdictOf({ testResults }: Report, name: string): Verdict {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = tests.find(({ fullName }) => fullName === name);
  if (!named) return { caught: false, why: 'there is no test of that name' };
  if (named.status !== 'failed') return { caught: false, why: `the test ${named.status}` };
  const late = named.failureMessages.some((message) => message.includes('Test timed out'));
  return late ? { caught: false, why: 'the test took too long' } : { caught: true };
}
