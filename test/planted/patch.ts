import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A bug on purpose: a patch that removes one guard, and the test that must fail then, by its file and its whole name.
 * `changes`: the product's files in which the bug is. `onServer`: the test needs a PostgreSQL server ("Needs: PostgreSQL").
 */
export type Planted = {
  file: string;
  guard: string;
  test: string;
  fails: string;
  changes: string[];
  onServer: boolean;
};

const HERE = import.meta.dirname;

/** All of them, by name. Throws where a header says too little. */
export const allPlanted = (): Planted[] =>
  readdirSync(HERE)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map((name) => readPlanted(path.join(HERE, name)));

function readPlanted(file: string): Planted {
  const text = readFileSync(file, 'utf8');
  const field = (name: string) => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`${path.basename(file)} has no line "${name}: …"`);
    return value;
  };
  const changes = [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].flatMap(([, name]) => name ?? []);
  const onServer = /^Needs: PostgreSQL$/m.test(text);
  return { file, guard: field('Guard'), test: field('Test'), fails: field('Fails'), changes, onServer };
}
