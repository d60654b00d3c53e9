import type { JsonObject } from '../core/shapes.ts';
import { type Case, casesOf, inMessage, within } from './case.ts';
import { words } from './make.ts';
import {
  filled,
  flags,
  form,
  list,
  needs,
  notEmpty,
  number,
  objects,
  oneOf,
  type Row,
  row,
  strings,
  types,
} from './rows.ts';

const inBlock = within(inMessage, '/elements/0', (piece) => ({ type: 'rich_text', elements: [piece] }));
const inSection = within(inBlock, '/elements/0', (leaf) => ({ type: 'rich_text_section', elements: [leaf] }));

const leaves: JsonObject[] = [
  { type: 'text', text: 'Tea' },
  { type: 'link', url: 'https://example.com' },
  { type: 'user', user_id: 'U0ANNA' },
  { type: 'usergroup', usergroup_id: 'S0TEA' },
  { type: 'team', team_id: 'T0HOUSE' },
  { type: 'channel', channel_id: 'C0TEA' },
  { type: 'emoji', name: 'tea' },
  { type: 'date', timestamp: 1_793_577_600, format: '{date_short}' },
  { type: 'color', value: '#43b02a' },
  { type: 'broadcast', range: 'here' },
];
const border = number('border', [0, 'must be greater than -1'], [1, 'must be less than 2']);
const anyList = row('elements.list', { elements: [] }, { elements: 'Tea' }, '/elements must provide an array');

const containers = [
  ...casesOf('rich text.rich_text_section', inBlock, { type: 'rich_text_section', elements: [] }, [
    ...needs('elements'),
    anyList,
    ...types('elements[]', leaves),
  ]),
  ...casesOf('rich text.rich_text_quote', inBlock, { type: 'rich_text_quote', elements: [] }, [
    ...needs('elements'),
    anyList,
    ...types('elements[]', leaves),
    ...border,
  ]),
  ...casesOf('rich text.rich_text_preformatted', inBlock, { type: 'rich_text_preformatted', elements: [] }, [
    ...needs('elements'),
    anyList,
    ...types('elements[]', leaves.slice(0, 2), { type: 'user', user_id: 'U0ANNA' }),
    ...border,
    ...notEmpty('language'),
  ]),
  ...casesOf(
    'rich text.rich_text_list',
    inBlock,
    { type: 'rich_text_list', style: 'bullet', elements: [words('Tea')] },
    [
      ...needs('elements', 'style'),
      ...list('elements', () => words('Tea')),
      ...types('elements[]', [words('Tea')], { ...words('Tea'), type: 'rich_text_quote' }),
      ...oneOf('style', 'bullet', 'ordered'),
      ...number('indent', [0, 'must be greater than -1'], [8, 'must be less than 9']),
      ...number('offset', [0, 'must be greater than -1']),
      ...border,
    ],
  ),
];

const url = filled('url', 3000, 'must be less than 3001 characters');
const style = objects('style', { bold: true });
const id = (field: string, fits: string, pattern: string): Row[] => [
  ...needs(field),
  ...form(field, fits, 'anna', `failed to match pattern: ${pattern}`),
];

const rowsOf: Record<string, Row[]> = {
  text: [...needs('text'), ...notEmpty('text')],
  link: [...needs('url'), ...url, ...strings('text'), ...flags('unsafe')],
  user: id('user_id', 'W0BEN', '^[UW][A-Z0-9]+$'),
  usergroup: id('usergroup_id', 'S0TEA', '^S[A-Z0-9]+$'),
  team: id('team_id', 'E0HOUSE', '^[TE][A-Z0-9]+$'),
  channel: id('channel_id', 'G0TEA', '^[CGD][A-Z0-9]+$'),
  emoji: [
    ...needs('name'),
    ...notEmpty('name', 'unicode'),
    ...number('skin_tone', [1, 'must be greater than 0'], [6, 'must be less than 7']),
    ...url,
  ],
  date: [
    ...needs('timestamp', 'format'),
    ...number('timestamp', [0, 'must be greater than -1']),
    ...notEmpty('format'),
    ...url,
    ...strings('fallback'),
  ],
  color: [...needs('value'), ...form('value', '43b02a', 'green', 'failed to match pattern: ^#?[0-9a-fA-F]{6}$')],
  broadcast: [...needs('range'), ...oneOf('range', 'here', 'channel', 'everyone')],
};

const pieces = leaves.flatMap((leaf) =>
  casesOf(`rich text.${leaf.type}`, inSection, leaf, [...(rowsOf[String(leaf.type)] ?? []), ...style]),
);

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'];
const styled = (leaf: JsonObject) => within(inSection, '/style', (each) => ({ ...leaf, style: each }));

const styles = [
  ...casesOf('object.style', styled({ type: 'text', text: 'Tea' }), {}, flags(...STYLES)),
  ...casesOf(
    'object.mention style',
    styled({ type: 'user', user_id: 'U0ANNA' }),
    {},
    flags(...STYLES, 'highlight', 'client_highlight', 'unlink'),
  ),
];

/** Rich text: what holds words, the words and their styles. */
export const richTexts: Case[] = [...containers, ...pieces, ...styles];
