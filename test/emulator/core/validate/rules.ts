import { answerRules } from './answers.ts';
import { tooLarge, tooLong } from './sizes.ts';
import { type Check, KIT, type Shape, type Spec, type SpecOf } from './spec.ts';
import { type Surveyed, survey } from './survey.ts';
import { together } from './whole.ts';

/** One thing that Slack demands of a payload, as it stands in the tables of this folder. */
export type Rule = {
  /** As in `block.section.text.max`: where it is listed, the type, the field (`[]`: each of a list), what is limited. */
  id: string;
  says: string;
  /** The page of Slack's documentation. */
  doc: string;
  /** The lower number, for our own code, where sources differ or Slack raised the limit. */
  build?: number;
  /** Who says what, where sources differ. */
  note?: string;
};

/** Every rule by which payloads are checked, read off the tables: a limit that is added there is a rule here. */
export const rules = (): Rule[] => [
  ...general,
  ...survey().flatMap(rulesOf),
  ...together.map(({ find: _find, name, ...rule }) => ({ ...rule, id: `together.${name}` })),
  ...[tooLong, tooLarge].map(({ isBeyond: _isBeyond, name, ...rule }) => ({
    ...rule,
    id: `size.${name}`,
  })),
  ...answerRules.map(({ find: _find, name, ...rule }) => ({ ...rule, id: `answer.${name}` })),
];

const KINDS = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  list: 'a list',
};

/** What holds for all values and objects alike. */
const general: Rule[] = [
  ...Object.entries(KINDS).map(([kind, says]) => ({ id: `any.${kind}`, says: `${says} where one belongs`, doc: KIT })),
  { id: 'any.type', says: 'a `type` where there are several', doc: KIT },
  { id: 'any.field', says: 'no field that is not documented', doc: KIT },
  { id: 'any.emoji', says: '`emoji` only on plain_text', doc: `${KIT}/composition-objects/text-object` },
  { id: 'any.verbatim', says: '`verbatim` only on mrkdwn', doc: `${KIT}/composition-objects/text-object` },
  { id: 'any.view_type', says: 'a view is a modal or a Home tab', doc: 'https://docs.slack.dev/reference/views' },
];

function rulesOf({ group, name, shape }: Surveyed): Rule[] {
  const { doc = KIT, note } = shape;
  const id = `${group}.${name}`;
  const limits = [
    ...surfacesOf(shape),
    ...(shape.must ?? []).map((field) => ({ what: `${field}.required`, says: `\`${field}\` is required` })),
    ...Object.entries(shape.fields).flatMap(([field, spec]) => limitsOf(field, spec)),
    ...(shape.also ?? []).map(limitOf),
  ];
  return limits.map(({ what, ...rest }) => ({ id: `${id}.${what}`, doc, ...(note && { note }), ...rest }));
}

type Limit = { what: string; says: string; build?: number; note?: string };

const limitOf = ({ name, find: _find, ...rest }: Check): Limit => ({ what: name, ...rest });

const SURFACES = { M: 'messages', D: 'modals', H: 'Home' };

const surfacesOf = ({ on }: Shape): Limit[] =>
  on ? [{ what: 'surfaces', says: `only in ${on.map((each) => SURFACES[each]).join(', ')}` }] : [];

function limitsOf(field: string, spec: Spec): Limit[] {
  const { build, note } = spec;
  const sources = { ...(build !== undefined && { build }), ...(note && { note }) };
  const own = ownLimits(spec).map(([what, says], at) => ({
    what: `${field}.${what}`,
    says: `\`${field}\`: ${says}`,
    ...(at === 0 && sources),
  }));
  return spec.is === 'list' ? [...own, ...limitsOf(`${field}[]`, spec.of)] : own;
}

type Said = [what: string, says: string];

/** What one value must be, its highest bound first; a value without a bound must at least be of its kind. */
function ownLimits(spec: Spec): Said[] {
  switch (spec.is) {
    case 'string':
      return orKind(stringLimits(spec), 'string');
    case 'number':
      return spec.above === undefined ? [['number', KINDS.number]] : [['above', `more than ${spec.above}`]];
    case 'integer':
      return orKind(bounds(spec), 'integer');
    case 'boolean':
      return [['boolean', KINDS.boolean]];
    case 'text':
      return [...bounds({ min: 1, ...spec }, 'character'), ['kinds', spec.kinds.join(' or ')]];
    case 'list':
      return orKind(bounds(spec, 'item'), 'list');
    case 'object':
      return [['object', spec.name]];
    case 'typed':
      return [['types', (spec.types ?? Object.keys(spec.among.rows())).join(', ')]];
  }
}

const orKind = (limits: Said[], kind: keyof typeof KINDS): Said[] =>
  limits.length > 0 ? limits : [[kind, KINDS[kind]]];

const stringLimits = ({ oneOf, pattern, ...spec }: SpecOf<'string'>): Said[] => [
  ...bounds(spec, 'character'),
  ...(oneOf ? said('one_of', oneOf.join(', ')) : []),
  ...(pattern ? said('pattern', pattern.source) : []),
];

/** Of characters and items a lower bound of 0 is none; of numbers, which have no `unit`, it is one. */
const bounds = ({ min, max }: { min?: number; max?: number }, unit?: 'character' | 'item'): Said[] => [
  ...(max === undefined ? [] : said('max', `at most ${counted(max, unit)}`)),
  ...(min === undefined || (unit && min === 0) ? [] : said('min', `at least ${counted(min, unit)}`)),
];

const counted = (count: number, unit = '') => [count, unit && count !== 1 ? `${unit}s` : unit].join(' ').trim();

const said = (what: string, says: string): Said[] => [[what, says]];
