import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inPackage } from '../../src/package-root.ts';
import { removeAtExit } from '../support/at-exit.ts';

/** `npm run bench -- --short`: every benchmark after the other, each with these arguments; fails where one of them does. */
const NAMES = ['command', 'ack', 'due', 'month', 'start', 'import', 'customers'];

const missed: string[] = [];
for (const name of NAMES) if (!(await succeeds(name))) missed.push(name);
process.stdout.write(`${JSON.stringify({ script: 'bench', of: NAMES, missed })}\n`);
process.exit(missed.length === 0 ? 0 : 1);

async function succeeds(name: string): Promise<boolean> {
  process.stdout.write(`bench:${name}\n`);
  const script = inPackage('test', 'bench', name, 'run.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], { stdio: 'inherit' });
  const end = removeAtExit(() => void child.kill('SIGTERM'));
  const [code] = await once(child, 'close');
  end();
  return code === 0;
}
