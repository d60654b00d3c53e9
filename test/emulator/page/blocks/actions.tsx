import type { ActionsBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';

/** A row of buttons and menus. */
export const ActionsRow = ({ block: { block_id: blockId = '', elements } }: { block: ActionsBlock }) => (
  <div class="actions">
    {elements.map((element, at) => (
      <Element key={element.action_id ?? at} element={element} blockId={blockId} />
    ))}
  </div>
);
