import type { Item } from './chosen.ts';

/** More than this nobody reads; typing narrows it down. */
const SHOWN = 100;

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The items whose words contain what was typed, accents and capitals aside; those that begin with it first. */
export function fitting(items: readonly Item[], typed: string): Item[] {
  const wanted = folded(typed.trim());
  const matches = items.filter(({ text, description = '' }) => folded(`${text} ${description}`).includes(wanted));
  const begins = ({ text }: Item) => (folded(text).startsWith(wanted) ? 0 : 1);
  const ordered =
    wanted === '' || matches.some(({ group }) => group) ? matches : matches.toSorted((a, b) => begins(a) - begins(b));
  return ordered.slice(0, SHOWN);
}
