/** How much of a word is kept, in code points: an index holds no entry beyond 2,704 bytes, and nobody types more. */
const LONGEST = 40;

/** Case and accents away, so that "café Zuid" is found by "cafe zu". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The words of a text, folded, each once: what word tables hold and what is looked up in them (decisions, "Tenancy, search"). */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => [...word].slice(0, LONGEST).join('')),
  ),
];

/** Sorts behind every word with the same beginning, in the bytewise order of a word table. */
export const END_OF_PREFIX = '\u{10FFFF}';
