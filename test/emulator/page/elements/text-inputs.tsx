import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { useState } from 'preact/hooks';
import { usePlace, valueAt } from '../blocks/place.ts';
import type { ElementProps } from './naming.ts';

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;

/** Which keyboard a phone shows. What is well formed, Slack decides and says itself. */
const KEYBOARDS = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const;

/**
 * A field to type in. It isn't fed back from the server while it stands: what was typed stays under the same block_id
 * and action_id, as in Slack.
 */
export function TextInput({ element, blockId, naming }: ElementProps<TextElement>) {
  const place = usePlace();
  const [first] = useState(valueAt(place, blockId, element)?.value ?? element.initial_value ?? '');
  const [length, setLength] = useState([...first].length);
  const isPlain = element.type === 'plain_text_input';
  const most = isPlain ? element.max_length : undefined;
  const shared = {
    class: 'input',
    defaultValue: first,
    placeholder: element.placeholder?.text,
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setLength([...value].length);
      place.type(blockId, element, value);
    },
    ...naming,
  };
  return (
    <div class="text-input">
      {isPlain && element.multiline ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input type="text" inputMode={KEYBOARDS[element.type]} {...shared} />
      )}
      {most !== undefined && <Counter left={most - length} />}
    </div>
  );
}

/** How many characters are left; red once there are too many. */
const Counter = ({ left }: { left: number }) => (
  <small class={left < 0 ? 'counter over' : 'counter'} aria-live={left < 20 ? 'polite' : 'off'}>
    {left}
    <span class="unseen"> characters left</span>
  </small>
);
