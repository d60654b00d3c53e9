import type { Difference } from './conform.ts';

/** Differences as a table a person reads, and one line that sums them up. */
export const report = (found: readonly Difference[], all: number): string =>
  [...found.map(lines), summary(found, all)].join('\n');

function lines({ case: { rule, sort, said, payload }, slack, in: where }: Difference): string {
  return [
    `${rule}, just ${sort} (${where === 'verdict' ? 'taken or refused' : 'other words'})`,
    `  here   ${spoken(said)}`,
    `  Slack  ${spoken(slack)}`,
    `  sent   ${shortened(JSON.stringify(payload))}`,
    '',
  ].join('\n');
}

const spoken = (said: readonly string[]) =>
  said.length === 0 ? 'takes it' : `refuses ${said.map((each) => each.trim()).join(' · ')}`;

const LONGEST = 160;

const shortened = (json: string) => {
  const short = json.replace(/(.)\1{19,}/g, (run, character) => `${character}…(${run.length})`);
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
};

function summary(found: readonly Difference[], all: number): string {
  if (found.length === 0) return `${all} payloads, nothing differs.`;
  const verdicts = found.filter(({ in: where }) => where === 'verdict').length;
  const differ = found.length === 1 ? 'differs' : 'differ';
  const other = found.length - verdicts;
  return `${all} payloads, ${found.length} ${differ}: ${verdicts} in what is taken, ${other} in words or places.`;
}
