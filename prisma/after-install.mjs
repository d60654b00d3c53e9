// Generates the database client after every install, where the CLI is there to do it.
// Production prunes the CLI and keeps what was generated (README, "Running it").
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
let cli;
try {
  cli = path.join(path.dirname(require.resolve('prisma/package.json')), 'build/index.js');
} catch {
  process.exit(0);
}
const generate = ['generate', '--no-hints', '--config', 'prisma/prisma.config.ts'];
const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...generate], {
  cwd: path.resolve(import.meta.dirname, '..'),
  encoding: 'utf8',
});
if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
process.exit(status ?? 1);
