import { type Placed, placedElements } from './inputs.ts';
import { messageShape } from './message-shape.ts';
import { newResponseUrl } from './passes.ts';
import { channelShape, common, withTrigger } from './payloads.ts';
import { type Seen, valuesIn } from './seen.ts';
import type { World } from './session.ts';
import { asJson, type StoredMessage, type StoredView } from './state.ts';
import type { Block, InputValue, JsonObject } from './types.ts';
import { viewShape } from './views.ts';

function place(world: World, userId: string, seen: Seen, block: Block): JsonObject {
  if (seen.kind === 'view')
    return { container: { type: 'view', view_id: seen.view.id }, view: asJson(viewShape(world, seen.view)) };
  const { channel, message, ephemeral } = seen;
  return {
    container: {
      ...inside(message, block),
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: channelShape(channel),
    state: { values: asJson(valuesIn(world, userId, seen)) },
    ...(!ephemeral && { message: asJson(messageShape(world, message)) }),
  };
}

/** A message itself, or one of its attachments. */
function inside({ attachments = [] }: StoredMessage, block: Block): JsonObject {
  const among = attachments.find(({ blocks = [] }) => blocks.some(({ block_id }) => block_id === block.block_id));
  return among ? { type: 'message_attachment', attachment_id: among.id, is_app_unfurl: false } : { type: 'message' };
}

/** docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function blockActions(
  world: World,
  userId: string,
  seen: Seen,
  { block, element }: Placed,
  answer?: InputValue,
): JsonObject {
  const { type, action_id, text, value, style, url, placeholder } = element;
  const action = {
    type,
    block_id: block.block_id,
    action_id,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...(url && { url }),
    ...(placeholder && { placeholder }),
    ...answer,
    action_ts: world.nextTs(),
  };
  const ts = seen.kind === 'message' ? seen.message.ts : undefined;
  return {
    type: 'block_actions',
    ...common(world, userId),
    ...withTrigger(world, userId, seen.kind === 'view' ? seen.view.openedIn : seen.channel.id),
    ...place(world, userId, seen, block),
    actions: [asJson(action)],
    ...(seen.kind === 'message' && {
      response_url: newResponseUrl(world, { userId, channel: seen.channel.id, ts }),
    }),
  };
}

/** docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export const blockSuggestion = (
  world: World,
  userId: string,
  seen: Seen,
  { block, element }: Placed,
  value: string,
): JsonObject => ({
  type: 'block_suggestion',
  ...common(world, userId),
  ...place(world, userId, seen, block),
  action_id: element.action_id,
  block_id: block.block_id,
  value,
});

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const viewSubmission = (world: World, view: StoredView): JsonObject => ({
  type: 'view_submission',
  ...common(world, view.userId),
  ...withTrigger(world, view.userId, view.openedIn),
  view: asJson(viewShape(world, view)),
  response_urls: responseUrls(world, view),
});

/** Where a form asks for a conversation to answer in. */
const responseUrls = (world: World, { blocks, values, userId }: StoredView): JsonObject[] =>
  placedElements(blocks)
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ block: { block_id }, element: { action_id } }) => {
      const { selected_conversation, selected_channel } = values[block_id]?.[action_id] ?? {};
      const channel = selected_conversation ?? selected_channel;
      if (!channel) return [];
      return [
        {
          block_id,
          action_id,
          channel_id: channel,
          response_url: newResponseUrl(world, { userId, channel, ts: undefined }),
        },
      ];
    });

/** The same page; `isCleared`: all of a stack was closed at once. */
export const viewClosed = (world: World, view: StoredView, isCleared: boolean): JsonObject => ({
  type: 'view_closed',
  ...common(world, view.userId),
  view: asJson(viewShape(world, view)),
  is_cleared: isCleared,
});
