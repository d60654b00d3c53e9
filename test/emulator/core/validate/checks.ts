import type { Json, JsonObject } from '../shapes.ts';
import { type Check, isObject, type Mistake, objectsOf } from './spec.ts';

/** Exactly one of two fields. */
export const eitherOf = (first: string, second: string): Check => ({
  name: `${first}_xor_${second}`,
  says: `exactly one of \`${first}\` and \`${second}\``,
  find: (value, pointer) => {
    const has = [first, second].filter((field) => value[field] !== undefined);
    if (has.length === 1) return [];
    const message =
      has.length === 0
        ? `must define either \`${first}\` or \`${second}\``
        : `may only define one of \`${first}\` or \`${second}\``;
    return [{ pointer, message }];
  },
});

/** Not both of two fields. */
export const notBoth = (first: string, second: string): Check => ({
  name: `not_${first}_and_${second}`,
  says: `not both \`${first}\` and \`${second}\``,
  find: (value, pointer) =>
    value[first] !== undefined && value[second] !== undefined
      ? [{ pointer, message: `may only define one of \`${first}\` or \`${second}\`` }]
      : [],
});

/** At least one of several fields. */
export const someOf = (...fields: string[]): Check => {
  const names = fields.map((field) => `\`${field}\``);
  const either = fields.length === 2 ? `either ${names.join(' or ')}` : `at least one of ${names.join(', ')}`;
  return {
    name: 'some',
    says: `at least one of ${names.join(', ')}`,
    find: (value, pointer) =>
      fields.some((field) => value[field] !== undefined) ? [] : [{ pointer, message: `must define ${either}` }],
  };
};

/** Options that must be among those offered: `initial_option` and `initial_options`. */
export const initialAmongOptions: Check = {
  name: 'initial_among_options',
  says: 'what is chosen at first is one of the options, word for word',
  find: (value, pointer) => {
    const groups = objectsOf(value.option_groups).flatMap(({ options }) => objectsOf(options));
    const offered = [...objectsOf(value.options), ...groups];
    const known = (choice: JsonObject) => offered.some((each) => sameOption(each, choice));
    const missing: Mistake[] = [];
    if (isObject(value.initial_option) && !known(value.initial_option))
      missing.push({
        pointer: `${pointer}/initial_option`,
        message: 'initial_option does not match any of the options',
      });
    objectsOf(value.initial_options).forEach((choice, at) => {
      if (!known(choice))
        missing.push({
          pointer: `${pointer}/initial_options/${at}`,
          message: 'initial_options must be among the options',
        });
    });
    return missing;
  },
};

/** Two objects are the same choice: what Slack compares initial options by. */
const sameOption = (one: JsonObject, other: JsonObject) =>
  one.value === other.value && textOf(one.text) === textOf(other.text);

const textOf = (value: Json | undefined) => (isObject(value) ? value.text : undefined);

/** `low` may not be above `high`, both given as number or as numeric string. */
export const inOrder = (low: string, high: string): Check => ({
  name: `${low}_up_to_${high}`,
  says: `\`${low}\` is not above \`${high}\``,
  find: (value, pointer) => {
    const [from, to] = [value[low], value[high]];
    if (from === undefined || to === undefined || Number(from) <= Number(to)) return [];
    return [{ pointer: `${pointer}/${low}`, message: `must be less than or equal to ${high}` }];
  },
});
