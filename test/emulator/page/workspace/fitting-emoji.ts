import { emojiNames, emojiOf } from '../text/emoji.ts';

/** What people reach for most; the others by name. */
const USUAL = '+1 heart tada joy eyes pray white_check_mark raised_hands clap wave bulb'.split(' ');

/** The emoji whose names contain what was typed, those that begin with it first; what is used most for nothing. */
export function fittingEmoji(typed: string, most: number): string[] {
  const wanted = typed.toLowerCase();
  const known = wanted === '' ? [...USUAL.filter((name) => emojiOf(name)), ...emojiNames] : emojiNames;
  const fits = known.filter((name) => name.includes(wanted));
  const begins = (name: string) => (name.startsWith(wanted) ? 0 : 1);
  const ordered = wanted === '' ? fits : fits.toSorted((one, other) => begins(one) - begins(other));
  return [...new Set(ordered)].slice(0, most);
}
