import type { JsonObject } from '../shapes.ts';
import {
  boolean,
  type Check,
  isObject,
  list,
  type Mistake,
  object,
  objectsOf,
  oneOf,
  oneOfFields,
  plain,
  type Spec,
  sameOption,
  string,
  text,
  url,
} from './spec.ts';

/** docs.slack.dev/reference/block-kit/composition-objects */
export const confirm = object({
  fields: {
    title: plain(100),
    text: text(300),
    confirm: plain(30),
    deny: plain(30),
    style: oneOf('primary', 'danger'),
  },
  must: ['title', 'text', 'confirm', 'deny'],
});

const optionOf = (label: Spec, more: Record<string, Spec> = {}) =>
  object({ fields: { text: label, value: string(150, 1), ...more }, must: ['text', 'value'] });

/** Choices of selects. */
export const option = optionOf(plain(75), { description: plain(75) });
/** Choices of radio buttons and checkboxes may be formatted. */
export const richOption = optionOf(text(75), { description: text(75) });
/** Choices of the ⋯ menu may be links. */
export const linkOption = optionOf(plain(75), { description: plain(75), url });

export const optionGroup = object({
  fields: { label: plain(75), options: list(option, 100) },
  must: ['label', 'options'],
});

export const dispatchConfig = object({
  fields: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
  must: ['trigger_actions_on'],
});

export const filter = object({
  fields: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  also: [
    (value, pointer) => (Object.keys(value).length ? [] : [{ pointer, message: 'must define at least one filter' }]),
  ],
});

const slackFile = object({ fields: { id: string(255, 1), url }, also: [oneOfFields('id', 'url')] });

/** An image as element and as block. */
export const imageFields: Record<string, Spec> = { image_url: url, slack_file: slackFile, alt_text: string(2000, 1) };
export const imageSource = oneOfFields('image_url', 'slack_file');

/** Options that must be among those offered: `initial_option` and `initial_options`. */
export const initialAmongOptions: Check = (value, pointer) => {
  const offered = [...objectsOf(value.options), ...objectsOf(value.option_groups).flatMap((g) => objectsOf(g.options))];
  const known = (choice: JsonObject) => offered.some((each) => sameOption(each, choice));
  const missing: Mistake[] = [];
  if (isObject(value.initial_option) && !known(value.initial_option))
    missing.push({ pointer: `${pointer}/initial_option`, message: 'initial_option does not match any of the options' });
  objectsOf(value.initial_options).forEach((choice, at) => {
    if (!known(choice))
      missing.push({
        pointer: `${pointer}/initial_options/${at}`,
        message: 'initial_options must be among the options',
      });
  });
  return missing;
};

/** `low` may not be above `high`, both given as number or as numeric string. */
export const inOrder =
  (low: string, high: string): Check =>
  (value, pointer) => {
    const [from, to] = [value[low], value[high]];
    if (from === undefined || to === undefined || Number(from) <= Number(to)) return [];
    return [{ pointer: `${pointer}/${low}`, message: `must be less than or equal to ${high}` }];
  };

export const optionsXorGroups = oneOfFields('options', 'option_groups');
