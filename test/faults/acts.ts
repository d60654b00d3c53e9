import type { ActName } from './fault.ts';
import type { Setting } from './scene.ts';

/** An act: where its faults happen. `diskMb`: how large a disk must be that holds its rows. */
export type Act = { name: ActName; diskMb: number } & Pick<Setting, 'db' | 'instances'>;

/** The longest first, so that none is left alone at the end. */
export const ACTS: readonly Act[] = [
  { name: 'calls', db: 'pg', instances: 1, diskMb: 400 },
  { name: 'statements', db: 'pg', instances: 1, diskMb: 400 },
  { name: 'two instances', db: 'pg', instances: 2, diskMb: 400 },
  { name: 'server', db: 'pg', instances: 1, diskMb: 400 },
  { name: 'sockets', db: 'pg', instances: 1, diskMb: 400 },
  { name: 'embedded', db: 'embedded', instances: 1, diskMb: 200 },
];
