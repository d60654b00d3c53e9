import type { FeedbackButtons as SlackFeedbackButtons } from '@slack/types';
import { useState } from 'preact/hooks';
import { usePlace } from '../blocks/place.ts';
import { wordsOf } from '../text/words.ts';
import { Outline } from './outline.tsx';

/** A thumb up and a thumb down; the one that was pressed last stays pressed. */
export function FeedbackButtons({ element, blockId }: { element: SlackFeedbackButtons; blockId: string }) {
  const place = usePlace();
  const [given, setGiven] = useState<string | undefined>();
  const thumbs = [
    { ...element.positive_button, outline: 'thumb-up' as const },
    { ...element.negative_button, outline: 'thumb-down' as const },
  ];
  const press = async (value: string) => {
    const before = given;
    setGiven(value);
    if (!(await place.act(blockId, element, value))) setGiven(before);
  };
  return thumbs.map(({ text, value, accessibility_label: spoken, outline }) => (
    <button
      type="button"
      class="icon small thumb"
      aria-label={spoken ?? wordsOf(text)}
      title={wordsOf(text)}
      aria-pressed={given === value}
      onClick={() => void press(value)}
    >
      <Outline of={outline} />
    </button>
  ));
}
