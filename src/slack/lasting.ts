import { createHash } from 'node:crypto';
import type { AnyBlock } from './blocks.ts';

/**
 * Gives blocks ids that last as long as what they show: published anew, a block that hasn't changed is the same block.
 * Without one Slack makes up an id each time, and a click on a button that is just being replaced is lost. By content,
 * not by place: a click meant for one row must never reach the row that has moved there.
 */
export function lasting(blocks: readonly AnyBlock[]): AnyBlock[] {
  const times = new Map<string, number>();
  return blocks.map((block) => {
    const shown = createHash('sha256').update(JSON.stringify(block)).digest('hex').slice(0, 32);
    const time = (times.get(shown) ?? 0) + 1;
    times.set(shown, time);
    return { ...block, block_id: `${shown}.${time}` };
  });
}
