import { parseArgs } from 'node:util';
import { inMemory } from './database.ts';
import { onDatabase, openPglite } from './embedded.ts';
import { liveYear, type Year } from './year.ts';

/**
 * `npm run sim -- --years 1000 --seed-start 1`: a company of 5 to 30 people for a year per seed, on virtual time, with one
 * to three instances of the product's sender and due rules, and with everything going wrong that can (faults.ts,
 * troubles.ts). What must always be true is in watch.ts and ending.ts. `--pglite 20`: so many of the years also on PGlite,
 * by whose rows the year must go as it did by those in memory; a fiftieth of them unless said. `--years 1 --seed-start n`
 * lives the year of a seed again and shows how it ended.
 *
 * What messages say is made here (kinds.ts), and transactions happen one after the other: what PostgreSQL makes of several
 * at once is for `npm run chaos`.
 */
const { values } = parseArgs({
  options: { years: { type: 'string' }, 'seed-start': { type: 'string' }, pglite: { type: 'string' } },
});
const years = Number(values.years ?? 100);
const settings = {
  years,
  seedStart: Number(values['seed-start'] ?? 1),
  pglite: Number(values.pglite ?? Math.ceil(years / 50)),
};

/** Every so manieth year is lived twice, to see that it goes the same way. */
const TWICE = 25;

const say = (line: string) => process.stdout.write(`${line}\n`);
const began = performance.now();
const database = settings.pglite > 0 ? await openPglite() : undefined;
const total = { posts: 0, edits: 0, deletions: 0, channelCopies: 0, faults: 0, deaths: 0, restores: 0 };
const failed: number[] = [];
const different: number[] = [];
let onPglite = 0;

for (let nth = 0; nth < years; nth++) {
  const seed = settings.seedStart + nth;
  const year = await liveYear({ seed, database: async (id) => inMemory(id) });
  for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += year.figures[name];
  if (year.violations.length > 0) tell(year);
  if (years === 1) for (const line of year.last) say(line);
  if (nth % TWICE === 0) compare(year, await liveYear({ seed, database: async (id) => inMemory(id) }), 'a second time');
  if (database && onPglite < settings.pglite && nth >= (onPglite * years) / settings.pglite) {
    onPglite += 1;
    compare(year, await liveYear({ seed, database: (id, at) => onDatabase(database, id, at) }), 'on PGlite');
  }
}
await database?.close();

const seconds = Math.round((performance.now() - began) / 1000);
const figures = { ...total, onPglite, seconds, yearsPerSecond: Math.round((years / seconds) * 100) / 100 };
say(JSON.stringify({ script: 'sim', ...settings, ...figures, failed, different }));
process.exitCode = failed.length === 0 && different.length === 0 && onPglite === settings.pglite ? 0 : 1;

function tell({ seed, violations, last }: Year) {
  failed.push(seed);
  say(`SEED=${seed}`);
  for (const line of [...last.slice(-40), ...violations]) say(line);
}

function compare(year: Year, again: Year, how: string) {
  if (again.violations.length > 0) tell(again);
  if (again.hash === year.hash) return;
  different.push(year.seed);
  say(`SEED=${year.seed} went otherwise ${how}: ${year.hash}, then ${again.hash}`);
}
