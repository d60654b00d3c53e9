import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../contract.ts';
import { type Beginning, beginningAt } from './holds.ts';
import type { Tour } from './tour.ts';

/** How far somebody has come: a step by its place in the tour (one further is the end), or away for ever. */
type Progress = { step: number; began: Beginning } | 'closed';

const KEPT_AS = 'tour';

/** How far they have come, kept in this browser. A workspace that has begun anew begins the tour anew as well. */
export function useProgress(state: PageState | undefined, tour: Tour | undefined) {
  const [progress, setProgress] = useState(readProgress);
  const moveTo = (step: number | 'closed') => {
    if (!state) return;
    const next: Progress = step === 'closed' ? step : { step, began: beginningAt(state) };
    keepProgress(next);
    setProgress(next);
  };
  useEffect(() => {
    if (!state || !tour || progress === 'closed') return;
    if (progress === undefined || isLater(progress.began, state)) moveTo(0);
  }, [state, tour]);
  return { progress, moveTo };
}

const isLater = ({ at }: Beginning, { clock }: PageState) => at > clock.now;

/** Where the tour stood when this browser last looked; undefined: it has never begun. */
function readProgress(): Progress | undefined {
  const kept = localStorage.getItem(KEPT_AS);
  return kept ? (JSON.parse(kept) as Progress) : undefined;
}

const keepProgress = (progress: Progress) => localStorage.setItem(KEPT_AS, JSON.stringify(progress));
