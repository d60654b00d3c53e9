import { initialAmongOptions } from './checks.ts';
import { choosing, placeholder, several } from './fields.ts';
import { filter, option, optionGroup, optionsXorGroups } from './objects.ts';
import { boolean, type Check, channelId, integer, like, list, type Shape, type Spec, userId } from './spec.ts';

const select: Record<string, Spec> = { ...choosing, placeholder };
const offered: Record<string, Spec> = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const query: Record<string, Spec> = { min_query_length: integer(0) };
const conversation = like(/^[CGDUW][A-Z0-9]+$/);
const conversations: Record<string, Spec> = { default_to_current_conversation: boolean, filter };

/** A response_url for the chosen channel comes with the submit, so only a modal can ask for one. */
const answerOnlyInModals: Check = {
  name: 'response_url_in_modals',
  says: '`response_url_enabled` only in modals',
  find: ({ response_url_enabled }, pointer, surface) =>
    response_url_enabled === true && surface !== 'D'
      ? [{ pointer: `${pointer}/response_url_enabled`, message: 'may only be used in modals' }]
      : [],
};
const answering = { fields: { response_url_enabled: boolean }, also: [answerOnlyInModals] };

const chosenOf = [optionsXorGroups, initialAmongOptions];

/** Menus of one choice and of several, by where their options come from. */
export const selects: Record<string, Shape> = {
  static_select: { fields: { ...select, ...offered, initial_option: option }, also: chosenOf },
  multi_static_select: {
    fields: { ...select, ...offered, initial_options: list(option, 100), ...several },
    also: chosenOf,
  },
  external_select: { fields: { ...select, initial_option: option, ...query } },
  multi_external_select: { fields: { ...select, initial_options: list(option, 100), ...query, ...several } },
  users_select: { fields: { ...select, initial_user: userId } },
  multi_users_select: { fields: { ...select, initial_users: list(userId), ...several } },
  channels_select: {
    fields: { ...select, ...answering.fields, initial_channel: channelId },
    also: answering.also,
  },
  multi_channels_select: { fields: { ...select, initial_channels: list(channelId), ...several } },
  conversations_select: {
    fields: { ...select, ...answering.fields, ...conversations, initial_conversation: conversation },
    also: answering.also,
  },
  multi_conversations_select: {
    fields: { ...select, ...conversations, initial_conversations: list(conversation), ...several },
  },
};
