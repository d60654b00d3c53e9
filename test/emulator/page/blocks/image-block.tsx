import type { ImageBlock as SlackImageBlock } from '@slack/types';
import { ImageElement } from '../elements/image-element.tsx';
import { Label } from '../text/text.tsx';

/** A picture as wide as the message, with its title above it. */
export const ImageBlock = ({ block }: { block: SlackImageBlock }) => (
  <figure>
    {block.title && (
      <figcaption>
        <Label text={block.title} />
      </figcaption>
    )}
    <ImageElement image={block} className="block-image" />
  </figure>
);
