import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { daysTable } from '../support/days-table.ts';
import { HOSTS } from '../time/hosts.ts';

it.each(HOSTS)(
  'holidays, and until when a status keeps somebody away, are the same on a host in %s',
  { timeout: 120_000 },
  async (zone) => {
    const ask = `import('./test/support/days-table.ts').then(async (t) => console.log(JSON.stringify(await t.daysTable())))`;
    const host = { env: { ...process.env, TZ: zone }, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', '--eval', ask], host);
    expect(JSON.parse(stdout)).toEqual(await daysTable());
  },
);
