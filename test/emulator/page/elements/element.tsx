import type { ActionsBlockElement, InputBlock, SectionBlockAccessory } from '@slack/types';
import { Unknown } from '../blocks/unknown.tsx';
import { wordsOf } from '../text/words.ts';
import { Button } from './button.tsx';
import { DatePicker, DateTimePicker, TimePicker } from './date-inputs.tsx';
import { FileInput } from './file-input.tsx';
import { ImageElement } from './image-element.tsx';
import type { Naming } from './naming.ts';
import { Checkboxes, RadioButtons } from './option-lists.tsx';
import { Overflow } from './overflow.tsx';
import { RichTextInput } from './rich-text-input.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-inputs.tsx';

type AnyElement = ActionsBlockElement | InputBlock['element'] | SectionBlockAccessory;

type ElementProps = {
  element: AnyElement;
  blockId: string;
  naming?: Naming;
  /** May be emptied again. */
  clearable?: boolean;
  /** The app hears of it at once, and not only when the form is sent. */
  dispatches?: boolean;
};

/** One interactive element, whichever it is. An element that stands alone is named by its placeholder. */
export function Element({ element, blockId, naming, clearable = false, dispatches = true }: ElementProps) {
  const named = { ...(naming ?? namingOf(element)), ...focusOf(element) };
  const shared = { blockId, naming: named };
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <Button element={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow element={element} {...shared} />;
    case 'image':
      return <ImageElement image={element} className="accessory-image" />;
    case 'radio_buttons':
      return <RadioButtons element={element} {...shared} />;
    case 'checkboxes':
      return <Checkboxes element={element} {...shared} />;
    case 'datepicker':
      return <DatePicker element={element} {...shared} clearable={clearable} />;
    case 'timepicker':
      return <TimePicker element={element} {...shared} clearable={clearable} />;
    case 'datetimepicker':
      return <DateTimePicker element={element} {...shared} clearable={clearable} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput element={element} {...shared} dispatches={dispatches} />;
    case 'rich_text_input':
      return <RichTextInput element={element} {...shared} dispatches={dispatches} />;
    case 'file_input':
      return <FileInput element={element} {...shared} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <Select element={element} {...shared} clearable={clearable} />;
    default:
      return <Unknown kind="element" type={(element as { type: string }).type} />;
  }
}

const namingOf = (element: AnyElement): Naming => ({
  'aria-label':
    ('placeholder' in element && element.placeholder && wordsOf(element.placeholder)) ||
    (SPOKEN[element.type] ?? 'Choose'),
});

const focusOf = (element: AnyElement): Naming =>
  'focus_on_load' in element && element.focus_on_load ? { 'data-focus-on-load': true } : {};

const SPOKEN: Readonly<Record<string, string>> = {
  datepicker: 'Day',
  timepicker: 'Time',
  datetimepicker: 'Day and time',
  rich_text_input: 'Text',
};
