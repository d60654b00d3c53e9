import type { JsonObject } from '../core/shapes.ts';
import { accepted, type Case, inMessage, inModal, type Place, refused, within } from './case.ts';
import { button, image, mrkdwn, option, plain, section } from './make.ts';

const trigger = { url: 'https://example.com/start' };
const options = [option()];
const opinion = { text: plain('Good'), value: 'good' };
const KINDS = ['users', 'channels', 'conversations', 'external'];

/** One element of each type. */
const SAMPLES: JsonObject[] = [
  button(),
  { type: 'workflow_button', text: plain('Start'), workflow: { trigger } },
  { type: 'overflow', options },
  image,
  mrkdwn('x'),
  plain('x'),
  { type: 'icon_button', icon: 'trash', text: plain('Delete') },
  { type: 'feedback_buttons', positive_button: opinion, negative_button: opinion },
  ...['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes'].map((type) => ({ type, options })),
  ...KINDS.flatMap((kind) => [{ type: `${kind}_select` }, { type: `multi_${kind}_select` }]),
  ...['datepicker', 'timepicker', 'datetimepicker', 'plain_text_input', 'rich_text_input'].map((type) => ({ type })),
  ...['email_text_input', 'url_text_input', 'file_input'].map((type) => ({ type })),
  { type: 'number_input', is_decimal_allowed: false },
];

const MENUS = [
  ...['static_select', 'multi_static_select', 'external_select', 'multi_external_select', 'users_select'],
  ...['multi_users_select', 'channels_select', 'multi_channels_select', 'conversations_select'],
  ...['multi_conversations_select', 'radio_buttons', 'checkboxes', 'datepicker', 'timepicker'],
];
const TYPED = [
  'plain_text_input',
  'rich_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'file_input',
];

type Host = { rule: string; place: Place; takes: string[] };

/** Which elements each block takes, from docs.slack.dev/blocks.json. */
const HOSTS: Host[] = [
  {
    rule: 'block.section.accessory.types',
    place: within(inMessage, '/accessory', (accessory) => ({ ...section(), accessory })),
    takes: ['button', 'workflow_button', 'overflow', 'image', ...MENUS],
  },
  {
    rule: 'block.actions.elements[].types',
    place: within(inMessage, '/elements/0', (each) => ({ type: 'actions', elements: [each] })),
    takes: ['button', 'workflow_button', 'overflow', 'datetimepicker', ...MENUS],
  },
  {
    rule: 'block.actions.elements[].types',
    place: within(inModal, '/elements/0', (each) => ({ type: 'actions', elements: [each] })),
    takes: ['button', 'overflow', 'datetimepicker', 'rich_text_input', ...MENUS],
  },
  {
    rule: 'block.input.element.types',
    place: within(inModal, '/element', (element) => ({ type: 'input', label: plain('Field'), element })),
    takes: ['datetimepicker', ...TYPED, ...MENUS],
  },
  {
    rule: 'block.context.elements[].types',
    place: within(inMessage, '/elements/0', (each) => ({ type: 'context', elements: [each] })),
    takes: ['image', 'mrkdwn', 'plain_text'],
  },
  {
    rule: 'block.context_actions.elements[].types',
    place: within(inMessage, '/elements/0', (each) => ({ type: 'context_actions', elements: [each] })),
    takes: ['icon_button', 'feedback_buttons'],
  },
  {
    rule: 'block.card.actions[].types',
    place: within(inMessage, '/actions/0', (each) => ({ type: 'card', title: plain('Tea'), actions: [each] })),
    takes: ['button'],
  },
];

/** Every element in every block that holds elements. */
export const hosts: Case[] = HOSTS.flatMap(({ rule, place: { at, around }, takes }) =>
  SAMPLES.map((element) =>
    takes.includes(String(element.type))
      ? accepted(rule, around(element))
      : refused(rule, around(element), `${at}/type unsupported type: ${element.type}`),
  ),
);
