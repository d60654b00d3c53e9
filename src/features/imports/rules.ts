import { z } from 'zod';

/** The most that is read of one file: rows, columns, and bytes. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 100;
export const MOST_BYTES = 40 * 1024 * 1024;

/** Why nothing at all is taken from a file. */
export const FILE_PROBLEMS = [
  'empty',
  'pdf',
  'spreadsheet',
  'utf-16',
  'not-text',
  'broken',
  'open-quote',
  'no-name-column',
  'no-rows',
  'too-many-columns',
  'too-many-rows',
  'too-large',
  'not-there',
  'unallowed',
  'meanwhile',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Why one line is left out. */
export const LINE_PROBLEMS = [
  'no-name',
  'long-name',
  'formula',
  'status',
  'yes-no',
  'contact',
  'cells',
  'key-twice',
  'name-twice',
  'name-taken',
  'merged',
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** A line that was left out. `other`: the line that says the same. */
export type Left = { line: number; why: LineProblem; other?: number | undefined };

/** How many of the lines that were left out are named; the rest is counted. */
export const MOST_NAMED = 50;

/** What came of a file. `unused`: how many columns Mantra doesn't know. */
export const outcome = z.union([
  z.object({ refused: z.enum(FILE_PROBLEMS), line: z.number().optional() }),
  z.object({
    rows: z.number(),
    added: z.number(),
    changed: z.number(),
    same: z.number(),
    left: z.number(),
    lines: z.array(z.object({ line: z.number(), why: z.enum(LINE_PROBLEMS), other: z.number().optional() })),
    unused: z.number(),
  }),
]);
export type Outcome = z.infer<typeof outcome>;
