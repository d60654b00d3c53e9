import { inOrder } from './checks.ts';
import { typing } from './fields.ts';
import { richTextBlock } from './rich-text.ts';
import { actionId, boolean, integer, like, list, type Shape, string } from './spec.ts';

/** Slack gives and takes numbers in inputs as strings. */
const numeric = like(/^-?\d+(\.\d+)?$/);

/**
 * Where one types. Their own pages say "modals" where the page of the input block says more: the stricter is real, a
 * message with a number input is refused.
 */
export const inputs: Record<string, Shape> = {
  plain_text_input: {
    fields: {
      ...typing,
      initial_value: string(3000),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    also: [inOrder('min_length', 'max_length')],
  },
  email_text_input: { fields: { ...typing, initial_value: string() }, on: ['D'] },
  url_text_input: { fields: { ...typing, initial_value: string() }, on: ['D'] },
  number_input: {
    fields: {
      ...typing,
      initial_value: string(),
      is_decimal_allowed: boolean,
      min_value: numeric,
      max_value: numeric,
    },
    must: ['is_decimal_allowed'],
    also: [inOrder('min_value', 'max_value')],
    on: ['D'],
  },
  rich_text_input: {
    fields: { ...typing, initial_value: richTextBlock, min_lines: integer(1, 100), max_lines: integer(1, 100) },
    also: [inOrder('min_lines', 'max_lines')],
    on: ['D', 'H'],
  },
  file_input: {
    fields: { action_id: actionId, filetypes: list(string(undefined, 1)), max_files: integer(1, 10) },
    on: ['D'],
  },
};
