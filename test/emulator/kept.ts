import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Dump } from './core/index.ts';

/** What a run leaves behind besides the database: the Slack it was in, and what its clock showed. */
export type Kept = { at: Date; slack: Dump };

const fileIn = (dir: string) => path.join(dir, 'slack.json');

/** What the run before left behind. Where it left nothing whole, all of it goes: the company begins anew. */
export function readKept(dir: string, fresh: boolean): Kept | undefined {
  if (!fresh && existsSync(fileIn(dir))) {
    const { at, slack } = JSON.parse(readFileSync(fileIn(dir), 'utf8')) as { at: string; slack: Dump };
    return { at: new Date(at), slack };
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return undefined;
}

/** Written beside and moved: a run that is killed meanwhile leaves the last whole one. */
export function writeKept(dir: string, kept: Kept) {
  writeFileSync(`${fileIn(dir)}.new`, JSON.stringify(kept));
  renameSync(`${fileIn(dir)}.new`, fileIn(dir));
}
