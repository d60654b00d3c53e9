import { fold } from '../../words.ts';
import type { Status } from '../customers/facts-rules.ts';
import { LONGEST_NAME, tidyName } from '../customers/rules.ts';
import type { Field } from './columns-rules.ts';
import type { Left } from './rules.ts';

/** A row as it is understood; null: the file says nothing of it, so that what is known stays. */
export type Row = {
  line: number;
  name: string;
  folded: string;
  key: string | null;
  status: Status | null;
  contactId: string | null;
  fits: boolean | null;
  segment: string | null;
  /** A file can say that somebody wants no contact, and never that they do: that was asked of us by them. */
  doNotContact: boolean;
};

/** What is known while rows are read: who works here by name and id, and on which lines names and numbers stood. */
export type Known = {
  people: ReadonlyMap<string, string>;
  lines: { key: Map<string, number>; name: Map<string, number> };
};

const STATUSES: Record<string, Status> = {
  ...{
    prospect: 'prospect',
    lead: 'prospect',
    klant: 'customer',
    customer: 'customer',
    actief: 'customer',
    active: 'customer',
  },
  ...{
    former: 'former',
    'former customer': 'former',
    voormalig: 'former',
    'voormalige klant': 'former',
    'oud klant': 'former',
  },
};
const YES = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x'];
const NO = ['nee', 'n', 'no', 'false', 'onwaar', '0'];

/** What a row says, or why it is left out. A row that is understood is remembered: its name and number come once in a file. */
export function readRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Field | undefined)[],
  known: Known,
): Row | Left {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim()))
    return { line, why: 'cells' };
  const given = (field: Field) => (cells[columns.indexOf(field)] ?? '').replace(/\s+/g, ' ').trim();
  if (columns.some((field) => field && given(field).startsWith('='))) return { line, why: 'formula' };
  const [name, key, contact] = [given('name'), given('key'), given('contact')];
  if (name === '') return { line, why: 'no-name' };
  if ([...name].length > LONGEST_NAME) return { line, why: 'long-name' };
  const status = given('status') ? STATUSES[wordsOf(given('status'))] : null;
  if (status === undefined) return { line, why: 'status' };
  const [fits, quiet] = [answerIn(given('fits')), answerIn(given('quiet'))];
  if (fits === undefined || quiet === undefined) return { line, why: 'yes-no' };
  const contactId = contact ? known.people.get(fold(contact)) : null;
  if (contactId === undefined) return { line, why: 'contact' };
  const folded = fold(name);
  const twice = saidBefore(line, key, folded, known);
  if (twice) return twice;
  const segment = tidyName(given('segment')) || null;
  return {
    line,
    name,
    folded,
    key: tidyName(key) || null,
    status,
    contactId,
    fits,
    segment,
    doNotContact: quiet === true,
  };
}

function saidBefore(line: number, key: string, folded: string, { lines }: Known): Left | undefined {
  const [byKey, byName] = [key ? lines.key.get(key) : undefined, lines.name.get(folded)];
  if (byKey !== undefined) return { line, why: 'key-twice', other: byKey };
  if (byName !== undefined) return { line, why: 'name-twice', other: byName };
  if (key) lines.key.set(key, line);
  lines.name.set(folded, line);
  return undefined;
}

/** null: nothing was said; undefined: neither yes nor no. */
function answerIn(cell: string): boolean | null | undefined {
  if (cell === '') return null;
  const said = fold(cell);
  return YES.includes(said) ? true : NO.includes(said) ? false : undefined;
}

const wordsOf = (cell: string) =>
  fold(cell)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** A customer we know already, as far as a row can be about them. */
export type Match = {
  id: string;
  key: string | null;
  folded: string;
  isMerged: boolean;
} & Pick<Row, 'name' | 'status' | 'contactId' | 'fits' | 'segment' | 'doNotContact'>;

/** `status`: as it will be. Whom a row is about: a customer it changes, one it leaves as is, or a new one; or why nobody can tell. */
export type Placed = { row: Row; status: Status; id: string | undefined; is: 'new' | 'changed' | 'same' };

/** By number first, by name where neither has another number. */
export function placeRow(row: Row, byKey: Match | undefined, byName: Match | undefined): Placed | Left {
  const { line } = row;
  const match = byKey ?? byName;
  const status = row.status ?? match?.status ?? 'customer';
  if (!match) return { row, status, id: undefined, is: 'new' };
  if (match.isMerged) return { line, why: 'merged' };
  if (byKey && byName && byName.id !== byKey.id) return { line, why: 'name-taken' };
  if (!byKey && row.key !== null && match.key !== null && match.key !== row.key) return { line, why: 'name-taken' };
  return { row, status, id: match.id, is: changes(row, match) ? 'changed' : 'same' };
}

const changes = (row: Row, known: Match): boolean =>
  row.name !== known.name ||
  (['key', 'status', 'contactId', 'fits', 'segment'] as const).some(
    (field) => row[field] !== null && row[field] !== known[field],
  ) ||
  (row.doNotContact && !known.doNotContact);
