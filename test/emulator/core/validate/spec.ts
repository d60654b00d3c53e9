import type { Json, JsonObject } from '../shapes.ts';

/** Where blocks may stand: in Messages, Modals (dialogs) or on Home. */
export type Surface = 'M' | 'D' | 'H';

/** One thing Slack refuses, with its own wording; `pointer` is a JSON pointer to the place. */
export type Mistake = { pointer: string; message: string; constraint?: { type: string; expected?: string[] } };

/**
 * Where sources differ we take the higher number; `build` is the lower one, that our own code keeps to, and `note` says
 * who says what.
 */
type Sources = { build?: number; note?: string };

/** What a value must look like. Lengths count code points; `max` is the highest that is still allowed. */
export type Spec = Sources &
  (
    | { is: 'string'; min?: number; max?: number; pattern?: RegExp; oneOf?: readonly string[] }
    | { is: 'number'; above?: number }
    | { is: 'integer'; min?: number; max?: number }
    | { is: 'boolean' }
    | { is: 'text'; kinds: readonly string[]; max: number; min?: number }
    | { is: 'list'; of: Spec; min?: number; max?: number }
    | { is: 'object'; name: string; shape: Shape; orNull?: true }
    | { is: 'typed'; among: Table; types?: readonly string[] }
  );

/** The specification of one sort of value. */
export type SpecOf<Kind extends Spec['is']> = Extract<Spec, { is: Kind }>;

/** Fields by name; a name that isn't here is refused. `also` looks at several fields together. */
export type Shape = {
  /** Its page in Slack's documentation. */
  doc?: string;
  note?: string;
  fields: Record<string, Spec>;
  must?: readonly string[];
  also?: readonly Check[];
  /** All surfaces unless said. */
  on?: readonly Surface[];
  /** Slack looks at these fields only, and takes any others as they are. */
  open?: true;
};

/** Shapes by the object's `type`; `type` itself needs no field. `rows` is a function, so that tables may know each other. */
export type Table = { group: string; rows: () => Record<string, Shape> };

/** A rule about several fields of one object: `name` is its place in the list of rules, `says` what it demands. */
export type Check = {
  name: string;
  says: string;
  find: (value: JsonObject, pointer: string, surface: Surface) => Mistake[];
} & Sources;

/** Slack's reference of Block Kit. */
export const KIT = 'https://docs.slack.dev/reference/block-kit';

export const string = (max?: number, min = 0): SpecOf<'string'> => ({ is: 'string', min, ...(max && { max }) });
export const oneOf = (...values: string[]): SpecOf<'string'> => ({ is: 'string', oneOf: values });
export const like = (pattern: RegExp): SpecOf<'string'> => ({ is: 'string', pattern });
export const boolean: SpecOf<'boolean'> = { is: 'boolean' };
export const number: SpecOf<'number'> = { is: 'number' };
export const integer = (min: number, max?: number): SpecOf<'integer'> => ({ is: 'integer', min, ...(max && { max }) });
export const plain = (max: number): SpecOf<'text'> => ({ is: 'text', kinds: ['plain_text'], max });
export const text = (max: number): SpecOf<'text'> => ({ is: 'text', kinds: ['plain_text', 'mrkdwn'], max });
export const list = (of: Spec, max?: number, min = 1): SpecOf<'list'> => ({ is: 'list', of, min, ...(max && { max }) });

/** A named object: one shape, listed once however often it is used. */
export const object = (name: string, shape: Shape): SpecOf<'object'> => ({ is: 'object', name, shape });

export const typed = (among: Table, ...types: string[]): SpecOf<'typed'> => ({
  is: 'typed',
  among,
  ...(types.length > 0 && { types }),
});

/** A limit on which sources differ, or which Slack raised: the emulator takes the higher, our own code keeps to `build`. */
export const raised = <S extends Spec>(spec: S, build: number, note: string): S => ({ ...spec, build, note });

/** Makes the rows at their first use and once: rows of different tables refer to each other. */
export function table(group: string, make: () => Record<string, Shape>): Table {
  let made: Record<string, Shape> | undefined;
  return {
    group,
    rows: () => {
      made ??= make();
      return made;
    },
  };
}

export const blockId = string(255);
export const actionId = string(255, 1);
export const userId = like(/^[UW][A-Z0-9]+$/);
export const channelId = like(/^[CGD][A-Z0-9]+$/);
export const groupId = like(/^S[A-Z0-9]+$/);
export const teamId = like(/^[TE][A-Z0-9]+$/);
export const url = string(3000, 1);
export const secureUrl = { ...like(/^https:\/\//), max: 3000 };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const objectsOf = (value: Json | undefined): JsonObject[] => listOf(value).filter(isObject);
