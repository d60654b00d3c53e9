import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import lockfile from 'proper-lockfile';
import { pause } from '../deadline.ts';
import { CannotStart } from '../errors.ts';

/** Who holds a directory. `started` tells a process from a later one that was given the same number. */
type Owner = { host: string; pid: number; started: string };

/** Directories this very process holds: its own note looks like one left by a dead process of the same number. */
const held = new Set<string>();

/** A lock that wasn't renewed for so long is nobody's (milliseconds). */
const STALE = 15_000;

/** How often to look whether a lock is free or its holder has left a note (milliseconds). */
const AGAIN = 250;

/**
 * Keeps every other process out of a directory until the answer is called. Two processes on one PGlite directory lose
 * each other's writes without any error. A holder that died on this host is replaced at once; a lock whose holder we
 * can't ask about (another host on a shared disk) goes stale after 15 s. `onLost` must end the process.
 */
export async function lockDirectory(dir: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const lock = `${dir}.lock`;
  const note = `${dir}.owner`;
  if (held.has(dir)) throw inUse(dir, 'This process');
  const options = { lockfilePath: lock, realpath: false, stale: STALE, update: STALE / 3, onCompromised: onLost };
  let release: (() => Promise<void>) | undefined;
  for (let waited = 0; !release; waited += AGAIN) {
    if (waited > STALE + 2_000) throw inUse(dir, 'Another process');
    if (waited > 0) await pause(AGAIN);
    breakLockOfTheDead(dir, lock, note);
    release = await lockfile.lock(dir, options).catch(unlessLocked);
  }
  held.add(dir);
  writeNote(note, { host: os.hostname(), pid: process.pid, started: startOf(process.pid) });
  return async () => {
    rmSync(note, { force: true });
    held.delete(dir);
    await release();
  };
}

function unlessLocked(error: unknown): undefined {
  if (codeOf(error) !== 'ELOCKED') throw error;
}

function breakLockOfTheDead(dir: string, lock: string, note: string) {
  const seen = readIfThere(note);
  const owner = ownerIn(seen ?? '');
  if (seen === undefined || owner.host !== os.hostname()) return;
  if (isAlive(owner)) throw inUse(dir, `Process ${owner.pid}`);
  // Of several starters, only the one that moves this very note away may break the lock it belongs to.
  const moved = `${note}.${process.pid}`;
  if (!renamed(note, moved)) return;
  if (readIfThere(moved) !== seen) return renameSync(moved, note);
  rmSync(lock, { recursive: true, force: true });
  rmSync(moved, { force: true });
}

const inUse = (dir: string, who: string) =>
  new CannotStart(
    `${who} is using the embedded database in ${dir}. Stop it first, or set DATABASE_URL to a PostgreSQL server to run several.`,
  );

const isAlive = ({ pid, started }: Owner) => pid !== process.pid && isRunning(pid) && startOf(pid) === started;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** When a process began, in clock ticks since the machine did; '' where the system doesn't tell (only Linux does). */
function startOf(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The name, second and in brackets, may hold spaces: count from its end. Start time is field 22.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Three lines, so that a note cut short by a power failure is merely nobody's. */
function writeNote(note: string, { host, pid, started }: Owner) {
  writeFileSync(`${note}.new`, [host, pid, started].join('\n'));
  renameSync(`${note}.new`, note);
}

function ownerIn(text: string): Owner {
  const [host = '', pid = '', started = ''] = text.split('\n');
  return { host, pid: Number(pid), started };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
