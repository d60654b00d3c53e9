import type { Json, JsonObject } from '../core/shapes.ts';
import { home, message, modal } from './make.ts';
import type { Row } from './rows.ts';

/** A payload as `blocks.validate` takes it. */
export type Asked = { message: JsonObject } | { view: JsonObject };

/**
 * What is refused elsewhere: the answer to the submit of a form with these input blocks, the blocks of a message when
 * it is posted, a view when it is opened. For the last two `said` is Slack's error.
 */
export type Payload = Asked | { answer: JsonObject; inputs: string[] } | { posted: Json } | { opened: JsonObject };

/** One payload and what Slack says to it: nothing, or `pointer message` for each mistake, in reading order. */
export type Case = { rule: string; sort: 'inside' | 'outside'; payload: Payload; said: string[] };

/** A case that a `blocks.validate` can be asked about. */
export type AskedCase = Case & { payload: Asked };

/** Where a piece stands to become a whole payload; `at` is the JSON pointer to it. */
export type Place = { at: string; around: (piece: JsonObject) => Payload };

/** The cases of one type: each row changes some fields of `given`, just inside what is allowed and just outside. */
export const casesOf = (type: string, { at, around }: Place, given: JsonObject, rows: Row[]): Case[] =>
  rows.flatMap(({ what, inside, outside, said }) => [
    ...inside.map((fields) => accepted(`${type}.${what}`, around({ ...given, ...fields }))),
    refused(`${type}.${what}`, around({ ...given, ...outside }), ...said.map((each) => `${at}${each}`)),
  ]);

/** A payload that Slack takes, just inside a rule. */
export const accepted = (rule: string, payload: Payload): Case => ({ rule, sort: 'inside', payload, said: [] });

/** A payload that Slack refuses, just outside a rule, with `pointer message` for each mistake. */
export const refused = (rule: string, payload: Payload, ...said: string[]): Case => ({
  rule,
  sort: 'outside',
  payload,
  said,
});

export const inMessage: Place = { at: '/blocks/0', around: (block) => ({ message: message(block) }) };
export const inModal: Place = { at: '/blocks/0', around: (block) => ({ view: modal(block) }) };
export const onHome: Place = { at: '/blocks/0', around: (block) => ({ view: home(block) }) };

/** Inside something that itself has a place: `field` is the way to it, `wrap` makes what is around it. */
export const within = ({ at, around }: Place, field: string, wrap: (piece: JsonObject) => JsonObject): Place => ({
  at: `${at}${field}`,
  around: (piece) => around(wrap(piece)),
});

/** Among the elements of an actions block in a message. */
export const inActions = within(inMessage, '/elements/0', (element) => ({ type: 'actions', elements: [element] }));

/** The element of an input block in a modal. */
export const inInput = within(inModal, '/element', (element) => ({
  type: 'input',
  label: { type: 'plain_text', text: 'Field' },
  element,
}));
