import { addDays } from '../../time.ts';
import type { Absence } from './days-rules.ts';

/** How long somebody can say to be off in one piece. */
const LONGEST_DAYS = 366;

/** What somebody typed: the first and the last day off (`YYYY-MM-DD`), null where they left it empty. */
export type Typed = { from: string | null; until: string | null };

/** What is wrong with it, and beside which field that is said. */
export type Problem = { field: 'from' | 'until'; is: 'fromMissing' | 'untilBeforeFrom' | 'past' | 'tooLong' };

/** The days off somebody means; a single day where no last one is given. Undefined: they gave none. */
export function offBetween({ from, until }: Typed, today: string): Absence | { problem: Problem } | undefined {
  if (from === null) return until === null ? undefined : wrong('from', 'fromMissing');
  const last = until ?? from;
  if (last < from) return wrong('until', 'untilBeforeFrom');
  const field = until === null ? 'from' : 'until';
  if (last < today) return wrong(field, 'past');
  if (last > addDays(from, LONGEST_DAYS) || last > addDays(today, LONGEST_DAYS)) return wrong(field, 'tooLong');
  return { from, until: last };
}

const wrong = (field: Problem['field'], is: Problem['is']) => ({ problem: { field, is } });
