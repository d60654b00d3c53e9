import type { Cell } from './table-cell.ts';

/** By which column rows are ordered, and which way. */
export type Order = { column: number; down: boolean };

/** The next way when a heading is pressed: up, down, as the app sent it. */
export function nextOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, down: false };
  return order.down ? undefined : { column, down: true };
}

/** The rows in that order: numbers by what they are worth, all else by its words. */
export function ordered(rows: readonly Cell[][], order: Order | undefined, locale: string): readonly Cell[][] {
  if (!order) return rows;
  const words = new Intl.Collator(locale, { numeric: true });
  const compare = (one: Cell | undefined, other: Cell | undefined) =>
    one?.type === 'raw_number' && other?.type === 'raw_number'
      ? one.value - other.value
      : words.compare(wordsIn(one), wordsIn(other));
  const way = order.down ? -1 : 1;
  return rows.toSorted((one, other) => way * compare(one[order.column], other[order.column]));
}

/** The rows in which some cell has these words. */
export function withWords(rows: readonly Cell[][], typed: string): readonly Cell[][] {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' ? rows : rows.filter((row) => row.some((cell) => wordsIn(cell).toLowerCase().includes(wanted)));
}

function wordsIn(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.type !== 'rich_text') return cell.text ?? '';
  return JSON.stringify(cell.elements, ['text', 'elements', 'name', 'url']);
}
