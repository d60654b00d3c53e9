import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeAtExit } from '../support/at-exit.ts';

/** A small disk of one's own, which can be filled. */
export type Disk = { place: string; fill(): void; empty(): void; remove(): void };

/** Mounts one in memory; that takes the right to mount. */
export function makeDisk(megabytes: number): Disk {
  const place = mkdtempSync(path.join(tmpdir(), 'mantra-faults-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  chmodSync(place, 0o777);
  const ballast = path.join(place, 'ballast');
  const remove = removeAtExit(() => {
    execFileSync('umount', ['-l', place]);
    rmSync(place, { recursive: true, force: true });
  });
  return {
    place,
    remove,
    fill() {
      const { bavail, bsize } = statfsSync(place);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    empty: () => rmSync(ballast, { force: true }),
  };
}
