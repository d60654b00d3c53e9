import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Around, Findings } from './oracle.ts';

/** Zones that the machine itself may be in: none, with summer time, without, by half an hour, on both halves of the globe. */
export const HOSTS = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;

/** What is compared: all zones with their links, all by their first name, or the hard ones. */
export type Which = 'all' | 'first names' | 'hard';

/** Compares time.ts with Temporal in a process whose machine stands in `host`. */
export async function compareOn(host: string, which: Which, around: Around): Promise<Findings> {
  const program = new URL('./on-this-host.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(
    'node',
    ['--import', 'tsx', program, which, String(around.hours), String(around.minutes)],
    { env: { ...process.env, TZ: host }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}
