import { parseArgs } from 'node:util';
import { compareOn, HOSTS } from './hosts.ts';
import { ZONES } from './oracle.ts';

/** `npm run oracle`: time.ts against Temporal, in all zones and links, around all changes 2024-2037, on five hosts. */
const { values } = parseArgs({ options: { hours: { type: 'string' }, minutes: { type: 'string' } } });
const around = { hours: Number(values.hours ?? 12), minutes: Number(values.minutes ?? 15) };
const TARGET = 1_000_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

let cases = 0;
let wrong = 0;
for (const host of HOSTS) {
  const found = await compareOn(host, 'all', around);
  cases += found.cases;
  wrong += found.wrong.length;
  say(`on a host in ${host}: ${found.cases} answers around ${found.changes} changes, ${found.wrong.length} wrong`);
  for (const one of found.wrong.slice(0, 20)) say(`  ${one}`);
}
say(JSON.stringify({ script: 'oracle', ...around, hosts: HOSTS, zones: ZONES.length, cases, wrong }));
process.exitCode = wrong === 0 && cases >= TARGET ? 0 : 1;
