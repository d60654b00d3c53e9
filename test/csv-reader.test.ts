import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../src/csv.ts';
import { csvRows, OpenQuote, separatorOf } from '../src/csv-reader.ts';

const cellsIn = (text: string, separator = ',') => [...csvRows(text, separator)].map(({ cells }) => cells);
const linesIn = (text: string) => [...csvRows(text, ',')].map(({ line }) => line);

/** What spreadsheets are kept from taking for a formula is written with an apostrophe. */
const asWritten = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', '\r', 'a "b", c', ' Zuid ', '=1+1', 'é', '“'),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

describe('a CSV file', () => {
  it('reads as it was written, whatever stands in its cells', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, ';' as const), (written, separator) => {
        expect(cellsIn(csvOf(written, separator).slice(1), separator)).toEqual(
          written.map((cells) => cells.map(asWritten)),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [
      'without quotation marks',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'without a line break at its end',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['with the line ends of any system', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
    ['with empty lines', 'a\n\nb', [['a'], [''], ['b']]],
    ['with a mark in the middle of a cell', 'de "Zuid",b', [['de "Zuid"', 'b']]],
    ['with something behind a closing mark', '"Zuid" BV,b', [['Zuid BV', 'b']]],
    ['with doubled marks', '"de ""Zuid""",b', [['de "Zuid"', 'b']]],
  ])('is read %s', (_how, text, cells) => {
    expect(cellsIn(text)).toEqual(cells);
  });

  it('counts lines as an editor shows them, within quotation marks too', () => {
    expect(linesIn('a\n"b\nc\r\nd",e\nf\r\ng')).toEqual([1, 2, 5, 6]);
  });

  it('says on which line a quotation mark is never closed', () => {
    expect(() => cellsIn('a\nb,"c\nd')).toThrow(new OpenQuote(2));
  });

  it.each([
    ['naam;nummer', ';'],
    ['name,number', ','],
    ['name\tnumber', '\t'],
    ['"naam, of bedrijf";nummer', ';'],
    ['naam', ','],
  ])('“%s” is separated by “%s”', (text, separator) => {
    expect(separatorOf(`${text}\nx`)).toBe(separator);
  });
});
