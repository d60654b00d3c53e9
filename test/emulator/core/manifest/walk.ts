import type { Shape } from './shape.ts';

/** What is wrong at one place of a manifest; the pointer begins at its top, as Slack's does. */
export type Flaw = { pointer: string; message: string };

type Held = { [name: string]: unknown };

/** Where a value isn't what its place may hold. */
export function flawsOfShape(shape: Shape, value: unknown, pointer = ''): Flaw[] {
  const wrong = (message: string): Flaw[] => [{ pointer, message }];
  switch (shape.is) {
    case 'anything':
      return [];
    case 'flag':
      return typeof value === 'boolean' ? [] : wrong('must be true or false');
    case 'number':
      return typeof value === 'number' ? [] : wrong('must be a number');
    case 'text':
      return typeof value === 'string' ? textFlaws(shape, value).flatMap(wrong) : wrong('must be text');
    case 'list':
      return Array.isArray(value) ? listFlaws(shape, value, pointer) : wrong('must be a list');
    case 'map':
      return isObject(value) ? mapFlaws(shape, value, pointer) : wrong('must be an object');
    case 'object':
      return isObject(value) ? objectFlaws(shape, value, pointer) : wrong('must be an object');
  }
}

const isObject = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Of<Kind extends Shape['is']> = Extract<Shape, { is: Kind }>;

function textFlaws({ min = 0, max, like, oneOf }: Of<'text'>, value: string): string[] {
  const length = [...value].length;
  const checks: [boolean, string][] = [
    [length < min, min === 1 ? 'must not be empty' : `must have ${min} characters at least; it has ${length}`],
    [max !== undefined && length > max, `must have ${max} characters at most; it has ${length}`],
    [like !== undefined && !like.regex.test(value), `must be ${like?.words}; it is "${value}"`],
    [oneOf !== undefined && !oneOf.includes(value), `must be one of ${oneOf?.join(', ')}; it is "${value}"`],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, message]) => message);
}

function listFlaws({ of, min = 0, max, unique }: Of<'list'>, value: unknown[], pointer: string): Flaw[] {
  const isTwice = unique && new Set(value.map((each) => JSON.stringify(each))).size < value.length;
  return [
    ...(value.length < min ? [{ pointer, message: 'must not be empty: leave it out instead' }] : []),
    ...countFlaws(value.length, max, pointer),
    ...(isTwice ? [{ pointer, message: 'must not say the same twice' }] : []),
    ...value.flatMap((each, index) => flawsOfShape(of, each, `${pointer}/${index}`)),
  ];
}

const mapFlaws = ({ of, max }: Of<'map'>, value: Held, pointer: string): Flaw[] => [
  ...countFlaws(Object.keys(value).length, max, pointer),
  ...Object.entries(value).flatMap(([name, each]) => flawsOfShape(of, each, `${pointer}/${name}`)),
];

const countFlaws = (count: number, max: number | undefined, pointer: string): Flaw[] =>
  max !== undefined && count > max ? [{ pointer, message: `must have ${max} items at most; it has ${count}` }] : [];

function objectFlaws({ fields, needs = [] }: Of<'object'>, value: Held, pointer: string): Flaw[] {
  const missing = needs.filter((name) => value[name] === undefined);
  const held = Object.entries(value).filter(([, each]) => each !== undefined);
  return [
    ...missing.map((name) => ({ pointer: `${pointer}/${name}`, message: 'is required' })),
    ...held.flatMap(([name, each]) => {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const at = `${pointer}/${name}`;
      return shape ? flawsOfShape(shape, each, at) : [{ pointer: at, message: 'is not known to Slack' }];
    }),
  ];
}
