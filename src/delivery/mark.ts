import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultOf, type Log } from '../log.ts';

/**
 * The highest claim (senders.fence) this machine knows of, kept outside the database. Claims only rise: a database that
 * knows of fewer was restored from a backup, and has forgotten what was sent since.
 */
export type Mark = {
  known(): number;
  /** A claim that is about to be sent, or that another instance has made. */
  raise(fence: number): void;
};

/** A mark that lasts as long as the process. */
export function createMark(start = 0): Mark {
  let highest = start;
  return {
    known: () => highest,
    raise(fence) {
      highest = Math.max(highest, fence);
    },
  };
}

/**
 * A mark in a file, made if need be; written beside its place and moved there, so that it is never half a number. Where
 * it can't be kept, sending goes on: it is a second guard.
 */
export function fileMark(file: string, log: Log): Mark {
  const mark = createMark(read(file));
  let told = false; // once until it can be kept again: a read-only disk stays one for every message
  return {
    known: mark.known,
    raise(fence) {
      if (fence <= mark.known()) return;
      mark.raise(fence);
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, `${fence}\n`);
        renameSync(`${file}.new`, file);
        told = false;
      } catch (error) {
        if (!told) log.warn(faultOf(error), 'the mark of what was sent could not be kept');
        told = true;
      }
    },
  };
}

function read(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}
