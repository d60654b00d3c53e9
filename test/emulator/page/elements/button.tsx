import type { Button as SlackButton } from '@slack/types';
import { useState } from 'preact/hooks';
import { usePlace } from '../blocks/place.ts';
import { Label } from '../text/text.tsx';

/** A button of a block. While its click is on the way it can't be pressed again. */
export function Button({ element, blockId }: { element: SlackButton; blockId: string }) {
  const place = usePlace();
  const [busy, setBusy] = useState(false);
  const click = async () => {
    setBusy(true);
    await place.act(blockId, element);
    setBusy(false);
  };
  const look = `button ${element.style ?? ''}`;
  if (element.url) {
    return (
      <a class={look} href={element.url} target="_blank" rel="noreferrer" onClick={() => void click()}>
        <Label text={element.text.text} />
      </a>
    );
  }
  return (
    <button
      type="button"
      class={look}
      aria-label={element.accessibility_label}
      aria-busy={busy}
      onClick={() => !busy && void click()}
    >
      <Label text={element.text.text} />
    </button>
  );
}
