import type { RichTextBlock, RichTextInput as SlackRichTextInput } from '@slack/types';
import { useRef, useState } from 'preact/hooks';
import { usePlace, valueAt } from '../blocks/place.ts';
import { useReading } from '../text/reading.ts';
import { RichText } from '../text/rich-text.tsx';
import { typedOf } from '../text/typed-rich-text.ts';
import { wordsOf } from '../text/words.ts';
import { MARKS, type Mark, marked } from './marks.ts';
import type { ElementProps } from './naming.ts';
import { useDispatch } from './use-dispatch.ts';

type RichTextInputProps = ElementProps<SlackRichTextInput> & { dispatches: boolean };

/** Slack's own, where an element doesn't say. */
const LINES = { least: 1, most: 8 };

/** A field for formatted text: written with Slack's marks, by hand or by the buttons above it, and seen formatted below. */
export function RichTextInput({ element, blockId, naming, dispatches }: RichTextInputProps) {
  const place = usePlace();
  const reading = useReading();
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = valueAt(place, blockId, element)?.rich_text_value as RichTextBlock | null | undefined;
  const value = kept ?? element.initial_value;
  const [first] = useState(value ? typedOf(value, reading) : '');
  const { typed, entered } = useDispatch(element, blockId, dispatches);
  const { min_lines: least = LINES.least, max_lines: most = LINES.most } = element;

  const mark = (how: Mark) => {
    const own = field.current;
    if (!own) return;
    const { text, from, to } = marked(own.value, own.selectionStart, own.selectionEnd, how);
    own.value = text;
    own.setSelectionRange(from, to);
    own.focus();
    typed(text);
  };
  return (
    <div class="rich-text-input">
      <div role="toolbar" class="toolbar" aria-label="Format">
        {MARKS.map((how) => (
          <button
            type="button"
            class="icon small"
            aria-label={how.name}
            title={how.key ? `${how.name} (Ctrl ${how.key.toUpperCase()})` : how.name}
            onClick={() => mark(how)}
          >
            <span class={`mark ${how.look}`} aria-hidden="true">
              {how.face}
            </span>
          </button>
        ))}
      </div>
      <textarea
        ref={field}
        class="input"
        rows={least}
        style={{ '--least-lines': least, '--most-lines': Math.max(least, most) }}
        defaultValue={first}
        placeholder={element.placeholder && wordsOf(element.placeholder)}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          const short = event.ctrlKey || event.metaKey;
          const how = short ? MARKS.find(({ key }) => key === event.key) : undefined;
          if (how) mark(how);
          else if (event.key !== 'Enter' || event.shiftKey || !entered(event.currentTarget.value)) return;
          event.preventDefault();
        }}
        {...naming}
      />
      {value && value.elements.length > 0 && (
        <section class="preview" aria-label="As it will be seen">
          <RichText block={value} />
        </section>
      )}
    </div>
  );
}
