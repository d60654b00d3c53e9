import type { SectionBlock } from '@slack/types';
import type { AnyBlock } from './blocks.ts';
import { fieldOf } from './modal.ts';

/** The open form with something said below a field; what was said there before goes. Slack keeps all that was typed. */
export const saidBelow = (blocks: readonly AnyBlock[], field: string, says: SectionBlock): AnyBlock[] =>
  blocks.flatMap((block) => {
    const id = 'block_id' in block ? (block.block_id ?? '') : '';
    if (fieldOf(id) === fieldOf(says.block_id ?? '')) return [];
    return fieldOf(id) === field ? [block, says] : [block];
  });
