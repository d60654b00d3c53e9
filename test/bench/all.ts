import { spawnSync } from 'node:child_process';
import { inPackage } from '../../src/package-root.ts';

/** `npm run bench -- --short`: every benchmark after the other, each with these arguments; fails where one of them does. */
const NAMES = ['command', 'ack', 'due', 'month', 'start'];

const missed = NAMES.filter((name) => {
  process.stdout.write(`bench:${name}\n`);
  const script = inPackage('test', 'bench', name, 'run.ts');
  const args = ['--import', 'tsx', script, ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
});
process.stdout.write(`${JSON.stringify({ script: 'bench', of: NAMES, missed })}\n`);
process.exit(missed.length === 0 ? 0 : 1);
