import { setImmediate as otherWork } from 'node:timers/promises';
import { type CsvRow, csvRows, OpenQuote, separatorOf } from '../../csv-reader.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { columnsOf, type Field } from './columns-rules.ts';
import { textIn } from './file.ts';
import { type Known, type Match, type Placed, placeRow, type Row, readRow } from './row-rules.ts';
import { type FileProblem, type Left, MOST_BYTES, MOST_COLUMNS, MOST_NAMED, MOST_ROWS, type Outcome } from './rules.ts';
import { importStore, isTaken } from './store.ts';

/** Rows that are checked and put aside in one transaction; between two of them others get their turn. */
const CHUNK = 500;
/** Rows that are counted before others get their turn. */
const COUNTED = 5_000;

/** A file to read: the import it is, and who is told. `told`: in the transaction in which it got on. */
export type Job = {
  id: string;
  by: string | null;
  bytes: Buffer;
  told(tx: Tx, read: number, rows: number): Promise<unknown>;
};

type Means = Pick<Deps, 'db' | 'clock' | 'ids'>;

/** Reads a file of customers and takes all of it over at once, or nothing. Answers what came of it, and keeps that. */
export async function runImport(means: Means, job: Job): Promise<Outcome> {
  const came = await cameOf(means, job).catch(unreadable);
  await means.db.run(async (tx) => {
    if ('refused' in came) await importStore(tx).forgetWords(job.id);
    await importStore(tx).end(job.id, came);
    await job.told(tx, 0, 0);
  });
  return came;
}

async function cameOf(means: Means, job: Job): Promise<Outcome> {
  if (job.bytes.byteLength > MOST_BYTES) return { refused: 'too-large' };
  const read = textIn(job.bytes);
  if ('problem' in read) return { refused: read.problem };
  const table = tableIn(read.text);
  if ('refused' in table) return table;
  const rows = await countOf(table);
  if (rows > MOST_ROWS) return { refused: 'too-many-rows' };
  if (rows === 0) return { refused: 'no-rows' };
  return takeIn(means, job, table, rows);
}

type Table = { columns: readonly (Field | undefined)[]; rows(): Generator<CsvRow> };

/** Spreadsheets may write which separator they use above all else. */
const NAMES_SEPARATOR = /^sep=(.)(\r\n|\r|\n)/i;

function tableIn(text: string): Table | { refused: FileProblem } {
  const named = NAMES_SEPARATOR.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOf(body);
  const [header] = csvRows(body, separator);
  if (!header) return { refused: 'empty' };
  if (header.cells.length > MOST_COLUMNS) return { refused: 'too-many-columns' };
  const columns = columnsOf(header.cells);
  if (!columns.includes('name')) return { refused: 'no-name-column' };
  return { columns, rows: () => rowsBelow(csvRows(body, separator), named ? 1 : 0) };
}

/** What stands below the header; empty lines are nothing. `above`: lines before the header. */
function* rowsBelow(rows: Generator<CsvRow>, above: number): Generator<CsvRow> {
  rows.next();
  for (const { line, cells } of rows) if (cells.some((cell) => cell.trim() !== '')) yield { line: line + above, cells };
}

/** Up to one more than are taken. */
async function countOf({ rows }: Table): Promise<number> {
  let many = 0;
  for (const _row of rows()) {
    many += 1;
    if (many > MOST_ROWS) return many;
    if (many % COUNTED === 0) await otherWork();
  }
  return many;
}

type Tally = { added: number; changed: number; same: number; left: Left[] };

async function takeIn(means: Means, job: Job, table: Table, rows: number): Promise<Outcome> {
  const { db, clock } = means;
  const people = table.columns.includes('contact') ? await db.run((tx) => importStore(tx).people()) : new Map();
  const known: Known = { people, lines: { key: new Map(), name: new Map() } };
  const tally: Tally = { added: 0, changed: 0, same: 0, left: [] };
  let read = 0;
  for (const chunk of chunksOf(table.rows())) {
    const said = chunk.map(({ line, cells }) => readRow(line, cells, table.columns, known));
    read += chunk.length;
    const goesOn = await db.run((tx) => putAside(tx, means, job, said, tally, { read, rows }));
    if (!goesOn) return { refused: 'meanwhile' };
    await otherWork();
  }
  const taken = await db.run((tx) => importStore(tx).takeOver(job.id, job.by, clock.now())).catch(unlessTaken);
  return taken === undefined ? { refused: 'meanwhile' } : outcomeOf(tally, table, rows);
}

async function putAside(
  tx: Tx,
  { ids, clock }: Means,
  { id: importId, told }: Job,
  said: readonly (Row | Left)[],
  tally: Tally,
  { read, rows }: { read: number; rows: number },
): Promise<boolean> {
  const store = importStore(tx);
  const understood = said.filter((one): one is Row => !('why' in one));
  const placed = placeAll(understood, await store.matches(understood));
  const taken = placed.filter((one): one is Placed => !('why' in one));
  const stages = taken.flatMap((one) => (one.is === 'same' ? [] : [{ ...one, id: one.id ?? ids.uuid() }]));
  await store.stage(importId, stages);
  const goesOn = await store.goOn(importId, read, rows, clock.now());
  await told(tx, read, rows);
  tally.left.push(...[...said, ...placed].filter((one): one is Left => 'why' in one));
  tally.added += taken.filter(({ is }) => is === 'new').length;
  tally.changed += taken.filter(({ is }) => is === 'changed').length;
  tally.same += taken.filter(({ is }) => is === 'same').length;
  return goesOn;
}

function placeAll(rows: readonly Row[], matches: readonly Match[]): (Placed | Left)[] {
  const byKey = new Map(matches.map((one) => [one.key, one]));
  const byName = new Map(matches.map((one) => [one.folded, one]));
  return rows.map((row) => placeRow(row, row.key === null ? undefined : byKey.get(row.key), byName.get(row.folded)));
}

function* chunksOf(rows: Iterable<CsvRow>): Generator<CsvRow[]> {
  let chunk: CsvRow[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function outcomeOf({ left, ...counts }: Tally, { columns }: Table, rows: number): Outcome {
  const lines = left.toSorted((a, b) => a.line - b.line).slice(0, MOST_NAMED);
  return { ...counts, rows, left: left.length, lines, unused: columns.filter((field) => field === undefined).length };
}

function unlessTaken(error: unknown): undefined {
  if (!isTaken(error)) throw error;
}

function unreadable(error: unknown): Outcome {
  if (error instanceof OpenQuote) return { refused: 'open-quote', line: error.line };
  throw error;
}
