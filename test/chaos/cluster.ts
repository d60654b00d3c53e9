import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeAtExit } from '../support/at-exit.ts';
import { freePort } from '../support/free-port.ts';

/** A PostgreSQL of one's own, which nothing else uses and which is gone after `stop`, or with this process. */
export type Cluster = {
  url: string;
  /** The directory it keeps its rows in. */
  data: string;
  stop(): void;
  /** Ends it as a power cut does; `start` has it back. */
  cut(): void;
  start(): void;
  isUp(): boolean;
  /** Every process of it stands still, or goes on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
};

const INSTALLED = '/usr/lib/postgresql';

/** Starts a cluster in a directory of its own, within `parent`. No power is cut: it needn't wait for its disk. */
export async function startCluster(parent = tmpdir()): Promise<Cluster> {
  const bin = newestBin();
  const place = mkdtempSync(path.join(parent, 'mantra-chaos-pg-'));
  const data = path.join(place, 'cluster');
  // PostgreSQL refuses to be run by root: then the user postgres makes its directory here.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(place, 0o777);
  const run = (tool: string, ...args: string[]) => {
    const command = [path.join(bin, tool), '-D', data, ...args];
    const [file = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(file, rest, { cwd: '/', stdio: 'ignore' });
  };
  const start = () => run('pg_ctl', '-w', '-l', path.join(data, 'log'), '-o', options, 'start');
  const cut = () => run('pg_ctl', '-m', 'immediate', 'stop');
  const isUp = () => existsSync(path.join(data, 'postmaster.pid')) && succeeds(() => run('pg_ctl', 'status'));
  const signal = (what: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of processesOf(data)) process.kill(pid, what);
  };
  const stop = removeAtExit(() => {
    if (isUp()) signal('SIGCONT');
    if (isUp()) cut();
    rmSync(place, { recursive: true, force: true });
  });
  const port = await freePort();
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100`;
  run('initdb', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8');
  start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    data,
    start,
    cut,
    isUp,
    stop,
    signal,
  };
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** The server and its children. */
function processesOf(data: string): number[] {
  const server = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ');
  return [server, ...children.filter(Boolean).map(Number)];
}

function newestBin(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : [];
  const bin = versions.map((version) => path.join(INSTALLED, version, 'bin')).find(hasServer);
  if (bin === undefined) throw new Error('There is no PostgreSQL here to start: install the package postgresql.');
  return bin;
}

const hasServer = (bin: string) => existsSync(path.join(bin, 'initdb'));
