import type { Element } from '../shapes.ts';
import type { InputValue } from '../types/filled.ts';
import { readRichText } from './rich-text.ts';
import { IDS, type Names, readMrkdwn, readText } from './text.ts';

/** An element as a line of text shows it: buttons as [Label], menus as (chosen ▾), inputs as (typed). */
export function readElement(element: Element, names: Names, value: InputValue | undefined): string {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return `[${readText(element.text)}]`;
    case 'feedback_buttons':
      return `[${readText(element.positive_button?.text)}] [${readText(element.negative_button?.text)}]`;
    case 'overflow':
      return `[⋯ ${(element.options ?? []).map((option) => readText(option.text)).join(' · ')}]`;
    case 'image':
      return readImage(element);
    case 'url':
    case 'plain_text':
      return readText(element.text);
    case 'mrkdwn':
      return readMrkdwn(readText(element.text), names);
    case 'radio_buttons':
    case 'checkboxes':
      return readChoices(element, value, names);
    default: {
      const filled = value && readValue(value, names);
      const shown = filled?.length ? [filled].flat().join(', ') : readText(element.placeholder);
      return element.type.endsWith('_input') ? `(${shown})` : `(${shown} ▾)`;
    }
  }
}

/** A picture by what it shows. */
export const readImage = ({ alt_text }: { alt_text?: string }): string => `(image: ${alt_text ?? ''})`;

function readChoices(element: Element, value: InputValue | undefined, names: Names): string {
  const chosen = new Set([value?.selected_option, ...(value?.selected_options ?? [])].map((option) => option?.value));
  return (element.options ?? [])
    .map((option) => `${chosen.has(option.value) ? '(•)' : '( )'} ${readText(option.text, names)}`)
    .join(' ');
}

/** What stands in an input as a person reads it; several as a list. */
export function readValue(value: InputValue, names: Names = IDS): string | string[] | undefined {
  if (value.rich_text_value) return readRichText(value.rich_text_value.elements, names);
  if (value.files) return value.files.map(({ name }) => name);
  if (value.selected_options) return value.selected_options.map((option) => readText(option.text, names));
  if (value.selected_users) return value.selected_users.map(names.person);
  if (value.selected_channels) return value.selected_channels.map(names.channel);
  if (value.selected_conversations) return value.selected_conversations.map(names.channel);
  if (value.selected_option) return readText(value.selected_option.text, names);
  if (value.selected_user) return names.person(value.selected_user);
  const channel = value.selected_channel ?? value.selected_conversation;
  if (channel) return names.channel(channel);
  const dateTime = value.selected_date_time;
  if (dateTime) return new Date(dateTime * 1000).toISOString();
  return value.value ?? value.selected_date ?? value.selected_time ?? undefined;
}
