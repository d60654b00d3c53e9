import type { Block, Element, InputValue, InputValues, RichText } from './types.ts';

/** Elements a person can use, with the block they stand in. */
export type Placed = { block: Block; element: Element };

/** Every interactive element, in reading order, also inside containers and cards. */
export const placedElements = (blocks: readonly Block[]): Placed[] =>
  blocks.flatMap((block) => {
    if (block.type === 'container') return placedElements(block.child_blocks ?? []);
    if (block.type === 'carousel') return (block.elements ?? []).flatMap((card) => buttonsOf(card, card.block_id));
    if (block.type === 'card') return buttonsOf(block, block.block_id);
    return elementsOf(block).map((element) => ({ block, element }));
  });

const WITH_ELEMENTS = new Set(['actions', 'context_actions']);

const elementsOf = (block: Block): Element[] =>
  [...(WITH_ELEMENTS.has(block.type) ? (block.elements ?? []) : []), block.accessory, block.element].filter(
    (element) => element !== undefined && element.type !== 'image',
  ) as Element[];

const buttonsOf = ({ actions = [] }: { actions?: Element[] }, block_id = ''): Placed[] =>
  actions.map((element) => ({ block: { type: 'card', block_id, actions }, element }));

/** One element of these blocks, by its ids. */
export const findPlaced = (blocks: readonly Block[], blockId: string, actionId: string) =>
  placedElements(blocks).find(({ block, element }) => block.block_id === blockId && element.action_id === actionId);

/** Elements that only tell of a click: nothing stands in them. */
const STATELESS = new Set(['button', 'overflow', 'workflow_button', 'icon_button', 'feedback_buttons']);

/**
 * What stands in the inputs of `blocks`: what was there under the same block_id and action_id, else the initial value.
 * So a changed initial value is ignored where somebody has typed, as in Slack. `here`: the conversation they are in.
 */
export function valuesFor(blocks: readonly Block[], before: InputValues = {}, here?: string): InputValues {
  const values: InputValues = {};
  for (const { block, element } of placedElements(blocks)) {
    if (STATELESS.has(element.type)) continue;
    const kept = before[block.block_id]?.[element.action_id];
    values[block.block_id] = {
      ...values[block.block_id],
      [element.action_id]: kept?.type === element.type ? kept : initialValue(startingIn(element, here)),
    };
  }
  return values;
}

/** A conversation select may begin with the conversation somebody is in. */
const startingIn = (element: Element, here: string | undefined): Element =>
  here !== undefined && element.default_to_current_conversation
    ? { initial_conversation: here, initial_conversations: [here], ...element }
    : element;

const initialValue = (element: Element): InputValue =>
  answerOf(element.type, {
    value: element.initial_value ?? null,
    selected_option: element.initial_option ?? null,
    selected_options: element.initial_options ?? [],
    selected_date: element.initial_date ?? null,
    selected_time: element.initial_time ?? null,
    selected_date_time: element.initial_date_time ?? null,
    selected_user: element.initial_user ?? null,
    selected_users: element.initial_users ?? [],
    selected_channel: element.initial_channel ?? null,
    selected_channels: element.initial_channels ?? [],
    selected_conversation: element.initial_conversation ?? null,
    selected_conversations: element.initial_conversations ?? [],
    rich_text_value: richTextIn(element),
    files: [],
  });

/** A rich_text_input begins with a rich_text block, every other input with words. */
const richTextIn = ({ initial_value: given }: { initial_value?: unknown }): RichText | null =>
  typeof given === 'object' ? (given as RichText) : null;

/** Under which field the answer of an element type is reported. */
const FIELD: Record<string, keyof InputValue> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  rich_text_input: 'rich_text_value',
  file_input: 'files',
};

/** The same, `value` where the table says nothing. */
export const fieldOf = (type: string): keyof InputValue => FIELD[type] ?? 'value';

const answerOf = (type: string, all: Omit<InputValue, 'type'>): InputValue => {
  const field = fieldOf(type);
  return { type, ...(field !== 'type' && { [field]: all[field] }) };
};

/** The answer that a choice by value, id or text makes; options come from those that were offered. */
export function chosenValue(
  element: Element,
  given: string | readonly string[] | undefined,
  offered: readonly Option[],
): InputValue {
  const field = fieldOf(element.type);
  const several = given === undefined ? [] : typeof given === 'string' ? [given] : [...given];
  const options = () => several.map((value) => optionWith(offered, value, element));
  if (field === 'selected_option') return { type: element.type, selected_option: options()[0] ?? null };
  if (field === 'selected_options') return { type: element.type, selected_options: options() };
  if (field === 'selected_date_time')
    return { type: element.type, selected_date_time: several[0] ? Number(several[0]) : null };
  const isList = element.type.startsWith('multi_');
  return { type: element.type, [field]: isList ? several : several[0] || null };
}

type Option = NonNullable<InputValue['selected_option']>;

function optionWith(offered: readonly Option[], value: string, element: Element): Option {
  const option = offered.find((each) => each.value === value);
  if (!option) throw new Error(`${element.action_id} offers no option "${value}"`);
  return option;
}

/** What Slack itself says beside an input before the app is asked, or undefined when it may be sent. */
export function complaintAbout({ block, element }: Placed, value: InputValue | undefined): string | undefined {
  const answer = value?.[fieldOf(element.type)];
  const empty =
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  if (empty) return block.optional ? undefined : 'Please complete this required field.';
  if (typeof answer !== 'string') return undefined;
  const { min_length, max_length } = element;
  const length = [...answer].length;
  if (min_length !== undefined && length < min_length) return `Must be at least ${min_length} characters long.`;
  if (max_length !== undefined && length > max_length) return `Must be less than ${max_length + 1} characters long.`;
  return complaintAboutForm(element, answer);
}

function complaintAboutForm(element: Element, answer: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return [...answer].length > 3000 ? 'Must be less than 3001 characters long.' : undefined;
    case 'number_input': {
      const number = Number(answer);
      const decimals = element.is_decimal_allowed ?? false;
      if (Number.isNaN(number) || (!decimals && !Number.isInteger(number))) return 'Please enter a valid number.';
      if (element.min_value !== undefined && number < Number(element.min_value))
        return `Must be at least ${element.min_value}.`;
      if (element.max_value !== undefined && number > Number(element.max_value))
        return `Must be at most ${element.max_value}.`;
      return undefined;
    }
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(answer) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(answer) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}
