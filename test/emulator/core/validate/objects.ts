import { eitherOf } from './checks.ts';
import { boolean, KIT, list, object, oneOf, plain, type Spec, string, text, url } from './spec.ts';

const doc = (page: string) => `${KIT}/composition-objects/${page}-object`;

/** The question before an action. */
export const confirm = object('confirm', {
  doc: doc('confirmation-dialog'),
  fields: {
    title: plain(100),
    text: text(300),
    confirm: plain(30),
    deny: plain(30),
    style: oneOf('primary', 'danger'),
  },
  must: ['title', 'text', 'confirm', 'deny'],
});

const optionOf = (name: string, label: Spec, more: Record<string, Spec>) =>
  object(name, {
    doc: doc('option'),
    fields: { text: label, value: string(150, 1), ...more },
    must: ['text', 'value'],
  });

/** Choices of selects. */
export const option = optionOf('option', plain(75), { description: plain(75) });
/** Choices of radio buttons and checkboxes may be formatted. */
export const richOption = optionOf('formatted option', text(75), { description: text(75) });
/** Choices of the ⋯ menu may be links. */
export const linkOption = optionOf('link option', plain(75), { description: plain(75), url });

export const optionGroup = object('option group', {
  doc: doc('option-group'),
  fields: { label: plain(75), options: list(option, 100) },
  must: ['label', 'options'],
});

/** When a text input tells the app. */
export const dispatchConfig = object('dispatch action config', {
  doc: doc('dispatch-action-configuration'),
  fields: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
  must: ['trigger_actions_on'],
});

/** Which conversations a conversations select offers. */
export const filter = object('conversation filter', {
  doc: doc('conversation-filter'),
  fields: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  also: [
    {
      name: 'some',
      says: 'at least one of its fields',
      find: (value, pointer) =>
        Object.keys(value).length > 0 ? [] : [{ pointer, message: 'must define at least one filter' }],
    },
  ],
});

const slackFile = object('slack file', {
  doc: doc('slack-file'),
  fields: { id: string(255, 1), url },
  also: [eitherOf('id', 'url')],
});

/** The names of Slack's own icons. */
const ICONS = [
  ...['archive', 'book', 'bookmark', 'bot', 'bug', 'calendar', 'call', 'caret-left', 'caret-right', 'check'],
  ...['clipboard', 'code', 'comment', 'compass', 'copy', 'cube', 'download', 'edit', 'email', 'eye-closed'],
  ...['eye-open', 'file', 'flag', 'folder', 'gear', 'globe', 'heart', 'help', 'image', 'info', 'key', 'lightbulb'],
  ...['link', 'map', 'mobile', 'new-window', 'pin', 'plus', 'refine', 'refresh', 'rocket', 'save', 'screen', 'share'],
  ...['sparkle', 'star', 'star-filled', 'tag', 'thumbs-down', 'thumbs-up', 'trash', 'upload', 'user', 'warning'],
];

/** An icon of Slack's own, on a card. */
export const slackIcon = object('slack icon', {
  doc: doc('slack-icon'),
  fields: { type: oneOf('icon'), name: oneOf(...ICONS) },
  must: ['type', 'name'],
});

const input = object('workflow input', {
  doc: doc('trigger'),
  fields: { name: string(undefined, 1), value: string() },
  must: ['name', 'value'],
});

const trigger = object('trigger', {
  doc: doc('trigger'),
  fields: { url, customizable_input_parameters: list(input, undefined, 0) },
  must: ['url'],
});

/** The workflow behind a workflow button. */
export const workflow = object('workflow', { doc: doc('workflow'), fields: { trigger }, must: ['trigger'] });

/** An image as element and as block. */
export const imageFields: Record<string, Spec> = { image_url: url, slack_file: slackFile, alt_text: string(2000, 1) };
export const imageSource = eitherOf('image_url', 'slack_file');

export const optionsXorGroups = eitherOf('options', 'option_groups');
