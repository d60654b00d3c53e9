import type { Rule } from '../core/validate/rules.ts';
import { answers } from './answers.ts';
import { blocks } from './blocks.ts';
import { buttons } from './buttons.ts';
import { cardBlocks } from './cards.ts';
import type { AskedCase, Case } from './case.ts';
import { charts } from './charts.ts';
import { choices } from './choices.ts';
import { general } from './general.ts';
import { hosts } from './hosts.ts';
import { inputs } from './inputs.ts';
import { compositionObjects } from './objects.ts';
import { payloads } from './payloads.ts';
import { richTexts } from './rich-text.ts';
import { sizes } from './sizes.ts';
import { surfaces } from './surfaces.ts';
import { tables } from './tables.ts';
import { together } from './together.ts';

/** Payloads with what Slack says to them: for every rule at least one just inside and one just outside. */
export const corpus: Case[] = [
  ...[...general, ...payloads, ...surfaces, ...hosts, ...together, ...sizes, ...answers],
  ...[...blocks, ...cardBlocks, ...charts, ...tables],
  ...[...buttons, ...choices, ...inputs, ...compositionObjects, ...richTexts],
];

/** The part of the corpus that a `blocks.validate` can be asked about. */
export const askable: AskedCase[] = corpus.filter(
  (each): each is AskedCase => 'message' in each.payload || 'view' in each.payload,
);

/** What a corpus lacks to be complete, as sentences: rules without a payload on one side, payloads without a rule. */
export function lacking(rules: Rule[], cases: Case[]): string[] {
  const known = new Set(rules.map(({ id }) => id));
  const shown = new Set(cases.map(({ rule, sort }) => `${sort} ${rule}`));
  return [
    ...rules.flatMap(({ id }) =>
      (['inside', 'outside'] as const)
        .filter((sort) => !shown.has(`${sort} ${id}`))
        .map((sort) => `nothing just ${sort} ${id}`),
    ),
    ...[...new Set(cases.map(({ rule }) => rule))].filter((rule) => !known.has(rule)).map((rule) => `no rule ${rule}`),
  ];
}
