import type { Json, JsonObject } from '../shapes.ts';
import { isObject, type Mistake, type Shape, type Spec, type SpecOf, type Surface } from './spec.ts';

/** Everything Slack would refuse in one value, in reading order. */
export function mistakesIn(value: Json | undefined, spec: Spec, pointer: string, surface: Surface): Mistake[] {
  switch (spec.is) {
    case 'string':
      return typeof value === 'string' ? stringMistakes(value, spec, pointer) : wrongType('string', pointer);
    case 'number':
      return typeof value === 'number' ? numberMistakes(value, spec, pointer) : wrongType('number', pointer);
    case 'integer':
      return Number.isInteger(value) ? integerMistakes(Number(value), spec, pointer) : wrongType('integer', pointer);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrongType('boolean', pointer);
    case 'text':
      return isObject(value) ? textMistakes(value, spec, pointer) : wrongType('object', pointer);
    case 'list':
      return Array.isArray(value) ? listMistakes(value, spec, pointer, surface) : wrongType('array', pointer);
    case 'object':
      if (value === null && spec.orNull) return [];
      return isObject(value) ? shapeMistakes(value, spec.shape, pointer, surface) : wrongType('object', pointer);
    case 'typed':
      return isObject(value) ? typedMistakes(value, spec, pointer, surface) : wrongType('object', pointer);
  }
}

/** Slack's words were seen for strings, numbers and objects; the others follow them. */
const KINDS = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
};

const wrongType = (expected: keyof typeof KINDS, pointer: string): Mistake[] => [
  { pointer, message: `must provide ${KINDS[expected]}`, constraint: { type: 'type', expected: [expected] } },
];

function stringMistakes(value: string, spec: SpecOf<'string'>, pointer: string): Mistake[] {
  const length = [...value].length;
  if (spec.max !== undefined && length > spec.max)
    return [{ pointer, message: `must be less than ${spec.max + 1} characters` }];
  if (spec.min !== undefined && length < spec.min)
    return [{ pointer, message: `must be more than ${spec.min - 1} characters` }];
  if (spec.oneOf && !spec.oneOf.includes(value))
    return [
      { pointer, message: `must be a valid enum value`, constraint: { type: 'enum', expected: [...spec.oneOf] } },
    ];
  if (spec.pattern && !spec.pattern.test(value))
    return [{ pointer, message: `failed to match pattern: ${spec.pattern.source}` }];
  return [];
}

const numberMistakes = (value: number, { above }: SpecOf<'number'>, pointer: string): Mistake[] =>
  above !== undefined && value <= above ? [{ pointer, message: `must be greater than ${above}` }] : [];

function integerMistakes(value: number, { min, max }: SpecOf<'integer'>, pointer: string): Mistake[] {
  if (max !== undefined && value > max) return [{ pointer, message: `must be less than ${max + 1}` }];
  if (min !== undefined && value < min) return [{ pointer, message: `must be greater than ${min - 1}` }];
  return [];
}

/** The mistakes in a text object; Slack says first that no variant fits, then why. */
function textMistakes(value: JsonObject, { kinds, max, min = 1 }: SpecOf<'text'>, pointer: string): Mistake[] {
  const type = value.type;
  if (type === undefined) return [{ pointer, message: 'missing required field: type' }];
  if (typeof type !== 'string' || !kinds.includes(type))
    return [
      {
        pointer: `${pointer}/type`,
        message: `unsupported type: ${type}`,
        constraint: { type: 'enum', expected: [...kinds] },
      },
    ];
  const own = type === 'plain_text' ? { emoji: { is: 'boolean' } as const } : { verbatim: { is: 'boolean' } as const };
  const shape: Shape = { fields: { text: { is: 'string', min, max }, ...own }, must: ['text'] };
  const mistakes = shapeMistakes(value, shape, pointer, 'M');
  const several = mistakes.length > 0 && kinds.length > 1;
  return several ? [{ pointer, message: 'failed to match all allowed schemas' }, ...mistakes] : mistakes;
}

function listMistakes(value: Json[], spec: SpecOf<'list'>, pointer: string, surface: Surface): Mistake[] {
  const { of, min = 0, max } = spec;
  if (max !== undefined && value.length > max) return [{ pointer, message: `no more than ${max} items allowed` }];
  if (value.length < min) return [{ pointer, message: `must provide at least ${min} items` }];
  return value.flatMap((item, at) => mistakesIn(item, of, `${pointer}/${at}`, surface));
}

function typedMistakes(
  value: JsonObject,
  { among, types }: SpecOf<'typed'>,
  pointer: string,
  surface: Surface,
): Mistake[] {
  const { type } = value;
  if (type === undefined) return [{ pointer, message: 'missing required field: type' }];
  const rows = among.rows();
  const shape = typeof type === 'string' && Object.hasOwn(rows, type) ? rows[type] : undefined;
  const allowed = shape && (!types || types.includes(String(type))) && (!shape.on || shape.on.includes(surface));
  if (!allowed)
    return [
      {
        pointer: `${pointer}/type`,
        message: `unsupported type: ${type}`,
        constraint: { type: 'enum', expected: [...(types ?? Object.keys(rows))] },
      },
    ];
  return shapeMistakes(value, shape, pointer, surface);
}

function shapeMistakes(value: JsonObject, shape: Shape, pointer: string, surface: Surface): Mistake[] {
  const missing = (shape.must ?? [])
    .filter((field) => value[field] === undefined)
    .map((field) => ({ pointer, message: `missing required field: ${field}` }));
  const inside = Object.entries(value).flatMap(([field, given]) => {
    if (given === undefined) return [];
    const spec = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    if (!spec && (field === 'type' || shape.open)) return [];
    if (!spec) return [{ pointer, message: `invalid additional property: ${field}` }];
    return mistakesIn(given, spec, `${pointer}/${field}`, surface);
  });
  return [...missing, ...inside, ...(shape.also ?? []).flatMap((check) => check.find(value, pointer, surface))];
}
