import type { Tx } from '../../../src/db/workspace.ts';
import { customerOption, customerStore } from '../../../src/features/customers/index.ts';

/** As many as a select shows, and before anything is typed. */
const SHOWN = 100;
const AT_FIRST = 20;

type Look = (tx: Tx) => Promise<readonly object[]>;

const typed =
  (words: string): Look =>
  async (tx) =>
    (await customerStore(tx).search(words, SHOWN)).map((one) => customerOption(one, 'nl'));

/** What somebody does in the select of customers, and the options they get. */
export const SELECTS: Record<string, Look> = {
  'select: “cafe zu”': typed('cafe zu'),
  'select: “z”': typed('z'),
  'select: “bakkerij linde 4”': typed('bakkerij linde 4'),
  'select: “zuid gemeente 12”': typed('zuid gemeente 12'),
  'select: nothing typed': async (tx) =>
    (await customerStore(tx).nearby('UNOOR', AT_FIRST)).map((one) => customerOption(one, 'nl')),
};
