import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inPackage } from '../../src/package-root.ts';
import { removeAtExit } from '../support/at-exit.ts';

/** A bundle, in a directory of this process's own, gone with it: runs beside each other don't meet. */
export type Bundle = { file: string; remove(): void };

/** The bundle of `instance.ts`. */
export const bundleInstance = (): Promise<Bundle> => bundle('test', 'chaos', 'instance.ts');

/** Bundles an entry of this package as `npm run build` bundles `main.ts`: within it, where its dependencies are found. */
export async function bundle(...entry: [...folders: string[], file: string]): Promise<Bundle> {
  const name = path.basename(entry.at(-1) ?? '', '.ts');
  const dir = inPackage('dist', `${name}-${process.pid}`);
  const file = path.join(dir, `${name}.js`);
  const remove = removeAtExit(() => rmSync(dir, { recursive: true, force: true }));
  await build({
    entryPoints: [inPackage(...entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
  });
  return { file, remove };
}
