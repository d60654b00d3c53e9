import type { Json, JsonObject } from '../shapes.ts';

/** Where blocks may stand: in Messages, Modals (dialogs) or on Home. */
export type Surface = 'M' | 'D' | 'H';

/** One thing Slack refuses, with its own wording; `pointer` is a JSON pointer to the place. */
export type Mistake = { pointer: string; message: string; constraint?: { type: string; expected?: string[] } };

/** What a value must look like. Lengths count code points; `max` is the highest that is still allowed. */
export type Spec =
  | { is: 'string'; min?: number; max?: number; pattern?: RegExp; oneOf?: readonly string[] }
  | { is: 'number' | 'integer'; min?: number; max?: number }
  | { is: 'boolean' }
  | { is: 'text'; kinds: readonly string[]; max: number; min?: number }
  | { is: 'list'; of: Spec; min?: number; max?: number }
  | { is: 'object'; shape: Shape }
  | { is: 'typed'; among: Table; types?: readonly string[] };

/** Fields by name; a name that isn't here is refused. `also` looks at several fields together. */
export type Shape = {
  fields: Record<string, Spec>;
  must?: readonly string[];
  also?: readonly Check[];
  /** All surfaces unless said. */
  on?: readonly Surface[];
};

/** Shapes by the object's `type`; `type` itself needs no field. A function, so that tables may know each other. */
export type Table = () => Record<string, Shape>;

export type Check = (value: JsonObject, pointer: string) => Mistake[];

export const string = (max: number, min = 0): Spec => ({ is: 'string', min, max });
export const oneOf = (...values: string[]): Spec => ({ is: 'string', oneOf: values });
export const like = (pattern: RegExp): Spec => ({ is: 'string', pattern });
export const boolean: Spec = { is: 'boolean' };
export const integer = (min: number, max: number): Spec => ({ is: 'integer', min, max });
export const plain = (max: number): Spec => ({ is: 'text', kinds: ['plain_text'], max });
export const text = (max: number): Spec => ({ is: 'text', kinds: ['plain_text', 'mrkdwn'], max });
export const list = (of: Spec, max?: number, min = 1): Spec => ({ is: 'list', of, min, ...(max && { max }) });
export const object = (shape: Shape): Spec => ({ is: 'object', shape });
export const typed = (among: Table, ...types: string[]): Spec => ({
  is: 'typed',
  among,
  ...(types.length > 0 && { types }),
});

/** Makes the rows at their first use and once: rows of different tables refer to each other. */
export function table(make: () => Record<string, Shape>): Table {
  let made: Record<string, Shape> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export const blockId = string(255);
export const actionId = string(255, 1);
export const userId = like(/^[UW][A-Z0-9]+$/);
export const channelId = like(/^[CGD][A-Z0-9]+$/);
export const groupId = like(/^S[A-Z0-9]+$/);
export const url = string(3000, 1);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const objectsOf = (value: Json | undefined): JsonObject[] => listOf(value).filter(isObject);

/** Exactly one of two fields. */
export const oneOfFields =
  (first: string, second: string): Check =>
  (value, pointer) => {
    const has = [first, second].filter((field) => value[field] !== undefined);
    if (has.length === 1) return [];
    const message =
      has.length === 0
        ? `must define either \`${first}\` or \`${second}\``
        : `may only define one of \`${first}\` or \`${second}\``;
    return [{ pointer, message }];
  };

/** Two objects are the same choice: what Slack compares initial options by. */
export const sameOption = (one: JsonObject, other: JsonObject) =>
  one.value === other.value && textOf(one.text) === textOf(other.text);

const textOf = (value: Json | undefined) => (isObject(value) ? value.text : undefined);
