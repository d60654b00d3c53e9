import { charactersIn } from './characters.ts';
import { richText } from './rich-text.ts';
import {
  boolean,
  type Check,
  integer,
  isObject,
  KIT,
  list,
  listOf,
  number,
  object,
  oneOf,
  raised,
  type Shape,
  string,
  table,
  typed,
} from './spec.ts';

const ON_HOME = 'blocks.json says messages and Home; others saw it drawn in messages only';

const doc = `${KIT}/blocks/table-block`;

const cells = table('cell', () => ({
  raw_text: { doc, fields: { text: string(undefined, 1) }, must: ['text'] },
  raw_number: { doc, fields: { value: number, text: string(undefined, 1) }, must: ['value'] },
  rich_text: richText,
}));

const row = list(typed(cells), 20);

const columnSettings = object('column settings', {
  doc,
  fields: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean },
});

const equalRows: Check = {
  name: 'equal_rows',
  says: 'all rows have the same number of cells',
  find: ({ rows }, pointer) => {
    const widths = listOf(rows).map((cellsOfRow) => listOf(cellsOfRow).length);
    return widths.every((width) => width === widths[0])
      ? []
      : [{ pointer: `${pointer}/rows`, message: 'all rows must have the same number of cells' }];
  },
};

const cellCharacters = (max: number): Check => ({
  name: 'characters',
  says: `at most ${max} characters in all cells`,
  find: ({ rows }, pointer) =>
    charactersIn(rows) > max
      ? [{ pointer: `${pointer}/rows`, message: `must be less than ${max + 1} characters` }]
      : [],
});

const plainHeader: Check = {
  name: 'plain_header',
  says: 'no rich_text in the first row, which is the header',
  find: ({ rows }, pointer) =>
    listOf(listOf(rows)[0]).flatMap((cell, at) =>
      isObject(cell) && cell.type === 'rich_text'
        ? [{ pointer: `${pointer}/rows/0/${at}/type`, message: 'unsupported type: rich_text' }]
        : [],
    ),
};

/** A table in which one reads. A setting of null leaves its column as it is. */
export const plainTable: Shape = {
  note: ON_HOME,
  fields: { rows: list(row, 100), column_settings: list({ ...columnSettings, orNull: true }, 20) },
  must: ['rows'],
  also: [equalRows, cellCharacters(10_000)],
  on: ['M', 'H'],
};

/** A table that sorts, filters and turns pages. */
export const dataTable: Shape = {
  note: `${ON_HOME}; the live list of cells has an action cell too, whose fields nobody documents`,
  fields: {
    caption: string(undefined, 1),
    rows: raised(list(row, 201, 2), 101, 'documented as 101 rows in May 2026, raised to 201 since'),
    page_size: integer(1, 100),
    row_header_column_index: integer(0),
  },
  must: ['caption', 'rows'],
  also: [
    equalRows,
    plainHeader,
    { ...cellCharacters(20_000), build: 10_000, note: 'documented as 10,000 in May 2026, raised to 20,000 since' },
  ],
  on: ['M', 'H'],
};
