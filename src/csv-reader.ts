/** One row of a file: its cells, and the line on which it begins (the first is 1). */
export type CsvRow = { line: number; cells: string[] };

/** A quotation mark opens a cell, and none closes it: from `line` on, nobody knows what is a cell. */
export class OpenQuote extends Error {
  override name = 'OpenQuote';
  readonly line: number;

  constructor(line: number) {
    super(`the quotation mark of line ${line} is never closed`);
    this.line = line;
  }
}

/** What separates cells in files that people make: Dutch and German spreadsheets write semicolons. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * The rows of a CSV file (RFC 4180), one at a time. Lines end as any system ends them, also within quotation marks; what
 * follows a closing mark belongs to its cell. Throws OpenQuote.
 */
export function* csvRows(text: string, separator: string): Generator<CsvRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begin = line;
    for (let more = true; more; ) {
      const cell = cellAt(text, at, separator, line);
      cells.push(cell.value);
      line += breaksIn(text, at, cell.end);
      more = text[cell.end] === separator;
      at = more ? cell.end + 1 : cell.end;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    yield { line: begin, cells };
  }
}

/** The separator that the first line has most of; a comma where it has none. */
export function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r|\n/, 1);
  const unquoted = first.replace(/"[^"]*"/g, '');
  const many = (separator: string) => unquoted.split(separator).length;
  return SEPARATORS.reduce((best, one) => (many(one) > many(best) ? one : best));
}

type Cell = { value: string; end: number };

function cellAt(text: string, at: number, separator: string, line: number): Cell {
  if (text[at] !== '"') return bareCell(text, at, separator);
  const close = closingMark(text, at + 1);
  if (close < 0) throw new OpenQuote(line);
  const rest = bareCell(text, close + 1, separator);
  return { value: text.slice(at + 1, close).replaceAll('""', '"') + rest.value, end: rest.end };
}

function bareCell(text: string, at: number, separator: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(at, end), end };
}

/** A doubled mark is one of the cell's own. */
function closingMark(text: string, from: number): number {
  let mark = text.indexOf('"', from);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  return mark;
}

function breaksIn(text: string, from: number, to: number): number {
  if (text[from] !== '"') return 0;
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}
