import { line, plain } from './pieces.ts';

const label = (text: string) => plain(`${text} :tea:`, true);
const placeholder = plain('Type here :tea:', true);
const trigger = { trigger_actions_on: ['on_character_entered'] };

/** Everything one types into, and files. */
export const typedInputs = [
  {
    type: 'plain_text_input',
    multiline: true,
    initial_value: 'With a little milk, please',
    min_length: 30,
    max_length: 200,
  },
  { type: 'plain_text_input', initial_value: 'Nearly full', max_length: 12 },
  { type: 'number_input', is_decimal_allowed: false, initial_value: '2', min_value: '1', max_value: '12' },
  { type: 'email_text_input', initial_value: 'mia@example.com' },
  { type: 'url_text_input', initial_value: 'https://example.com' },
  { type: 'rich_text_input', initial_value: line('To be written'), min_lines: 3, max_lines: 6 },
].map((element, nth) => ({
  type: 'input',
  block_id: `typed-${nth}`,
  label: label(`${element.type}-${nth}`),
  hint: plain('It is kept while you think :thought_balloon:', true),
  optional: true,
  dispatch_action: true,
  element: { ...element, action_id: 'typed', placeholder, dispatch_action_config: trigger, focus_on_load: false },
}));

/** Without anything typed, so that what stands in their place is seen. */
export const emptyInputs = ['plain_text_input', 'email_text_input', 'url_text_input', 'rich_text_input'].map(
  (type) => ({
    type: 'input',
    block_id: `empty-${type}`,
    label: label(`empty ${type}`),
    optional: true,
    dispatch_action: true,
    element: { type, action_id: 'empty', placeholder },
  }),
);

/** Files of one's own computer. */
export const fileInput = {
  type: 'input',
  block_id: 'files',
  label: plain('Files'),
  optional: true,
  element: { type: 'file_input', action_id: 'files', filetypes: ['csv', 'txt'], max_files: 2 },
};
