import { isUtf8 } from 'node:buffer';
import type { FileProblem } from './rules.ts';

/** How files begin that aren't text, whatever their name ends in. */
const OTHERS: readonly [begins: string, is: FileProblem][] = [
  ['255044462d', 'pdf'],
  ['504b0304', 'spreadsheet'],
  ['d0cf11e0', 'spreadsheet'],
  ['fffe', 'utf-16'],
  ['feff', 'utf-16'],
];

/** Bytes that no text has: control characters, and those that Windows-1252 leaves open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const NO_TEXT = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;
const OPEN = /[\x81\x8d\x8f\x90\x9d]/;
/** How UTF-8 writes letters with accents: no Dutch or English word has these two in Windows-1252. */
const UTF8_LETTER = /[\xc3\xc4\xc5][\x80-\xbf]/;

/**
 * What a file says: in UTF-8, or in Windows-1252 as Excel writes it. One that begins as UTF-8 and breaks off is neither:
 * read as the other, its names would be gibberish.
 */
export function textIn(bytes: Buffer): { text: string } | { problem: FileProblem } {
  const beginning = bytes.subarray(0, 8).toString('hex');
  const other = OTHERS.find(([begins]) => beginning.startsWith(begins));
  if (other) return { problem: other[1] };
  const raw = bytes.toString('latin1');
  if (raw.trim() === '') return { problem: 'empty' };
  if (NO_TEXT.test(raw)) return { problem: 'not-text' };
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  if (OPEN.test(raw) || UTF8_LETTER.test(raw)) return { problem: 'broken' };
  return { text: new TextDecoder('windows-1252').decode(bytes) };
}
