import type { Json, JsonObject } from '../shapes.ts';
import { charactersIn } from './characters.ts';
import { isObject, KIT, listOf, type Mistake, objectsOf } from './spec.ts';

const MOST = { charts: 2, tables: 1, plans: 1, markdownCharacters: 12_000, dataTableCharacters: 20_000 };

const IN_PLAN = /\/tasks\/\d+$/;

type Place = { block: JsonObject; pointer: string };

/** A rule about all blocks of a payload together. */
export type Together = {
  name: string;
  says: string;
  doc: string;
  build?: number;
  note?: string;
  find: (places: Place[], pointer: string) => Mistake[];
};

/** What no block alone shows: ids that must differ, how many of a sort, one focus. */
export const together: Together[] = [
  {
    name: 'block_id_once',
    says: 'no block_id twice; that of a markdown block is ignored',
    doc: `${KIT}/blocks`,
    find: (places) => repeated(places.filter(({ block }) => block.type !== 'markdown').map(blockIdOf), 'block_id'),
  },
  {
    name: 'action_id_once',
    says: 'no action_id twice in one block; in two blocks it may',
    doc: `${KIT}/blocks/actions-block`,
    find: (places) => places.flatMap((place) => repeated(actionIdsOf(place), 'action_id')),
  },
  {
    name: 'charts',
    says: 'at most 2 data_visualization blocks',
    doc: `${KIT}/blocks/data-visualization-block`,
    find: (places) =>
      beyond(places, 'data_visualization', MOST.charts, 'no more than 2 data_visualization blocks allowed'),
  },
  {
    name: 'tables',
    says: 'at most 1 table block',
    doc: `${KIT}/blocks/table-block`,
    note: 'some count data_table blocks too, others post several: our own code keeps to one of either',
    find: (places) => beyond(places, 'table', MOST.tables, 'only_one_table_allowed'),
  },
  {
    name: 'data_tables_characters',
    says: 'at most 20000 characters in the cells of all data_table blocks',
    doc: `${KIT}/blocks/data-table-block`,
    build: 10_000,
    find: (places, pointer) => longer(places, 'data_table', 'rows', MOST.dataTableCharacters, pointer),
  },
  {
    name: 'plans',
    says: 'at most 1 plan block',
    doc: `${KIT}/blocks/plan-block`,
    find: (places) => beyond(places, 'plan', MOST.plans, 'no more than 1 plan blocks allowed'),
  },
  {
    name: 'pending_in_plans',
    says: 'the status pending only on a task in a plan',
    doc: `${KIT}/blocks/task-card-block`,
    note: 'its page lists pending for all; that Slack refuses it on a task_card of its own was measured by others',
    find: (places) =>
      places
        .filter(
          ({ block, pointer }) => block.type === 'task_card' && block.status === 'pending' && !IN_PLAN.test(pointer),
        )
        .map(({ pointer }) => ({ pointer: `${pointer}/status`, message: 'must be a valid enum value' })),
  },
  {
    name: 'one_focus',
    says: 'at most one element with focus_on_load',
    doc: `${KIT}/block-elements`,
    find: (places, pointer) =>
      places.flatMap(focusedIn).length > 1 ? [{ pointer, message: 'only one element may have focus_on_load' }] : [],
  },
  {
    name: 'markdown_characters',
    says: 'at most 12000 characters in all markdown blocks',
    doc: `${KIT}/blocks/markdown-block`,
    find: (places, pointer) => longer(places, 'markdown', 'text', MOST.markdownCharacters, pointer),
  },
];

/** The mistakes of blocks that are fine each on its own. */
export function mistakesTogether(blocks: Json, pointer: string): Mistake[] {
  const places = placesIn(blocks, pointer);
  return together.flatMap(({ find }) => find(places, pointer));
}

/** Every block with its place, those inside other blocks too. */
function placesIn(blocks: Json | undefined, pointer: string): Place[] {
  return listOf(blocks).flatMap((block, at) => {
    if (!isObject(block)) return [];
    const here = `${pointer}/${at}`;
    const inside = block.type === 'carousel' ? 'elements' : block.type === 'plan' ? 'tasks' : 'child_blocks';
    return [{ block, pointer: here }, ...placesIn(block[inside], `${here}/${inside}`)];
  });
}

type Id = { id: Json | undefined; at: string };

const blockIdOf = ({ block, pointer }: Place): Id => ({ id: block.block_id, at: `${pointer}/block_id` });

/** The ids of what can be pressed in a block; the cards of a carousel have their own. */
const actionIdsOf = ({ block, pointer }: Place): Id[] =>
  ['elements', 'actions'].flatMap((field) =>
    objectsOf(block[field]).map(({ action_id }, at) => ({ id: action_id, at: `${pointer}/${field}/${at}/action_id` })),
  );

function repeated(ids: Id[], what: string): Mistake[] {
  const seen = new Set<Json>();
  return ids.flatMap(({ id, at }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [{ pointer: at, message: `\`${what}\` already exists: ${id}` }];
    seen.add(id);
    return [];
  });
}

const beyond = (places: Place[], type: string, most: number, message: string): Mistake[] =>
  places
    .filter(({ block }) => block.type === type)
    .slice(most)
    .map(({ pointer }) => ({ pointer, message }));

function longer(places: Place[], type: string, field: string, most: number, pointer: string): Mistake[] {
  const all = places.filter(({ block }) => block.type === type);
  const length = all.reduce((sum, { block }) => sum + charactersIn(block[field]), 0);
  return all.length > 1 && length > most ? [{ pointer, message: `must be less than ${most + 1} characters` }] : [];
}

const focusedIn = ({ block }: Place): JsonObject[] =>
  [...objectsOf([block.element ?? null, block.accessory ?? null]), ...objectsOf(block.elements)].filter(
    ({ focus_on_load }) => focus_on_load === true,
  );
