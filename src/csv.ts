/** A byte order mark: without one, spreadsheets read a file's accents as gibberish. */
const BOM = '\uFEFF';

/** What makes a spreadsheet take a cell for a formula (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows of cells as a CSV file (RFC 4180) for people who open it in a spreadsheet. A cell that would begin a formula gets
 * a leading apostrophe; whoever reads the file by program wants the JSON beside it.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/** Quoted always: then no comma, quotation mark or line break in it can be taken for ours. */
const cell = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`;

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
