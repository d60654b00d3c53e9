import { describe, expect, it } from 'vitest';
import { tables } from './core/validate/listing.ts';
import { rules } from './core/validate/rules.ts';
import {
  isTooLarge,
  isTooLong,
  type Mistake,
  mistakesInAnswer,
  mistakesInView,
  mistakesInWholeMessage,
} from './core/validate.ts';
import type { Case, Payload } from './corpus/case.ts';
import { corpus, lacking } from './corpus/index.ts';
import { STANDING, SURFACES } from './corpus/surfaces.ts';

function saidTo(payload: Payload): string[] {
  if ('posted' in payload) return isTooLong(payload.posted) ? ['msg_blocks_too_long'] : [];
  if ('opened' in payload) return isTooLarge(payload.opened) ? ['view_too_large'] : [];
  if ('answer' in payload) return sentences(mistakesInAnswer(payload.answer, payload.inputs));
  return sentences('message' in payload ? mistakesInWholeMessage(payload.message) : mistakesInView(payload.view, ''));
}

const sentences = (mistakes: Mistake[]) => mistakes.map(({ pointer, message }) => `${pointer} ${message}`);

/** `block.section` of `block.section.text.max`. */
const typeOf = (rule: string) => rule.split('.').slice(0, 2).join('.');
const types = [...new Set(corpus.map(({ rule }) => typeOf(rule)))];

describe('What Slack says to', () => {
  it.each(types)('%s', (type) => {
    const cases = corpus.filter(({ rule }) => typeOf(rule) === type);
    expect(cases.map(({ payload, ...known }) => ({ ...known, said: saidTo(payload), payload }))).toEqual(cases);
  });

  it('a payload with something refused is never nothing, and to one inside is nothing', () => {
    expect(corpus.filter(({ sort, said }) => (sort === 'inside') !== (said.length === 0))).toEqual([]);
  });
});

describe('Every rule of Slack', () => {
  it('has a name of its own, a sentence and a page of the documentation', () => {
    const all = rules();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ says, doc }) => !says || !doc.startsWith('https://docs.slack.dev/'))).toEqual([]);
  });

  it('has a payload just inside and one just outside', () => {
    expect(lacking(rules(), corpus)).toEqual([]);
  });

  it('is missed when its payloads are gone', () => {
    const without = (id: string, sort?: Case['sort']) =>
      corpus.filter((each) => each.rule !== id || (sort && each.sort !== sort));
    expect(lacking(rules(), without('block.section.text.max'))).toEqual([
      'nothing just inside block.section.text.max',
      'nothing just outside block.section.text.max',
    ]);
    expect(lacking(rules(), without('together.plans', 'outside'))).toEqual(['nothing just outside together.plans']);
    expect(lacking(rules().slice(1), corpus)).toEqual(['no rule any.string']);
  });

  it('of two numbers has the higher here and the lower for our own code', () => {
    const raised = rules().filter(({ build }) => build !== undefined);
    expect(raised.map(({ id, says, build }) => [id, says, build])).toEqual([
      ['block.video.title.max', '`title`: at most 200 characters', 199],
      ['block.video.author_name.max', '`author_name`: at most 50 characters', 49],
      ['block.video.description.max', '`description`: at most 200 characters', 199],
      ['block.card.actions.max', '`actions`: at most 3 items', 2],
      ['block.data_table.rows.max', '`rows`: at most 201 items', 101],
      ['block.data_table.characters', 'at most 20000 characters in all cells', 10_000],
      ['chart.pie.segments.max', '`segments`: at most 12 items', 6],
      ...['bar', 'area', 'line'].map((type) => [`chart.${type}.series.max`, '`series`: at most 12 items', 6]),
      ['together.data_tables_characters', 'at most 20000 characters in the cells of all data_table blocks', 10_000],
    ]);
  });
});

describe('Every block', () => {
  it('was tried in messages, in modals and on Home', () => {
    for (const { block } of STANDING) {
      const alone = `"blocks":[${JSON.stringify(block)}]`;
      const tried = corpus.filter(({ payload }) => JSON.stringify(payload).includes(alone));
      expect(new Set(tried.map(({ payload }) => surfaceOf(payload)))).toEqual(new Set(SURFACES));
    }
  });

  it('stands where docs.slack.dev/blocks.json says, in what the page walks to draw it', () => {
    const letters = { messages: 'M', modals: 'D', Home: 'H' };
    const listed = tables().blocks.map(({ type, surfaces }) => [type, surfaces.join(' ')]);
    const documented = STANDING.map(({ block, on }) => [block.type, on.map((each) => letters[each]).join(' ')]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(documented));
  });
});

const surfaceOf = (payload: Payload) =>
  'view' in payload ? (payload.view.type === 'home' ? 'Home' : 'modals') : 'messages';
