import { createHash } from 'node:crypto';

/** What happened, line by line: the last of it, and a hash of all. */
export type Trace = {
  say(line: string): void;
  last(): readonly string[];
  hash(): string;
  lines(): number;
};

const KEPT = 80;

/** `now` stands in front of each line. */
export function createTrace(now: () => Date): Trace {
  const hash = createHash('sha256');
  const last: string[] = [];
  let lines = 0;
  return {
    say(line) {
      const whole = `${now().toISOString()} ${line}`;
      hash.update(`${whole}\n`);
      last.push(whole);
      if (last.length > KEPT) last.shift();
      lines += 1;
    },
    last: () => last,
    hash: () => hash.copy().digest('hex').slice(0, 16),
    lines: () => lines,
  };
}
