import type { Lang } from './texts.ts';

/** A byte order mark: without one, spreadsheets read a file's accents as gibberish. */
const BOM = '\uFEFF';

/** What makes a spreadsheet take a cell for a formula (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r]/;

/** What stands between two cells. */
export type Separator = ',' | ';';

/** As spreadsheets expect it where that language is spoken: the Netherlands and Belgium write 3,50 and so need a semicolon. */
export const SEPARATOR: Record<Lang, Separator> = { en: ',', nl: ';' };

/**
 * Rows of cells as a CSV file (RFC 4180) for people who open it in a spreadsheet. A cell that would begin a formula gets
 * a leading apostrophe; whoever reads the file by program wants the JSON beside it.
 *
 * Excel splits by the list separator of its own region, and no file can please both: a first line `sep=;` would, but only
 * without the byte order mark, and other programs show it as a row. So the caller says who reads it.
 */
export const csvOf = (rows: readonly (readonly string[])[], separator: Separator): string =>
  BOM + rows.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');

/** Quoted always: then no separator, quotation mark or line break in it can be taken for ours. */
const cell = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`;

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
