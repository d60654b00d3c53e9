import type { ActionsBlockElement, InputBlock, SectionBlockAccessory } from '@slack/types';
import { Unknown } from '../blocks/unknown.tsx';
import { Button } from './button.tsx';
import { DatePicker, DateTimePicker, TimePicker } from './date-inputs.tsx';
import { ImageElement } from './image-element.tsx';
import type { Naming } from './naming.ts';
import { Checkboxes, RadioButtons } from './option-lists.tsx';
import { Overflow } from './overflow.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-inputs.tsx';

type AnyElement = ActionsBlockElement | InputBlock['element'] | SectionBlockAccessory;

type Props = { element: AnyElement; blockId: string; naming?: Naming; clearable?: boolean };

/** One interactive element, whichever it is. An element that stands alone is named by its placeholder. */
export function Element({ element, blockId, naming = namingOf(element), clearable = false }: Props) {
  switch (element.type) {
    case 'button':
      return <Button element={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow element={element} blockId={blockId} naming={naming} />;
    case 'image':
      return <ImageElement image={element} className="accessory-image" />;
    case 'radio_buttons':
      return <RadioButtons element={element} blockId={blockId} naming={naming} />;
    case 'checkboxes':
      return <Checkboxes element={element} blockId={blockId} naming={naming} />;
    case 'datepicker':
      return <DatePicker element={element} blockId={blockId} naming={naming} />;
    case 'timepicker':
      return <TimePicker element={element} blockId={blockId} naming={naming} />;
    case 'datetimepicker':
      return <DateTimePicker element={element} blockId={blockId} naming={naming} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput element={element} blockId={blockId} naming={naming} />;
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
      return <Select element={element} blockId={blockId} naming={naming} clearable={clearable} />;
    default:
      return <Unknown kind="element" type={element.type} />;
  }
}

const namingOf = (element: AnyElement): Naming => ({
  'aria-label': ('placeholder' in element && element.placeholder?.text) || SPOKEN[element.type] || 'Choose',
});

const SPOKEN: Readonly<Record<string, string>> = {
  datepicker: 'Day',
  timepicker: 'Time',
  datetimepicker: 'Day and time',
};
