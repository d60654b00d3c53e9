import { Chart } from '../chart/chart.tsx';
import type { AnyBlock } from '../contract.ts';
import { Markdown } from '../text/markdown.tsx';
import { RichText } from '../text/rich-text.tsx';
import { ActionsRow } from './actions.tsx';
import { Alert } from './alert.tsx';
import { Card } from './card.tsx';
import { Carousel } from './carousel.tsx';
import { Container } from './container.tsx';
import { Context } from './context.tsx';
import { ContextActions } from './context-actions.tsx';
import { DataTable } from './data-table.tsx';
import { RemoteFile } from './file-block.tsx';
import { Header } from './header.tsx';
import { ImageBlock } from './image-block.tsx';
import { InputField } from './input-field.tsx';
import { Plan } from './plan.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { TaskCard } from './task-card.tsx';
import { Unknown } from './unknown.tsx';
import { Video } from './video.tsx';

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
    case 'alert':
      return <Alert block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return <Carousel block={block} />;
    case 'container':
      return (
        <Container block={block}>
          <Blocks blocks={block.child_blocks} />
        </Container>
      );
    case 'context':
      return <Context block={block} />;
    case 'context_actions':
      return <ContextActions block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
    case 'divider':
      return <hr />;
    case 'file':
      return <RemoteFile block={block} />;
    case 'header':
      return <Header block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'input':
      return <InputField block={block} />;
    case 'markdown':
      return <Markdown source={block.text} />;
    case 'plan':
      return <Plan block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'task_card':
      return <TaskCard block={block} />;
    case 'video':
      return <Video block={block} />;
    default:
      return <Unknown kind="block" type={(block as { type: string }).type} />;
  }
}
