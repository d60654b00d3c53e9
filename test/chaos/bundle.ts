import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { inPackage } from '../../src/package-root.ts';

/** The bundle of `instance.ts`, in a directory of this process's own: runs beside each other don't meet. */
export type Bundle = { file: string; remove(): void };

/** Bundles `instance.ts` as `npm run build` bundles `main.ts`: within the package, where its dependencies are found. */
export async function bundleInstance(): Promise<Bundle> {
  const dir = inPackage('dist', `chaos-${process.pid}`);
  const file = `${dir}/instance.js`;
  await build({
    entryPoints: [inPackage('test', 'chaos', 'instance.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
  });
  return { file, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
