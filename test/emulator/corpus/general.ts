import type { Json, JsonObject } from '../core/shapes.ts';
import { accepted, type Case, refused } from './case.ts';
import { divider, home, message, modal, mrkdwn, plain, section } from './make.ts';

const inMessage = (rule: string, inside: Json, outside: Json, ...said: string[]): Case[] => [
  accepted(rule, { message: message(inside) }),
  refused(rule, { message: message(outside) }, ...said),
];

const inView = (rule: string, inside: JsonObject, outside: JsonObject, ...said: string[]): Case[] => [
  accepted(rule, { view: inside }),
  refused(rule, { view: outside }, ...said),
];

const header = { type: 'header', text: plain('Tea') };
const pie = (value: Json): JsonObject => ({
  type: 'data_visualization',
  title: 'Tea',
  chart: { type: 'pie', segments: [{ label: 'green', value }] },
});
const neither = '/blocks/0/text failed to match all allowed schemas';

const kinds = [
  ...inMessage(
    'any.string',
    { ...header, block_id: 'a' },
    { ...header, block_id: 1 },
    '/blocks/0/block_id must provide a string',
  ),
  ...inMessage('any.number', pie(2.5), pie('2.5'), '/blocks/0/chart/segments/0/value must provide a number'),
  ...inMessage(
    'any.integer',
    { ...header, level: 2 },
    { ...header, level: 2.5 },
    '/blocks/0/level must provide an integer',
  ),
  ...inMessage(
    'any.boolean',
    { ...section(), expand: true },
    { ...section(), expand: 'yes' },
    '/blocks/0/expand must provide a boolean',
  ),
  ...inMessage('any.object', header, { ...header, text: 'Tea' }, '/blocks/0/text must provide an object'),
  ...inMessage('any.object', divider, 'Tea', '/blocks/0 must provide an object'),
  ...inMessage(
    'any.list',
    { ...section(), fields: [plain('x')] },
    { ...section(), fields: 'x' },
    '/blocks/0/fields must provide an array',
  ),
];

const types = [
  ...inMessage('any.type', section(), { text: plain('Tea') }, '/blocks/0 missing required field: type'),
  ...inMessage(
    'any.type',
    header,
    { type: 'header', text: { text: 'Tea' } },
    '/blocks/0/text missing required field: type',
  ),
  ...inView('any.type', home(divider), { ...home(divider), type: undefined }, ' missing required field: type'),
  ...inView('any.view_type', modal(divider), { ...home(divider), type: 'page' }, '/type unsupported type: page'),
];

const unknown = (field: string) => ` invalid additional property: ${field}`;

const fields = [
  ...inMessage('any.field', divider, { ...divider, text: plain('x') }, `/blocks/0${unknown('text')}`),
  ...inMessage(
    'any.field',
    divider,
    JSON.parse('{"type":"divider","__proto__":1}'),
    `/blocks/0${unknown('__proto__')}`,
  ),
  ...['title', 'submit', 'close'].flatMap((field) =>
    inView('any.field', home(divider), { ...home(divider), [field]: plain('Tea') }, unknown(field)),
  ),
  ...inMessage(
    'any.emoji',
    { ...section(), text: { ...plain('Tea'), emoji: false } },
    { ...section(), text: { ...mrkdwn('Tea'), emoji: false } },
    neither,
    `/blocks/0/text${unknown('emoji')}`,
  ),
  ...inMessage(
    'any.verbatim',
    { ...section(), text: { ...mrkdwn('Tea'), verbatim: true } },
    { ...section(), text: { ...plain('Tea'), verbatim: true } },
    neither,
    `/blocks/0/text${unknown('verbatim')}`,
  ),
];

/** What holds for every value, object and text alike. */
export const general: Case[] = [...kinds, ...types, ...fields];
