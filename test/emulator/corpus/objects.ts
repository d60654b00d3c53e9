import { type Case, casesOf, inActions, inMessage, within } from './case.ts';
import { button, image, many, option, plain } from './make.ts';
import {
  anyText,
  filled,
  flags,
  list,
  needs,
  notEmpty,
  objects,
  oneOf,
  plainText,
  type Row,
  row,
  strings,
} from './rows.ts';

const inButton = within(inActions, '/confirm', (confirm) => ({ ...button(), confirm }));

const confirm = casesOf(
  'object.confirm',
  inButton,
  { title: plain('Sure?'), text: plain('It stays.'), confirm: plain('Yes'), deny: plain('No') },
  [
    ...needs('title', 'text', 'confirm', 'deny'),
    ...plainText('title', 100, 'must be less than 101 characters'),
    ...anyText('text', 300, 'must be less than 301 characters'),
    ...plainText('confirm', 30, 'must be less than 31 characters'),
    ...plainText('deny', 30, 'must be less than 31 characters'),
    ...oneOf('style', 'primary', 'danger'),
  ],
);

const value: Row[] = [...needs('text', 'value'), ...filled('value', 150, 'must be less than 151 characters')];
const plainOption: Row[] = [
  ...value,
  ...plainText('text', 75, 'must be less than 76 characters'),
  ...plainText('description', 75, 'must be less than 76 characters'),
];
const offeredBy = (type: string) => within(inActions, '/options/0', (each) => ({ type, options: [each] }));

const options = [
  ...casesOf('object.option', offeredBy('static_select'), option(), plainOption),
  ...casesOf('object.link option', offeredBy('overflow'), option(), [
    ...plainOption,
    ...filled('url', 3000, 'must be less than 3001 characters'),
  ]),
  ...casesOf('object.formatted option', offeredBy('radio_buttons'), option(), [
    ...value,
    ...anyText('text', 75, 'must be less than 76 characters'),
    ...anyText('description', 75, 'must be less than 76 characters'),
  ]),
];

const group = casesOf(
  'object.option group',
  within(inActions, '/option_groups/0', (each) => ({ type: 'static_select', option_groups: [each] })),
  { label: plain('Green'), options: [option()] },
  [
    ...needs('label', 'options'),
    ...plainText('label', 75, 'must be less than 76 characters'),
    ...list('options', option, [100, 'no more than 100 items allowed']),
    row('options[].object', {}, { options: ['x'] }, '/options/0 must provide an object'),
  ],
);

const KINDS = ['im', 'mpim', 'private', 'public'];

const filter = casesOf(
  'object.conversation filter',
  within(inActions, '/filter', (each) => ({ type: 'conversations_select', filter: each })),
  {},
  [
    row('include.max', { include: KINDS }, { include: [...KINDS, 'im'] }, '/include no more than 4 items allowed'),
    row('include.min', { include: ['im'] }, { include: [] }, '/include must provide at least 1 items'),
    row('include[].one_of', { include: KINDS }, { include: ['secret'] }, '/include/0 must be a valid enum value'),
    ...flags('exclude_external_shared_channels', 'exclude_bot_users'),
    row('some', { exclude_bot_users: true }, {}, ' must define at least one filter'),
  ],
);

const WHEN = ['on_enter_pressed', 'on_character_entered'];

const dispatch = casesOf(
  'object.dispatch action config',
  within(inMessage, '/element/dispatch_action_config', (each) => ({
    type: 'input',
    label: plain('Note'),
    element: { type: 'plain_text_input', dispatch_action_config: each },
  })),
  { trigger_actions_on: WHEN },
  [
    ...needs('trigger_actions_on'),
    row(
      'trigger_actions_on.max',
      {},
      { trigger_actions_on: [...WHEN, 'on_enter_pressed'] },
      '/trigger_actions_on no more than 2 items allowed',
    ),
    row(
      'trigger_actions_on.min',
      { trigger_actions_on: ['on_enter_pressed'] },
      { trigger_actions_on: [] },
      '/trigger_actions_on must provide at least 1 items',
    ),
    row(
      'trigger_actions_on[].one_of',
      {},
      { trigger_actions_on: ['on_blur'] },
      '/trigger_actions_on/0 must be a valid enum value',
    ),
  ],
);

const slackFile = casesOf(
  'object.slack file',
  within(inMessage, '/slack_file', (each) => ({ ...image, image_url: undefined, slack_file: each })),
  {},
  [
    ...filled('id', 255, 'must be less than 256 characters'),
    ...filled('url', 3000, 'must be less than 3001 characters'),
    row('id_xor_url', { id: 'F0TEA' }, {}, ' must define either `id` or `url`'),
    row(
      'id_xor_url',
      { url: 'https://example.com/tea.png' },
      { id: 'F0TEA', url: 'https://example.com/tea.png' },
      ' may only define one of `id` or `url`',
    ),
  ],
);

/** The icons of docs.slack.dev/reference/block-kit/composition-objects/slack-icon-object. */
const ICONS = `
  archive book bookmark bot bug calendar call caret-left caret-right check clipboard code comment compass copy cube
  download edit email eye-closed eye-open file flag folder gear globe heart help image info key lightbulb link map mobile
  new-window pin plus refine refresh rocket save screen share sparkle star star-filled tag thumbs-down thumbs-up trash
  upload user warning
`;

const icon = casesOf(
  'object.slack icon',
  within(inMessage, '/slack_icon', (each) => ({ type: 'card', title: plain('Tea'), slack_icon: each })),
  { type: 'icon', name: 'star' },
  [...needs('type', 'name'), ...oneOf('type', 'icon'), ...oneOf('name', ...ICONS.trim().split(/\s+/))],
);

const url = 'https://example.com/start';
const inWorkflowButton = within(inActions, '/workflow', (workflow) => ({
  type: 'workflow_button',
  text: plain('Start'),
  workflow,
}));
const inTrigger = within(inWorkflowButton, '/trigger', (trigger) => ({ trigger }));
const FIRST = '/customizable_input_parameters/0';

const workflow = [
  ...casesOf('object.workflow', inWorkflowButton, { trigger: { url } }, [
    ...needs('trigger'),
    ...objects('trigger', { url }),
  ]),
  ...casesOf('object.trigger', inTrigger, { url }, [
    ...needs('url'),
    ...filled('url', 3000, 'must be less than 3001 characters'),
    row(
      'customizable_input_parameters.list',
      { customizable_input_parameters: [] },
      { customizable_input_parameters: 'tea' },
      '/customizable_input_parameters must provide an array',
    ),
    row(
      'customizable_input_parameters[].object',
      { customizable_input_parameters: many(2, (at) => ({ name: `${at}`, value: 'tea' })) },
      { customizable_input_parameters: ['tea'] },
      `${FIRST} must provide an object`,
    ),
  ]),
  ...casesOf(
    'object.workflow input',
    within(inTrigger, FIRST, (each) => ({ url, customizable_input_parameters: [each] })),
    { name: 'tea', value: 'green' },
    [...needs('name', 'value'), ...notEmpty('name'), ...strings('value')],
  ),
];

/** Composition objects. */
export const compositionObjects: Case[] = [
  ...[...confirm, ...options, ...group, ...filter, ...dispatch, ...slackFile, ...icon, ...workflow],
];
