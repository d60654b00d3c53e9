import type { IconButton as SlackIconButton } from '@slack/types';
import { usePlace } from '../blocks/place.ts';
import { Unknown } from '../blocks/unknown.tsx';
import { useReading } from '../text/reading.ts';
import { wordsOf } from '../text/words.ts';
import { Outline } from './outline.tsx';
import { useBusy } from './use-busy.ts';

/** A button that is a little picture; Slack has one of a bin so far. Some are there for certain people only. */
export function IconButton({ element, blockId }: { element: SlackIconButton; blockId: string }) {
  const place = usePlace();
  const { me } = useReading();
  const { busy, once } = useBusy();
  const { icon, text, accessibility_label: spoken, visible_to_user_ids: only } = element;
  if (only && !only.includes(me)) return null;
  if (icon !== 'trash') return <Unknown kind="icon" type={icon} />;
  return (
    <button
      type="button"
      class="icon small"
      aria-label={spoken ?? wordsOf(text)}
      title={wordsOf(text)}
      aria-busy={busy}
      onClick={() => once(() => place.act(blockId, element))}
    >
      <Outline of={icon} />
    </button>
  );
}
