import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '../src/db/lock.ts';
import { openDatabase } from '../src/db/open.ts';
import { noLog } from './support/no-log.ts';

const OPEN = new URL('../src/db/open.ts', import.meta.url).href;

/** Opens the database, says so, and keeps it until it is killed. */
const HOLDER = `
  const { openDatabase } = await import('${OPEN}');
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const database = await openDatabase({ dataDir: process.env.HELD, log });
  await database.workspaces.save({ id: 'w1', teamId: 'T1', name: 'Lindenhof', botUserId: 'U1', installedBy: null, createdAt: new Date(0) });
  console.log('open');
  setInterval(() => {}, 1e6);
`;

let dataDir: string;
let holders: ChildProcess[] = [];
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mantra-lock-'));
  const database = await open();
  await database.close();
});
afterEach(async () => {
  await Promise.all(holders.map(killed));
  holders = [];
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Another process on the same directory; answers what it printed last. */
async function anotherProcess(): Promise<{ child: ChildProcess; outcome: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', HOLDER], {
    env: { ...process.env, HELD: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  holders.push(child);
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  const opened = once(child.stdout ?? child, 'data').then(() => 'open');
  const ended = once(child, 'close').then(() => said);
  return { child, outcome: await Promise.race([opened, ended]) };
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const open = () => openDatabase({ dataDir, log: noLog });
const lock = (name: string) =>
  lockDirectory(path.join(dataDir, name), (error) => {
    throw error;
  });

describe('one embedded database', () => {
  it('is refused to a second process, with a sentence that says what to do', async () => {
    const { child } = await anotherProcess();
    await expect(open()).rejects.toThrow(
      `Process ${child.pid} is using the embedded database in ${dataDir}/db. Stop it first, or set DATABASE_URL`,
    );
  });

  it('is open again right after kill -9, with everything that was saved', async () => {
    const { child } = await anotherProcess();
    await killed(child);
    const database = await open();
    expect(await database.workspaces.list()).toMatchObject([{ teamId: 'T1' }]);
    await database.close();
  });

  it('has one holder when three processes start on what a killed one left', async () => {
    await killed((await anotherProcess()).child);
    const outcomes = (await Promise.all([anotherProcess(), anotherProcess(), anotherProcess()])).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.includes('is using the embedded database'))).toHaveLength(2);
  });

  it('isn’t opened twice by one process either', async () => {
    const unlock = await lock('twice');
    await expect(lock('twice')).rejects.toThrow('This process is using the embedded database');
    await unlock();
    await (await lock('twice'))();
  });

  it('opens where a dead process’s number now belongs to somebody else', async () => {
    mkdirSync(path.join(dataDir, 'number.lock'));
    writeFileSync(path.join(dataDir, 'number.owner'), [os.hostname(), process.ppid, 'another start'].join('\n'));
    await (await lock('number'))();
    expect(readdirSync(dataDir).filter((name) => name.startsWith('number'))).toEqual([]);
  });

  it('opens where a power failure cut the note short', async () => {
    writeFileSync(path.join(dataDir, 'short.owner'), '');
    await (await lock('short'))();
  });
});
