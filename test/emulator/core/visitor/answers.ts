import { isOfType } from '../file-kinds.ts';
import { fileShape, filesCalled } from '../files.ts';
import { chosenValue, type Placed } from '../inputs.ts';
import { readText } from '../readable.ts';
import { richTextOf } from '../rich-text.ts';
import type { StoredFile } from '../state.ts';
import type { Act, Element, InputValue, Option } from '../types.ts';
import type { Desk } from './desk.ts';

type Value = Act['value'];
type Answering = (desk: Desk, element: Element, value: Value, offered: readonly Option[]) => InputValue | undefined;

const nothing: Answering = () => undefined;

/** Elements whose answer is more than the option or the words that were given. */
const ANSWERS: Record<string, Answering> = {
  button: nothing,
  icon_button: nothing,
  feedback_buttons: nothing,
  workflow_button: nothing,
  rich_text_input: ({ world, userId }, { type }, value) => {
    const typed = listed(value).join('\n');
    return { type, rich_text_value: typed === '' ? null : richTextOf(world, typed, userId) };
  },
  file_input: ({ world }, { type }, value) => ({
    type,
    files: filesCalled(world, listed(value)).map((file) => fileShape(world, file)),
  }),
};

/** What a choice makes stand in an input, as the app is told it; undefined for what is only clicked on. */
export const answerTo = (desk: Desk, element: Element, value: Value, offered: readonly Option[]) =>
  (ANSWERS[element.type] ?? ((_desk, ...rest) => chosenValue(...rest)))(desk, element, value, offered);

/** The half of a pair of feedback buttons that was clicked, by its value or its words, in place of the pair. */
export function pressed({ block, element }: Placed, value: Value): Placed {
  const halves = [element.positive_button, element.negative_button].filter((half) => half !== undefined);
  const half = halves.find((each) => each.value === value || readText(each.text) === value);
  return half ? { block, element: { ...element, text: half.text, value: half.value } } : { block, element };
}

const MOST_FILES = 10;
/** Bytes of one file (docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
const LARGEST_IN_FORM = 10 * 1024 * 1024;

/** Why Slack's client doesn't take these files into a form, or undefined when it does. */
export function objectionTo({ world }: Desk, element: Element, value: Value): string | undefined {
  if (element.type !== 'file_input') return undefined;
  const files = filesCalled(world, listed(value));
  const { max_files: most = MOST_FILES, filetypes } = element;
  if (files.length > most) return `You can only upload ${most === 1 ? 'one file' : `${most} files`} here`;
  const isRefused = ({ name }: StoredFile) => filetypes !== undefined && !isOfType(name, filetypes);
  const wrong = files.find(isRefused);
  if (wrong) return `${wrong.name} can’t be uploaded here. Only these types of files can: ${filetypes?.join(', ')}`;
  const large = files.find(({ size }) => size > LARGEST_IN_FORM);
  return large && `${large.name} is larger than 10 MB`;
}

const listed = (value: Value): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
