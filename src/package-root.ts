import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * A file that lies beside the code, as an absolute path: the same from `src/` and from the bundle in `dist/`,
 * whatever the working directory.
 */
export const inPackage = (...names: string[]) => path.join(rootFrom(import.meta.dirname), ...names);

const rootFrom = (dir: string): string =>
  existsSync(path.join(dir, 'package.json')) ? dir : rootFrom(path.dirname(dir));
