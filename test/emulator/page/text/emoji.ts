import { EMOJI } from './emoji-table.ts';

const SIGNS: ReadonlyMap<string, string> = new Map(
  EMOJI.trim()
    .split(/\s+/)
    .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] ?? '']] : [])),
);

/** The names of all signs this page knows. */
export const emojiNames: readonly string[] = [...SIGNS.keys()];

/** Slack's skin tones 2 to 6 are Unicode's five modifiers. */
const FIRST_TONE = 0x1f3fb - 2;

/** The sign behind `:name:`, in a skin tone of 2 to 6 where it says one; undefined when this page doesn't know it. */
export function emojiOf(name: string, tone?: number): string | undefined {
  const sign = SIGNS.get(name);
  if (sign === undefined || tone === undefined || tone < 2 || tone > 6) return sign;
  return sign.replace('\ufe0f', '') + String.fromCodePoint(FIRST_TONE + tone);
}

/** `1f44b-1f3fd`, Slack's way to write an emoji's code points, as the sign itself. */
export const signOf = (unicode: string): string | undefined =>
  /^[0-9a-f]+(-[0-9a-f]+)*$/i.test(unicode)
    ? String.fromCodePoint(...unicode.split('-').map((code) => Number.parseInt(code, 16)))
    : undefined;
