import type { Beginning } from './holds.ts';

/** How far somebody has come: a step by its place in the tour (one further is the end), or away for ever. */
export type Progress = { step: number; began: Beginning } | 'closed';

const KEPT_AS = 'tour';

/** Where the tour stood when this browser last looked; undefined: it has never begun. */
export function readProgress(): Progress | undefined {
  const kept = localStorage.getItem(KEPT_AS);
  return kept ? (JSON.parse(kept) as Progress) : undefined;
}

export const keepProgress = (progress: Progress) => localStorage.setItem(KEPT_AS, JSON.stringify(progress));
