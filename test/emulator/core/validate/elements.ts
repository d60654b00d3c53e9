import {
  confirm,
  dispatchConfig,
  filter,
  imageFields,
  imageSource,
  initialAmongOptions,
  inOrder,
  linkOption,
  option,
  optionGroup,
  optionsXorGroups,
  richOption,
} from './objects.ts';
import { richTextValue } from './rich-text.ts';
import {
  actionId,
  boolean,
  channelId,
  integer,
  like,
  list,
  oneOf,
  plain,
  type Shape,
  type Spec,
  string,
  type Table,
  table,
  url,
  userId,
} from './spec.ts';

const placeholder = plain(150);
const focus = { focus_on_load: boolean };
const atMost: Record<string, Spec> = { max_selected_items: integer(1, 1000) };
const select: Record<string, Spec> = { action_id: actionId, placeholder, confirm, ...focus };
const channelAnswer: Record<string, Spec> = { response_url_enabled: boolean };
const offered: Record<string, Spec> = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const chosenOf: Shape['also'] = [optionsXorGroups, initialAmongOptions];

/** docs.slack.dev/reference/block-kit/block-elements, one row each. */
export const elements: Table = table(() => ({
  button: {
    fields: {
      action_id: actionId,
      text: plain(75),
      value: string(2000),
      url,
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string(75),
    },
    must: ['text'],
  },
  overflow: { fields: { action_id: actionId, options: list(linkOption, 5), confirm }, must: ['options'] },
  image: { fields: imageFields, must: ['alt_text'], also: [imageSource] },
  static_select: { fields: { ...select, ...offered, initial_option: option }, also: chosenOf },
  multi_static_select: {
    fields: { ...select, ...offered, initial_options: list(option, 100), ...atMost },
    also: chosenOf,
  },
  external_select: { fields: { ...select, initial_option: option, min_query_length: integer(0, 255) } },
  multi_external_select: {
    fields: { ...select, initial_options: list(option, 100), min_query_length: integer(0, 255), ...atMost },
  },
  users_select: { fields: { ...select, initial_user: userId } },
  multi_users_select: { fields: { ...select, initial_users: list(userId), ...atMost } },
  channels_select: { fields: { ...select, ...channelAnswer, initial_channel: channelId } },
  multi_channels_select: { fields: { ...select, initial_channels: list(channelId), ...atMost } },
  conversations_select: {
    fields: {
      ...select,
      ...channelAnswer,
      initial_conversation: like(/^[CGDUW][A-Z0-9]+$/),
      default_to_current_conversation: boolean,
      filter,
    },
  },
  multi_conversations_select: {
    fields: {
      ...select,
      initial_conversations: list(like(/^[CGDUW][A-Z0-9]+$/)),
      default_to_current_conversation: boolean,
      filter,
      ...atMost,
    },
  },
  radio_buttons: {
    fields: { action_id: actionId, options: list(richOption, 10), initial_option: richOption, confirm, ...focus },
    must: ['options'],
    also: [initialAmongOptions],
  },
  checkboxes: {
    fields: {
      action_id: actionId,
      options: list(richOption, 10),
      initial_options: list(richOption, 10),
      confirm,
      ...focus,
    },
    must: ['options'],
    also: [initialAmongOptions],
  },
  datepicker: { fields: { ...select, initial_date: like(/^\d{4}-\d{2}-\d{2}$/) } },
  timepicker: { fields: { ...select, initial_time: like(/^([01]\d|2[0-3]):[0-5]\d$/), timezone: string(255) } },
  datetimepicker: {
    fields: { action_id: actionId, confirm, ...focus, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
    on: ['M', 'D'],
  },
  plain_text_input: {
    fields: {
      action_id: actionId,
      placeholder,
      initial_value: string(3000),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
      dispatch_action_config: dispatchConfig,
      ...focus,
    },
    also: [inOrder('min_length', 'max_length')],
  },
  email_text_input: typedInput({}),
  url_text_input: typedInput({}),
  number_input: {
    ...typedInput({ is_decimal_allowed: boolean, min_value: number(), max_value: number() }),
    must: ['is_decimal_allowed'],
    also: [inOrder('min_value', 'max_value')],
  },
  rich_text_input: {
    fields: {
      action_id: actionId,
      placeholder,
      initial_value: richTextValue,
      dispatch_action_config: dispatchConfig,
      min_lines: integer(1, 100),
      max_lines: integer(1, 100),
      ...focus,
    },
    on: ['D', 'H'],
  },
}));

function number(): Spec {
  return like(/^-?\d+(\.\d+)?$/);
}

function typedInput(more: Record<string, Spec>): Shape {
  const common = {
    action_id: actionId,
    placeholder,
    initial_value: string(3000),
    dispatch_action_config: dispatchConfig,
  };
  return { fields: { ...common, ...focus, ...more }, on: ['D'] };
}

const CHOICES = [
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'radio_buttons',
  'timepicker',
  ...['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
    `${kind}_select`,
    `multi_${kind}_select`,
  ]),
];

/** Which elements may stand where. */
export const IN = {
  actions: ['button', 'overflow', 'rich_text_input', ...CHOICES],
  accessory: ['button', 'overflow', 'image', ...CHOICES],
  input: ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input', ...CHOICES],
} as const;
