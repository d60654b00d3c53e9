import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, type Separator } from '../src/csv.ts';

/** Reads a CSV file as RFC 4180 says, knowing nothing of how ours is made. */
function readCsv(file: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = file.startsWith('\uFEFF') ? 1 : 0;
  while (at < file.length) {
    const [cell, after] = file[at] === '"' ? quotedFrom(file, at) : plainFrom(file, at, separator);
    row.push(cell);
    at = after + 1;
    if (file[after] === separator) continue;
    if (file.slice(after, after + 2) !== '\r\n') throw new Error(`neither ${separator} nor a line's end at ${after}`);
    at = after + 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

function quotedFrom(file: string, at: number): [string, number] {
  let cell = '';
  for (let next = at + 1; next < file.length; next += 1) {
    if (file[next] !== '"') cell += file[next];
    else if (file[next + 1] === '"') cell += file[next++];
    else return [cell, next + 1];
  }
  throw new Error('a quotation that never ends');
}

function plainFrom(file: string, at: number, separator: Separator): [string, number] {
  const length = file.slice(at).search(separator === ',' ? /,|\r\n/ : /;|\r\n/);
  return [file.slice(at, at + length), at + length];
}

const cells = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', '+', '-', '@', '\t', "'", ' ', 'a') }),
  ),
  { minLength: 1, maxLength: 6 },
);

describe.each([',', ';'] as const)('a CSV file with %s between its cells', (separator) => {
  it('whatever people wrote, is read back as it was, but for an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(cells), (rows) => {
        const expected = rows.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
        expect(readCsv(csvOf(rows, separator), separator)).toEqual(expected);
      }),
    );
  });

  it.each(['=1+1', '+31 6 1234', '-5', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x";"y")'])(
    '%j is no formula',
    (text) => {
      expect(readCsv(csvOf([[text]], separator), separator)).toEqual([[`'${text}`]]);
    },
  );

  it('says to spreadsheets how its letters are written, and ends every line as they expect', () => {
    expect(csvOf([['café', '3,50'], ['']], separator)).toBe(`\uFEFF"café"${separator}"3,50"\r\n""\r\n`);
  });
});
