import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { byFile, CANARY, GHOST, isDead, LEAST, type Mutant, missed, scoreOf } from './score.ts';

/**
 * `npm run mutants`: changes these files one expression at a time and expects a test to notice, of those that need no
 * database (vitest.config.ts beside this file). `-- --only pace` takes the files with that word in their path.
 */
const FILES = [
  'src/time.ts',
  ...['outcome', 'pace', 'budget', 'window'].map((name) => `src/delivery/${name}.ts`),
  ...['', 'days-', 'eligibility-', 'status-'].map((name) => `src/features/people/${name}rules.ts`),
  ...['', 'spread-'].map((name) => `src/features/nudges/${name}rules.ts`),
  ...['plans', 'reminders'].map((name) => `src/features/${name}/rules.ts`),
];

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const chosen = FILES.filter((file) => file.includes(values.only));

const began = performance.now();
const mutants = await allMutants();
const failed = missed(mutants, chosen);
for (const mutant of mutants) if (!isDead(mutant) && mutant.fileName !== GHOST) say(`lives    ${described(mutant)}`);
const files = Object.fromEntries([...byFile(mutants)].map(([file, ofFile]) => [file, scoreOf(ofFile)]));
for (const [file, score] of Object.entries(files)) say(`${score.toFixed(1).padStart(5)} %  ${file}`);
for (const why of failed) say(`missed: ${why}`);

const ofProduct = [...byFile(mutants).values()].flat();
const seconds = Math.round((performance.now() - began) / 1000);
const figures = { mutants: ofProduct.length, died: ofProduct.filter(isDead).length, score: scoreOf(ofProduct), files };
say(JSON.stringify({ script: 'mutants', least: LEAST, ...figures, missed: failed, seconds }));
process.exitCode = failed.length === 0 ? 0 : 1;

/** Stryker works on a copy in a temporary folder. Its files' names are made relative to the project. */
async function allMutants(): Promise<Mutant[]> {
  const tempDirName = await mkdtemp(path.join(tmpdir(), 'mantra-mutants-'));
  const configFile = path.join(import.meta.dirname, 'stryker.config.json');
  const results = await new Stryker({ configFile, tempDirName, mutate: [...chosen, CANARY, GHOST] }).runMutationTest();
  await rm(tempDirName, { recursive: true, force: true });
  return results.map((mutant) => ({ ...mutant, fileName: path.relative(process.cwd(), mutant.fileName) }));
}

function described({ fileName, location: { start }, mutatorName, replacement, status }: Mutant) {
  const change = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
  return `${fileName}:${start.line}:${start.column} ${mutatorName}, as: ${change} (${status})`;
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
