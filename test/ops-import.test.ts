import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import product from '../package.json' with { type: 'json' };
import { systemClock } from '../src/clock.ts';
import type { Running } from '../src/start.ts';
import type { Slack } from './emulator/core/index.ts';
import { anEmptySlack, settingsFor, startIn } from './support/plain-start.ts';
import { NOOR } from './support/village.ts';

// Processes of their own take seconds to start where everything else is at work too.
vi.setConfig({ testTimeout: 90_000 });

let dataDir: string;
let slack: Slack | undefined;
let running: Running | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mantra-import-'));
});
afterEach(async () => {
  await running?.stop();
  await slack?.close();
  [running, slack] = [undefined, undefined];
  rmSync(dataDir, { recursive: true, force: true });
});

async function starts() {
  slack = await anEmptySlack([NOOR], { now: () => new Date() });
  running = await startIn({ ...(await settingsFor(slack)), dataDir }, { clock: systemClock });
}

/** What `npm run import` runs, without npm around it. */
const [program = '', ...script] = product.scripts.import.split(' ');

async function imports(...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, [...script, ...args], { env: { PATH, HOME, DATA_DIR: dataDir } });
  let says = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (data) => (says += data));
  const [code] = await once(child, 'close');
  return { code, says: says.trim().split('\n') };
}

function aFile(content: string): string {
  const file = path.join(dataDir, 'klanten.csv');
  writeFileSync(file, content);
  return file;
}

it('reads a list into the product that runs, and once more when it is stopped', async () => {
  await starts();
  const socket = path.join(dataDir, 'mantra.sock');
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  const file = aFile('naam;nummer\nCafé Zuid;1\nBakkerij Noord;2\n;3\n');
  expect(await imports(file)).toEqual({
    code: 0,
    says: [
      ...['3 of 3 rows', 'Your list is in. 3 rows read.', 'New: 2 · Changed: 0 · Already as they were: 0'],
      ...['One row was left out:', '• line 4: no name'],
    ],
  });
  await running?.stop();
  running = undefined;
  expect(existsSync(socket)).toBe(false);
  const again = await imports(file);
  expect(again).toMatchObject({ code: 0 });
  expect(again.says).toContain('New: 0 · Changed: 0 · Already as they were: 2');
});

it('says why nothing was taken, and ends with 1', async () => {
  await starts();
  const { code, says } = await imports(aFile('nummer\n1\n'));
  expect(code).toBe(1);
  expect(says[0]).toBe('Nothing was taken from your list.');
});

it.each([
  ['without a file', [], 2, /^usage: npm run import/],
  ['for a file that isn’t there', ['nowhere.csv'], 2, /^There is no file nowhere.csv/],
])('helps %s', async (_what, args, code, says) => {
  const outcome = await imports(...args);
  expect([outcome.code, outcome.says[0]]).toEqual([code, expect.stringMatching(says)]);
});

it('says so in a database that no workspace has used yet', async () => {
  const { code, says } = await imports(aFile('naam\nCafé Zuid\n'));
  expect(code).toBe(1);
  expect(says[0]).toContain('start Mantra once');
});
