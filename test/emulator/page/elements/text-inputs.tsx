import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { usePlace, valueAt } from '../blocks/place.ts';
import { wordsOf } from '../text/words.ts';
import { Counter } from './counter.tsx';
import type { ElementProps } from './naming.ts';
import { numberAttributes, stepped } from './number-input.ts';
import { useDispatch } from './use-dispatch.ts';

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;
type TextInputProps = ElementProps<TextElement> & { dispatches: boolean };

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
export function TextInput({ element, blockId, naming, dispatches }: TextInputProps) {
  const place = usePlace();
  const [first] = useState(valueAt(place, blockId, element)?.value ?? element.initial_value ?? '');
  const [length, setLength] = useState([...first].length);
  const { typed, entered } = useDispatch(element, blockId, dispatches);
  const take = (value: string) => {
    setLength([...value].length);
    typed(value);
  };
  const several = element.type === 'plain_text_input' && element.multiline === true;
  const shared = {
    class: 'input',
    defaultValue: first,
    placeholder: element.placeholder && wordsOf(element.placeholder),
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => take(value),
    onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
      const { key, shiftKey, currentTarget: field } = event;
      const next = element.type === 'number_input' ? stepped(key, field.value, element) : undefined;
      if (next !== undefined) {
        field.value = next;
        take(next);
      }
      const forApp = key === 'Enter' && !shiftKey && entered(field.value);
      if (forApp || next !== undefined) event.preventDefault();
    },
    ...naming,
  };
  return (
    <div class="text-input">
      {several ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input
          type="text"
          inputMode={KEYBOARDS[element.type]}
          {...shared}
          {...(element.type === 'number_input' && numberAttributes(element))}
        />
      )}
      {element.type === 'plain_text_input' && <Counter length={length} {...limitsOf(element)} />}
    </div>
  );
}

const limitsOf = ({ min_length: least = 0, max_length: most }: PlainTextInput) => ({ least, most });
