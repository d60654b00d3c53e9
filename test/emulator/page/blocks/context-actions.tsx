import type { ContextActionsBlock } from '@slack/types';
import { FeedbackButtons } from '../elements/feedback-buttons.tsx';
import { IconButton } from '../elements/icon-button.tsx';
import { Unknown } from './unknown.tsx';

type Element = ContextActionsBlock['elements'][number];

/** Small buttons under what somebody reads: thumbs, and icons. */
export const ContextActions = ({ block: { block_id: blockId = '', elements } }: { block: ContextActionsBlock }) => (
  <div class="context-actions">
    {elements.map((element, at) => (
      <Small key={element.action_id ?? at} element={element} blockId={blockId} />
    ))}
  </div>
);

function Small({ element, blockId }: { element: Element; blockId: string }) {
  switch (element.type) {
    case 'feedback_buttons':
      return <FeedbackButtons element={element} blockId={blockId} />;
    case 'icon_button':
      return <IconButton element={element} blockId={blockId} />;
    default:
      return <Unknown kind="element" type={(element as { type: string }).type} />;
  }
}
