import type { ContextBlock } from '@slack/types';
import { ImageElement } from '../elements/image-element.tsx';
import { Text } from '../text/text.tsx';

/** Small print: texts and little pictures in a line. */
export const Context = ({ block }: { block: ContextBlock }) => (
  <div class="context">
    {block.elements.map((element) =>
      element.type === 'image' ? <ImageElement image={element} className="context-image" /> : <Text of={element} />,
    )}
  </div>
);
