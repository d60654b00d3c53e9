/** How many colleagues a conversation can name: a table full. */
export const MOST_COMPANIONS = 10;

/** Whom an author names as having been there too: each once, and never themselves. */
export const others = (named: readonly string[], author: string): string[] => [
  ...new Set(named.filter((userId) => userId !== author)),
];
