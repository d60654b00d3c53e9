import { Chart } from '../chart/chart.tsx';
import type { AnyBlock } from '../contract.ts';
import { Markdown } from '../text/markdown.tsx';
import { RichText } from '../text/rich-text.tsx';
import { Label } from '../text/text.tsx';
import { ActionsRow } from './actions.tsx';
import { Context } from './context.tsx';
import { ImageBlock } from './image-block.tsx';
import { InputField } from './input-field.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { Unknown } from './unknown.tsx';

/** Blocks under each other, as they stand in a message, a modal or Home. */
export const Blocks = ({ blocks }: { blocks: readonly AnyBlock[] }) => (
  <div class="blocks">
    {blocks.map((block) => (
      <Block key={block.block_id} block={block} />
    ))}
  </div>
);

/** One block, whichever it is; one that this page can't draw is a red box, never nothing. */
function Block({ block }: { block: AnyBlock }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'actions':
      return <ActionsRow block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'header':
      return (
        <h3 class="block-header">
          <Label text={block.text.text} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'input':
      return <InputField block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <Markdown source={block.text} />;
    case 'table':
      return <Table block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
    default:
      return <Unknown kind="block" type={block.type} />;
  }
}
