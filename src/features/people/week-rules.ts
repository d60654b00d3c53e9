/** Weekdays next to each other, 1 is Monday: from the first to the last of them, or a single one. */
type Run = { from: number; until: number };

/** Three days in a row or more are said as one: "12345" is one run, "1245" are four. */
const SHORTEST = 3;

/** The weekdays of a week (`'12345'`) as people say them. */
export function runsIn(week: string): Run[] {
  const days = [...week].map(Number);
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.until === day - 1) last.until = day;
    else runs.push({ from: day, until: day });
  }
  return runs.flatMap((run) => (run.until - run.from + 1 >= SHORTEST ? [run] : daysOf(run)));
}

const daysOf = ({ from, until }: Run): Run[] =>
  Array.from({ length: until - from + 1 }, (_, n) => ({ from: from + n, until: from + n }));
