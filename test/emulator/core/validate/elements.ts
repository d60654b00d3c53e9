import { initialAmongOptions } from './checks.ts';
import { acting, choosing, placeholder } from './fields.ts';
import { inputs } from './inputs.ts';
import { imageFields, imageSource, linkOption, richOption, workflow } from './objects.ts';
import { selects } from './selects.ts';
import {
  actionId,
  boolean,
  integer,
  KIT,
  like,
  list,
  object,
  oneOf,
  plain,
  type Shape,
  type Spec,
  string,
  table,
  url,
  userId,
} from './spec.ts';

const label: Record<string, Spec> = { text: plain(75), accessibility_label: string(75) };
const style = oneOf('primary', 'danger');

const opinion = object('feedback button', {
  doc: `${KIT}/block-elements/feedback-buttons-element`,
  fields: { ...label, value: string(2000) },
  must: ['text', 'value'],
});

const buttons: Record<string, Shape> = {
  button: { fields: { ...acting, ...label, value: string(2000), url, style }, must: ['text'] },
  workflow_button: { fields: { ...acting, ...label, workflow, style }, must: ['text', 'workflow'], on: ['M'] },
  icon_button: {
    fields: {
      ...acting,
      ...label,
      icon: oneOf('trash'),
      value: string(2000),
      visible_to_user_ids: list(userId, 10, 0),
    },
    must: ['icon', 'text'],
  },
  feedback_buttons: {
    fields: { action_id: actionId, positive_button: opinion, negative_button: opinion },
    must: ['positive_button', 'negative_button'],
  },
  overflow: { fields: { ...acting, options: list(linkOption, 5) }, must: ['options'] },
};

const choices: Record<string, Shape> = {
  radio_buttons: {
    fields: { ...choosing, options: list(richOption, 10), initial_option: richOption },
    must: ['options'],
    also: [initialAmongOptions],
  },
  checkboxes: {
    fields: { ...choosing, options: list(richOption, 10), initial_options: list(richOption, 10) },
    must: ['options'],
    also: [initialAmongOptions],
  },
  datepicker: { fields: { ...choosing, placeholder, initial_date: like(/^\d{4}-\d{2}-\d{2}$/) } },
  timepicker: {
    fields: { ...choosing, placeholder, initial_time: like(/^([01]\d|2[0-3]):[0-5]\d$/), timezone: string() },
  },
  datetimepicker: {
    fields: { ...choosing, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
    on: ['M', 'D'],
  },
};

/** What isn't pressed and keeps nothing. Text among the elements of a context block has its length itself. */
const shown: Record<string, Shape> = {
  image: { fields: imageFields, must: ['alt_text'], also: [imageSource] },
  plain_text: { fields: { text: string(2000, 1), emoji: boolean }, must: ['text'] },
  mrkdwn: { fields: { text: string(2000, 1), verbatim: boolean }, must: ['text'] },
  url: { fields: { url, text: string(undefined, 1) }, must: ['url', 'text'] },
};

/** Pages that aren't called after the type. */
const PAGES: Record<string, string> = {
  checkboxes: 'checkboxes',
  datepicker: 'date-picker',
  datetimepicker: 'datetime-picker',
  timepicker: 'time-picker',
  email_text_input: 'email-input',
  url_text_input: 'url-input',
  overflow: 'overflow-menu',
  radio_buttons: 'radio-button-group',
  url: 'url-source',
};

function pageOf(type: string): string {
  if (type === 'plain_text' || type === 'mrkdwn') return `${KIT}/composition-objects/text-object`;
  const menu = type.startsWith('multi_') ? 'multi-select-menu' : 'select-menu';
  const page = PAGES[type] ?? (type.endsWith('_select') ? menu : type.replaceAll('_', '-'));
  return `${KIT}/block-elements/${page}-element`;
}

/** docs.slack.dev/reference/block-kit/block-elements, one row each. */
export const elements = table('element', () =>
  Object.fromEntries(
    Object.entries({ ...buttons, ...choices, ...selects, ...inputs, ...shown }).map(([type, shape]) => [
      type,
      { doc: pageOf(type), ...shape },
    ]),
  ),
);

const PICKED = [...Object.keys(choices), ...Object.keys(selects)];

/** Which elements may stand where. */
export const IN = {
  actions: ['button', 'overflow', 'workflow_button', 'rich_text_input', ...PICKED],
  accessory: ['button', 'overflow', 'workflow_button', 'image', ...PICKED.filter((type) => type !== 'datetimepicker')],
  input: [...Object.keys(inputs), ...PICKED],
  context: ['image', 'plain_text', 'mrkdwn'],
  contextActions: ['feedback_buttons', 'icon_button'],
} as const;
