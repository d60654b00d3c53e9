import type { World } from './session.ts';
import type { Block, Element } from './types.ts';

/** Blocks as Slack stores them: each with a block_id and each element with an action_id, also those inside others. */
export const withIds = (world: World, blocks: Block[]): Block[] =>
  blocks.map((block) => ({
    ...block,
    block_id: block.block_id || world.nextId('b'),
    ...(block.elements && { elements: block.elements.map((element) => withActionId(world, element)) }),
    ...(block.actions && { actions: block.actions.map((element) => withActionId(world, element)) }),
    ...(block.element && { element: withActionId(world, block.element) }),
    ...(block.accessory && { accessory: withActionId(world, block.accessory) }),
    ...(block.child_blocks && { child_blocks: withIds(world, block.child_blocks) }),
  }));

const WITHOUT_ACTION = /^(image|plain_text|mrkdwn|rich_text_\w+(?<!_input))$/;

function withActionId(world: World, element: Element): Element {
  if (element.type === 'card') return cardWithIds(world, element);
  if (WITHOUT_ACTION.test(element.type) || element.action_id) return element;
  return { ...element, action_id: world.nextId('a') };
}

/** The cards of a carousel are blocks of their own. */
const cardWithIds = (world: World, card: Element): Element => ({
  ...card,
  block_id: card.block_id || world.nextId('b'),
  ...(card.actions && { actions: card.actions.map((button) => withActionId(world, button)) }),
});
