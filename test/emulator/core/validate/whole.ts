import type { Json, JsonObject } from '../shapes.ts';
import { isObject, listOf, type Mistake, objectsOf } from './spec.ts';

/** Limits of a whole payload; the total was found by others, Slack doesn't document it (slackapi/bolt-js#2509). */
export const WHOLE = { total: 13_200, markdown: 12_000, charts: 2, tables: 1, viewBytes: 250_000 } as const;

/** What no block alone shows: ids that must differ, how many of a sort, one focus. */
export function mistakesTogether(blocks: Json, pointer: string): Mistake[] {
  const all = listOf(blocks).filter(isObject);
  return [
    ...repeated(
      all.map(({ block_id }, at) => ({ id: block_id, at: `${pointer}/${at}/block_id` })),
      'block_id',
    ),
    ...all.flatMap((block, at) => repeatedActions(block, `${pointer}/${at}`)),
    ...tooMany(all, 'data_visualization', WHOLE.charts, pointer),
    ...tooMany(all, 'table', WHOLE.tables, pointer),
    ...focusedTwice(all, pointer),
    ...markdownTogether(all, pointer),
  ];
}

/** All characters of a message's blocks that a person could read. */
export function charactersIn(value: Json | undefined): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersIn(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value)
    .filter(([field]) => READ_BY_PEOPLE.has(field))
    .reduce((sum, [, each]) => sum + charactersIn(each), 0);
}

const READ_BY_PEOPLE = new Set([
  ...['text', 'fields', 'elements', 'element', 'accessory', 'label', 'hint', 'title', 'options', 'option_groups'],
  ...['description', 'placeholder', 'rows', 'chart', 'series', 'segments', 'data', 'name', 'alt_text', 'axis_config'],
  'categories',
]);

type Id = { id: Json | undefined; at: string };

function repeated(ids: Id[], what: string): Mistake[] {
  const seen = new Set<Json>();
  return ids.flatMap(({ id, at }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [{ pointer: at, message: `\`${what}\` already exists: ${id}` }];
    seen.add(id);
    return [];
  });
}

/** The same action_id in two blocks is legal, twice in one block isn't. */
function repeatedActions(block: JsonObject, pointer: string): Mistake[] {
  const ids = objectsOf(block.elements).map(({ action_id }, at) => ({
    id: action_id,
    at: `${pointer}/elements/${at}/action_id`,
  }));
  return repeated(ids, 'action_id');
}

function tooMany(all: JsonObject[], type: string, most: number, pointer: string): Mistake[] {
  const places = all.flatMap((block, at) => (block.type === type ? [at] : []));
  return places
    .slice(most)
    .map((at) => ({ pointer: `${pointer}/${at}`, message: `no more than ${most} ${type} blocks allowed` }));
}

function focusedTwice(all: JsonObject[], pointer: string): Mistake[] {
  const focused = all.filter(({ element }) => isObject(element) && element.focus_on_load === true);
  return focused.length > 1 ? [{ pointer, message: 'only one element may have focus_on_load' }] : [];
}

function markdownTogether(all: JsonObject[], pointer: string): Mistake[] {
  const length = all.filter(({ type }) => type === 'markdown').reduce((sum, { text }) => sum + charactersIn(text), 0);
  return length > WHOLE.markdown ? [{ pointer, message: `must be less than ${WHOLE.markdown + 1} characters` }] : [];
}
