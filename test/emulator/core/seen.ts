import { findPlaced, valuesFor } from './inputs.ts';
import type { World } from './session.ts';
import { messageKey, type StoredChannel, type StoredMessage, type StoredView } from './state.ts';
import { findEphemeral, findMessage } from './timeline.ts';
import type { Block, Container } from './types.ts';

/** What somebody sees that can be clicked on: a message, also an ephemeral one, or a view. */
export type Seen =
  | { kind: 'message'; message: StoredMessage; channel: StoredChannel; ephemeral: boolean }
  | { kind: 'view'; view: StoredView };

/** What a container holds for this person, or undefined when it is gone or not theirs. */
export function seenIn(world: World, userId: string, container: Container): Seen | undefined {
  if (container.kind === 'view') {
    const view = world.state.views[container.viewId];
    return view?.userId === userId ? { kind: 'view', view } : undefined;
  }
  const channel = world.state.channels[container.channel];
  const own = findEphemeral(world, userId, container.ts);
  const message = own ?? findMessage(world, container.channel, container.ts);
  return channel && message && { kind: 'message', message, channel, ephemeral: own !== undefined };
}

/** All that can be clicked on there, those of a message's attachments last. */
export const blocksOf = (seen: Seen): Block[] =>
  seen.kind === 'view'
    ? seen.view.blocks
    : [...seen.message.blocks, ...(seen.message.attachments ?? []).flatMap(({ blocks = [] }) => blocks)];

/** One element there, by its ids. */
export const placedIn = (seen: Seen, blockId: string, actionId: string) =>
  findPlaced(blocksOf(seen), blockId, actionId);

/** What stands in the inputs of a view, or of a message as this person has filled it. */
export function valuesIn(world: World, userId: string, seen: Seen) {
  if (seen.kind === 'view') return seen.view.values;
  const key = messageKey(userId, seen.channel.id, seen.message.ts);
  return valuesFor(blocksOf(seen), world.state.chosen[key], seen.channel.id);
}
