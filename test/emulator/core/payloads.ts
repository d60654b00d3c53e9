import { messageShape } from './message-shape.ts';
import { newResponseUrl, newTrigger } from './passes.ts';
import { organisationOf, theirs } from './people.ts';
import type { World } from './session.ts';
import { asJson, type StoredChannel, type StoredMessage } from './state.ts';
import type { JsonObject } from './types.ts';

/** Who did it, in their own workspace, and for which app: the same in every interaction. */
export function common(world: World, userId: string): JsonObject {
  const { bot } = world.state;
  const person = theirs(world, userId);
  const team = organisationOf(world, person) ?? world.state.team;
  return {
    token: 'emulator',
    team: { id: team.id, domain: team.domain },
    user: { id: userId, username: person.name, name: person.name, team_id: team.id },
    api_app_id: bot.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A pass for a modal; `channel` is where that person is looking. */
export const withTrigger = (world: World, userId: string, channel?: string) => ({
  trigger_id: newTrigger(world, userId, channel),
});

/** What Slack calls a conversation in payloads. */
const channelName = ({ kind, name }: StoredChannel) =>
  ({ public: name, private: 'privategroup', im: 'directmessage', mpim: name })[kind];

/** A conversation as payloads name it. */
export const channelShape = (channel: StoredChannel) => ({ id: channel.id, name: channelName(channel) });

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
    ...withTrigger(world, userId, channel.id),
  };
}

/** docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export const globalShortcut = (world: World, userId: string, callback_id: string): JsonObject => ({
  type: 'shortcut',
  ...common(world, userId),
  ...withTrigger(world, userId),
  callback_id,
  action_ts: world.nextTs(),
});

/** docs.slack.dev/reference/interaction-payloads/message_actions-payload */
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
    ...withTrigger(world, userId, channel.id),
    callback_id,
    action_ts: world.nextTs(),
    message_ts: message.ts,
    channel: channelShape(channel),
    message: asJson(messageShape(world, message)),
    response_url: newResponseUrl(world, { userId, channel: channel.id, ts: message.ts }),
  };
}
