import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import product from '../package.json' with { type: 'json' };
import { inPackage } from '../src/package-root.ts';
import { SANNE } from './emulator/company.ts';
import type { PageState } from './emulator/page/contract.ts';

/** A fresh company lives through three months first; how long that takes is printed, not judged (milliseconds). */
const LONG = 240_000;

type Attempt = {
  process: ChildProcess;
  /** Everything on standard output and standard error so far. */
  said: { out: string; err: string };
  /** How it ended, when it has: an exit code, or a signal's name. */
  ended: Promise<number | string | null>;
};

let home: string;
let dir: string;
let attempts: Attempt[];

beforeEach(() => {
  // As in a fresh clone, where data/ isn't there yet either.
  home = mkdtempSync(path.join(tmpdir(), 'mantra-try-'));
  dir = path.join(home, 'data', 'try');
  attempts = [];
});
afterEach(async () => {
  for (const attempt of attempts) {
    if (groupLives(attempt)) signal(attempt, 'SIGKILL');
    await attempt.ended;
  }
  rmSync(home, { recursive: true, force: true });
});

/** What `npm run try` runs, without npm around it. */
const [program = '', ...script] = product.scripts.try.split(' ');

/** A run in a process group of its own, as a terminal makes one. */
function tries(...args: string[]): Attempt {
  const child = spawn(program, [...script, '--dir', dir, ...args], { cwd: inPackage(), detached: true });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text) => {
    said.out += text;
  });
  child.stderr?.on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  const attempt = { process: child, said, ended };
  attempts.push(attempt);
  return attempt;
}

/** The page's address, once it stands on standard output. */
async function address({ said, ended }: Attempt): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const [found] = said.out.match(/http:\/\/127\.0\.0\.1:\d+(?=\n)/) ?? [];
    if (found) return found;
    if (over) throw new Error(`it ended: ${said.err}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As a terminal does it: every process of the group is told. */
const signal = ({ process: { pid = 0 } }: Attempt, name: NodeJS.Signals) => process.kill(-pid, name);
const pressCtrlC = (attempt: Attempt) => signal(attempt, 'SIGINT');

const groupLives = ({ process: { pid = 0 } }: Attempt): boolean => {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
};

async function stateOf(url: string): Promise<PageState> {
  return (await (await fetch(`${url}/page/state`)).json()) as PageState;
}

const wordsOf = ({ open }: PageState) => open.messages.map(({ text }) => text);

async function timed<T>(what: string, work: Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work;
  process.stdout.write(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return done;
}

it(
  'one command shows the company with its history; a second run finds all of it again; --fresh begins anew',
  async () => {
    const first = tries('--port', '0');
    const url = await timed('the first start', address(first));
    expect(first.said.out.match(/https?:\/\/\S+/g)).toEqual([url]);
    expect((await fetch(url)).status).toBe(200);
    const before = await stateOf(url);
    expect(before.me.id).toBe(SANNE);
    expect(before.conversations.map(({ name }) => name)).toContain('klantverhalen');
    expect(wordsOf(before).length).toBeGreaterThan(2);
    const body = JSON.stringify({ as: SANNE, do: { what: 'types', text: 'Nog één ding', in: before.open.id } });
    await fetch(`${url}/page/act`, { method: 'POST', body });
    pressCtrlC(first);
    expect(await first.ended).toBe(0);
    // The bundler's own process goes a moment after the one that it works for.
    await expect.poll(() => groupLives(first), { timeout: 10_000 }).toBe(false);

    const second = tries('--port', new URL(url).port);
    expect(await timed('the second start', address(second))).toBe(url);
    const after = await stateOf(url);
    expect(wordsOf(after)).toEqual(expect.arrayContaining([...wordsOf(before), 'Nog één ding']));
    expect(new Date(after.clock.now).getTime()).toBeGreaterThanOrEqual(new Date(before.clock.now).getTime());
    pressCtrlC(second);
    expect(await second.ended).toBe(0);

    const fresh = tries('--port', '0', '--fresh');
    await expect.poll(() => fresh.said.out, { timeout: LONG }).toContain('Lindenhof');
    pressCtrlC(fresh);
    expect(await fresh.ended).toBe(0);
    const again = tries('--port', '0');
    await expect.poll(() => again.said.out, { timeout: LONG }).toContain('Lindenhof');
  },
  LONG,
);

it('a port that is taken gets a sentence with another one, and no second company in the same place', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const taken = other.address();
  const port = typeof taken === 'object' && taken ? taken.port : 0;
  const refused = tries('--port', String(port));
  expect(await refused.ended).toBe(1);
  expect(refused.said.err).toBe(`Port ${port} is taken. Choose another one: npm run try -- --port ${port + 1}\n`);
  expect(refused.said.out).toBe('');
  await new Promise((resolve) => other.close(resolve));
});

it('somebody who tries it twice at once in one place is told where it runs, and the first is left alone', async () => {
  const first = tries('--port', '0');
  await expect.poll(() => first.said.out, { timeout: LONG }).toContain('Lindenhof');
  const second = tries('--port', '0', '--fresh');
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/^Mantra is being tried in .* already\./);
  expect(first.process.exitCode).toBeNull();
});

it.each([['none'], ['70000'], ['-1']])('a port that is none (%s) gets a sentence', async (port) => {
  const refused = tries(`--port=${port}`);
  expect(await refused.ended).toBe(1);
  expect(refused.said.err).toMatch(/^--port takes a number/);
});
