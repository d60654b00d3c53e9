import type { Json, JsonObject } from './core/shapes.ts';
import { asJson } from './core/state.ts';
import { blocks } from './core/validate/blocks.ts';
import { isObject, type Shape, type Spec, typed } from './core/validate/spec.ts';

/** A block with one field changed; `field` is called as in the validator's listing, `element.button.text`. */
export type Variant = { field: string; block: JsonObject };

/** Every change of one field in a block, the fields of what it holds among them. */
export const variantsOf = (block: object): Variant[] => inside(asJson(block), typed(blocks), (changed) => changed);

type Rebuild = (changed: JsonObject) => JsonObject;

/** The changes in the fields of an object. */
function inside(value: Json | undefined, spec: Spec, rebuild: Rebuild): Variant[] {
  const found = isObject(value) ? shapeOf(value, spec) : undefined;
  if (!isObject(value) || !found) return [];
  return Object.entries(found.shape.fields).flatMap(([name, of]) => {
    const given = value[name];
    if (given === undefined) return [];
    const label = `${found.name}.${name}`;
    const withField = (changed: Json | undefined) => rebuild({ ...value, [name]: changed });
    const needed = found.shape.must?.includes(name) ?? false;
    const without = composed(of) && !needed ? [{ field: label, block: withField(undefined) }] : [];
    return [...changes(given, of, label, withField), ...without];
  });
}

const composed = ({ is }: Spec) => is === 'object' || is === 'typed' || is === 'text';

function shapeOf(value: JsonObject, spec: Spec): { name: string; shape: Shape } | undefined {
  if (spec.is === 'object') return { name: `object.${spec.name}`, shape: spec.shape };
  if (spec.is !== 'typed') return undefined;
  const type = String(value.type);
  const shape = spec.among.rows()[type];
  return shape && { name: `${spec.among.group}.${type}`, shape };
}

type Put = (changed: Json | undefined) => JsonObject;

/** The changes of one field. A change inside of what it holds is a change of it, too. */
function changes(value: Json, spec: Spec, field: string, put: Put): Variant[] {
  switch (spec.is) {
    case 'text':
      return isObject(value) ? textChanges(value, field, put) : [];
    case 'list':
      return Array.isArray(value) ? listChanges(value, spec.of, field, put) : [];
    case 'object':
    case 'typed':
      return inside(value, spec, put).flatMap((each) => [each, { field, block: each.block }]);
    default:
      return leafChanges(value, spec, field).map((changed) => ({ field, block: put(changed) }));
  }
}

function textChanges(value: JsonObject, field: string, put: Put): Variant[] {
  const type = String(value.type);
  const switches = type === 'plain_text' ? 'emoji' : 'verbatim';
  const other = put({ ...value, text: `${value.text} too` });
  const switched = value[switches] === undefined ? [] : [put({ ...value, [switches]: !value[switches] })];
  return [
    { field, block: other },
    { field: `element.${type}.text`, block: other },
    ...switched.map((block) => ({ field: `element.${type}.${switches}`, block })),
  ];
}

function listChanges(value: Json[], of: Spec, field: string, put: Put): Variant[] {
  const fewer = { field, block: put(value.slice(0, -1)) };
  return [
    fewer,
    ...value.flatMap((item, at) => changes(item, of, field, (changed) => put(value.with(at, changed ?? null)))),
  ];
}

/** Another value of the same sort, where a changed letter would make it none. */
const OTHERS: Readonly<Record<string, Json>> = {
  initial_user: 'U0MIA',
  initial_channel: 'C0ATTIC',
  initial_conversation: 'C0ATTIC',
  user_id: 'U0MIA',
  channel_id: 'C0ATTIC',
  usergroup_id: 'S0CAKE',
  team_id: 'T02',
  initial_date: '2026-11-25',
  initial_time: '16:30',
  timezone: 'Asia/Tokyo',
  initial_users: 'U0GONE',
  initial_channels: 'C0CELLAR',
  initial_conversations: 'C0CELLAR',
  visible_to_user_ids: 'U0TOM',
  unicode: '2615',
  min_value: '0',
  max_value: '99',
};

function leafChanges(value: Json, spec: Spec, field: string): Json[] {
  const name = field.split('.').at(-1) ?? '';
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return numberChange(value, spec);
  if (typeof value !== 'string') return [];
  if (spec.is === 'string' && spec.oneOf) return spec.oneOf.filter((other) => other !== value);
  const other = OTHERS[name];
  if (other !== undefined) return [other];
  return [`${value}2`];
}

/** So much that a date is another day. */
const FAR = 86_400;

function numberChange(value: number, spec: Spec): number[] {
  if (spec.is === 'integer' && spec.max !== undefined && value >= spec.max) return [value - 1];
  return [value > 1_000_000 ? value + FAR : value + 1];
}
