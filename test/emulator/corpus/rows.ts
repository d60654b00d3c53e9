import type { Json, JsonObject } from '../core/shapes.ts';
import { html, mrkdwn, plain, x } from './make.ts';

/**
 * What one rule takes and refuses: fields of the piece, each of `inside` taken, `outside` refused with `said`, which is
 * `pointer message`, the pointer from the piece on. A field of `undefined` is left out.
 */
export type Row = { what: string; inside: JsonObject[]; outside: JsonObject; said: string[] };

/** A rule shown by one payload inside and one outside. */
export const row = (what: string, inside: JsonObject, outside: JsonObject, ...said: string[]): Row => ({
  what,
  inside: [inside],
  outside,
  said,
});

/** Fields that must be there. */
export const needs = (...fields: string[]): Row[] =>
  fields.map((field) => row(`${field}.required`, {}, { [field]: undefined }, ` missing required field: ${field}`));

/** Fields that are true or false. */
export const flags = (...fields: string[]): Row[] =>
  fields.map((field) => ({
    what: `${field}.boolean`,
    inside: [{ [field]: true }, { [field]: false }],
    outside: { [field]: 'yes' },
    said: [`/${field} must provide a boolean`],
  }));

/** A plain_text object of 1 to `max` characters. */
export const plainText = (field: string, max: number, tooLong: string): Row[] => [
  row(`${field}.max`, { [field]: plain(x(max)) }, { [field]: plain(x(max + 1)) }, `/${field}/text ${tooLong}`),
  row(`${field}.min`, { [field]: plain('x') }, { [field]: plain('') }, `/${field}/text must be more than 0 characters`),
  row(`${field}.kinds`, { [field]: plain('x') }, { [field]: mrkdwn('x') }, `/${field}/type unsupported type: mrkdwn`),
];

/** A plain_text or mrkdwn object of 1 to `max` characters: Slack says first that neither fits, then why. */
export const anyText = (field: string, max: number, tooLong: string): Row[] => {
  const neither = `/${field} failed to match all allowed schemas`;
  const tooShort = `/${field}/text must be more than 0 characters`;
  return [
    row(
      `${field}.max`,
      { [field]: mrkdwn(x(max)) },
      { [field]: mrkdwn(x(max + 1)) },
      neither,
      `/${field}/text ${tooLong}`,
    ),
    row(`${field}.min`, { [field]: mrkdwn('x') }, { [field]: mrkdwn('') }, neither, tooShort),
    {
      what: `${field}.kinds`,
      inside: [{ [field]: plain('x') }, { [field]: mrkdwn('x') }],
      outside: { [field]: html },
      said: [`/${field}/type unsupported type: html`],
    },
  ];
};

/** A string of at most so many characters. */
export const upTo = (field: string, max: number, tooLong: string): Row[] => [
  row(`${field}.max`, { [field]: x(max) }, { [field]: x(max + 1) }, `/${field} ${tooLong}`),
];

/** A string that may not be empty. */
export const notEmpty = (...fields: string[]): Row[] =>
  fields.map((field) =>
    row(`${field}.min`, { [field]: 'x' }, { [field]: '' }, `/${field} must be more than 0 characters`),
  );

/** A string of 1 to `max` characters. */
export const filled = (field: string, max: number, tooLong: string): Row[] => [
  ...upTo(field, max, tooLong),
  ...notEmpty(field),
];

/** A string of any length. */
export const strings = (...fields: string[]): Row[] =>
  fields.map((field) => row(`${field}.string`, { [field]: '' }, { [field]: 1 }, `/${field} must provide a string`));

/** One of some words; all are taken. */
export const oneOf = (field: string, ...values: string[]): Row[] => [
  {
    what: `${field}.one_of`,
    inside: values.map((value) => ({ [field]: value })),
    outside: { [field]: 'other' },
    said: [`/${field} must be a valid enum value`],
  },
];

/** A string of a certain form. */
export const form = (field: string, fits: string, fails: string, said: string): Row[] => [
  row(`${field}.pattern`, { [field]: fits }, { [field]: fails }, `/${field} ${said}`),
];

/** An object where one belongs. */
export const objects = (field: string, fits: JsonObject): Row[] => [
  row(`${field}.object`, { [field]: fits }, { [field]: 'x' }, `/${field} must provide an object`),
];

/** A whole number between two bounds, or above one. */
export const number = (field: string, [min, tooLow]: [number, string], most?: [number, string]): Row[] => [
  row(`${field}.min`, { [field]: min }, { [field]: min - 1 }, `/${field} ${tooLow}`),
  ...(most ? [row(`${field}.max`, { [field]: most[0] }, { [field]: most[0] + 1 }, `/${field} ${most[1]}`)] : []),
];

/** A list of at least one, and of at most `max` where that is said. */
export const list = (field: string, make: (at: number) => Json, most?: [number, string]): Row[] => [
  row(`${field}.min`, { [field]: [make(0)] }, { [field]: [] }, `/${field} must provide at least 1 items`),
  ...(most ? [atMost(field, make, ...most)] : []),
];

/** A list of at most `max`. */
export const atMost = (field: string, make: (at: number) => Json, max: number, tooMany: string): Row => {
  const all = Array.from({ length: max + 1 }, (_, at) => make(at));
  return row(`${field}.max`, { [field]: all.slice(1) }, { [field]: all }, `/${field} ${tooMany}`);
};

/** One of some types of object: `fits` are taken, an unknown one isn't. In a list `field` ends with `[]`. */
export const types = (field: string, fits: JsonObject[], fails: JsonObject = { type: 'poem' }): Row[] => {
  const name = field.replace('[]', '');
  const put = (piece: JsonObject) => ({ [name]: field.endsWith('[]') ? [piece] : piece });
  const at = field.endsWith('[]') ? `${name}/0` : name;
  const said = `/${at}/type unsupported type: ${fails.type}`;
  return [{ what: `${field}.types`, inside: fits.map(put), outside: put(fails), said: [said] }];
};
