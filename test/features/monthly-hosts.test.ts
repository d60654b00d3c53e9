import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { nudgeTable } from '../support/nudge-table.ts';
import { reminderTable } from '../support/reminder-table.ts';
import { HOSTS } from '../time/hosts.ts';

/** What a module of test/support answers on a host in a zone. */
async function onHost(zone: string, ask: string): Promise<unknown> {
  const options = { env: { ...process.env, TZ: zone }, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', '--eval', ask], options);
  return JSON.parse(stdout);
}

it.each(HOSTS)(
  'when nudges, plans and reminders are due is the same on a host in %s',
  { timeout: 120_000 },
  async (zone) => {
    const nudges = `import('./test/support/nudge-table.ts').then((t) => console.log(JSON.stringify(t.nudgeTable())))`;
    expect(await onHost(zone, nudges)).toEqual(nudgeTable());
    const reminders = `import('./test/support/reminder-table.ts').then((t) => console.log(JSON.stringify(t.reminderTable())))`;
    expect(await onHost(zone, reminders)).toEqual(reminderTable());
  },
);
