import { parseArgs } from 'node:util';
import { bareClient } from './bare-client.ts';
import { USUAL } from './drive.ts';
import { measure, missed } from './measure.ts';
import { SHAPES } from './shapes.ts';

/**
 * `npm run rate -- --n 50000 --shapes 20`: the product's pace against hidden limits, on virtual time. `--n`: messages to
 * each after the limit has been found out. A bare client of Slack's goes first, against the emulator and in real time.
 */
const { values } = parseArgs({ options: { n: { type: 'string' }, shapes: { type: 'string' } } });
const settings = { n: Number(values.n ?? 50_000), shapes: Number(values.shapes ?? SHAPES.length), ...USUAL };

const say = (line: string) => process.stdout.write(`${line}\n`);

const bare = await bareClient();
say(`a bare client: ${bare.ofAllowed} of the allowed rate, ${bare.refused} refusals of ${bare.sent} messages`);

const shapes = SHAPES.slice(0, settings.shapes).map((shape) => measure(shape, settings.n, USUAL));
say(`${'settled: part of the allowed rate, refusals, hours'.padEnd(52)} · the same while finding out`);
for (const { name, settled, findingOut, ...rest } of shapes) {
  const figures = [settled, findingOut].map(
    ({ ofAllowed, refused, hours }) => `${ofAllowed}  ${refused} in ${hours} h`,
  );
  say([name.padEnd(52), ...figures, ...missed({ name, settled, findingOut, ...rest })].join(' · '));
}

const failed = shapes.filter((shape) => missed(shape).length > 0).map(({ name }) => name);
const worst = Math.min(...shapes.map(({ settled }) => settled.ofAllowed));
const perHour = Math.max(...shapes.map(({ settled }) => settled.refused / settled.hours));
say(
  JSON.stringify({ script: 'rate', ...settings, worst, refusedPerHour: Math.round(perHour * 100) / 100, bare, failed }),
);
// The bare client's own timers would keep the process for minutes.
process.exit(failed.length === 0 && shapes.length === settings.shapes ? 0 : 1);
