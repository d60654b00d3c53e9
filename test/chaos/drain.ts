import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { settingsOf } from './settings.ts';
import { finish, setStage } from './stage.ts';
import { keptNotes, startWriters } from './writers.ts';

/**
 * `npm run drain -- --signals 200`: deploys under load. Two instances of the bundle send nudges and serve people who log
 * conversations; again and again one of them is asked to stop at a random moment, and started anew. Prints what was lost,
 * ends with one line of JSON, and with 1 where a target is missed.
 */
const { values } = parseArgs({ options: { signals: { type: 'string', default: '200' } } });
const signals = Number(values.signals);
/** Messages for each signal, so that there always are some to send. */
const PER_SIGNAL = 4;
const WRITERS = 6;
const MOMENT_MS = 1_500;

const sizes = ['--kills', String(signals), '--members', String(signals * PER_SIGNAL + WRITERS), '--instances', '2'];
const settings = settingsOf([...sizes, '--drop', '0']);
const stage = await setStage(settings);
const { fleet, company, place, sender } = stage;
await fleet.start();
await fleet.readyOne();
const writers = startWriters(company.slack, company.members.slice(-WRITERS));
const stops: { ms: number; ended: number | string }[] = [];
while (stops.length < signals) {
  await pause(Math.random() * MOMENT_MS);
  stops.push(await fleet.stopAndRestart(await fleet.readyOne()));
}
await writers.stop();
const figures = await finish(stage, 0);
const kept = await place.inside(keptNotes);

const lost = [...writers.closed].filter((note) => !kept.has(note)).length;
const keptTwice = [...writers.closed].filter((note) => (kept.get(note) ?? 0) > 1).length;
const late = stops.filter(({ ended }) => ended !== 0).length;
const slowestMs = Math.round(Math.max(0, ...stops.map(({ ms }) => ms)));
const { mostCopies, missed, misplaced, law, counts } = figures;
const checks: [isSo: boolean, otherwise: string][] = [
  [writers.closed.size > 0, 'Nobody could save anything.'],
  [lost === 0, `${lost} conversations are lost whose form had closed.`],
  [keptTwice === 0, `${keptTwice} conversations were kept twice.`],
  [late === 0, `${late} instances did not stop by themselves within 10 s.`],
  [mostCopies <= 1, `A message stands ${mostCopies} times.`],
  [misplaced === 0, `${misplaced} messages don't stand where the database says.`],
  [law && counts.open === 0, `${counts.open} of ${counts.due} messages are open.`],
];
const failures = checks.filter(([isSo]) => !isSo).map(([, otherwise]) => otherwise);
const sentences = [
  `${signals} × SIGTERM, the slowest stop took ${slowestMs} ms, ${late} of them not within 10 s`,
  `${writers.closed.size} forms closed, ${writers.again} × Save pressed again; lost: ${lost}, kept twice: ${keptTwice}`,
  `due ${counts.due} = sent ${counts.sent} + failed ${counts.failed} + skipped ${counts.skipped} + expired ${counts.expired} + open ${counts.open}`,
];
for (const sentence of [...sentences, ...failures]) process.stdout.write(`${sentence}\n`);
const found = { closed: writers.closed.size, again: writers.again, lost, keptTwice, late, slowestMs };
const line = {
  proof: 'drain',
  figures: { ...found, mostCopies, missed, misplaced, counts },
  settings: { signals, sender },
};
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exit(failures.length === 0 ? 0 : 1);
