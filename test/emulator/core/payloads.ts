import { findPlaced, type Placed, valuesFor } from './inputs.ts';
import { findEphemeral, findMessage, messageShape } from './messages.ts';
import { newResponseUrl, newTrigger } from './passes.ts';
import { theirs } from './people.ts';
import type { World } from './session.ts';
import { asJson, messageKey, type StoredChannel, type StoredMessage, type StoredView } from './state.ts';
import type { Container, InputValue, JsonObject } from './types.ts';
import { viewShape } from './views.ts';

/** Who did it, in which workspace and for which app: the same in every interaction. */
function common(world: World, userId: string): JsonObject {
  const { team, bot } = world.state;
  const person = theirs(world, userId);
  return {
    token: 'emulator',
    team: { id: team.id, domain: team.domain },
    user: { id: userId, username: person.name, name: person.name, team_id: person.team_id ?? team.id },
    api_app_id: bot.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

const withTrigger = (world: World, userId: string) => ({ trigger_id: newTrigger(world, userId) });

/** What Slack calls a conversation in payloads. */
const channelName = ({ kind, name }: StoredChannel) =>
  ({ public: name, private: 'privategroup', im: 'directmessage', mpim: name })[kind];

const channelShape = (channel: StoredChannel) => ({ id: channel.id, name: channelName(channel) });

/** docs.slack.dev/interactivity/implementing-slash-commands */
export function slashCommand(
  world: World,
  userId: string,
  channel: StoredChannel,
  command: string,
  text: string,
): JsonObject {
  const { team, bot } = world.state;
  return {
    token: 'emulator',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: userId,
    user_name: theirs(world, userId).name,
    command,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, { userId, channel: channel.id, ts: undefined }),
    ...withTrigger(world, userId),
  };
}

export const globalShortcut = (world: World, userId: string, callback_id: string): JsonObject => ({
  type: 'shortcut',
  ...common(world, userId),
  ...withTrigger(world, userId),
  callback_id,
  action_ts: world.nextTs(),
});

export function messageShortcut(
  world: World,
  userId: string,
  callback_id: string,
  channel: StoredChannel,
  message: StoredMessage,
): JsonObject {
  return {
    type: 'message_action',
    ...common(world, userId),
    ...withTrigger(world, userId),
    callback_id,
    action_ts: world.nextTs(),
    message_ts: message.ts,
    channel: channelShape(channel),
    message: asJson(messageShape(world, message)),
    response_url: newResponseUrl(world, { userId, channel: channel.id, ts: message.ts }),
  };
}

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

export const blocksOf = (seen: Seen) => (seen.kind === 'view' ? seen.view.blocks : seen.message.blocks);

export const placedIn = (seen: Seen, blockId: string, actionId: string) =>
  findPlaced(blocksOf(seen), blockId, actionId);

/** What stands in the inputs of a view, or of a message as this person has filled it. */
export function valuesIn(world: World, userId: string, seen: Seen) {
  if (seen.kind === 'view') return seen.view.values;
  const key = messageKey(userId, seen.channel.id, seen.message.ts);
  return valuesFor(seen.message.blocks, world.state.chosen[key]);
}

function place(world: World, userId: string, seen: Seen): JsonObject {
  if (seen.kind === 'view')
    return { container: { type: 'view', view_id: seen.view.id }, view: asJson(viewShape(world, seen.view)) };
  const { channel, message, ephemeral } = seen;
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral },
    channel: channelShape(channel),
    state: { values: asJson(valuesIn(world, userId, seen)) },
    ...(!ephemeral && { message: asJson(messageShape(world, message)) }),
  };
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
    ...withTrigger(world, userId),
    ...place(world, userId, seen),
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
  ...place(world, userId, seen),
  action_id: element.action_id,
  block_id: block.block_id,
  value,
});

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const viewSubmission = (world: World, view: StoredView): JsonObject => ({
  type: 'view_submission',
  ...common(world, view.userId),
  ...withTrigger(world, view.userId),
  view: asJson(viewShape(world, view)),
  response_urls: [],
});

export const viewClosed = (world: World, view: StoredView, isCleared: boolean): JsonObject => ({
  type: 'view_closed',
  ...common(world, view.userId),
  view: asJson(viewShape(world, view)),
  is_cleared: isCleared,
});
