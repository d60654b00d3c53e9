import { appDm, canBeMessaged } from '../channels.ts';
import { directMessages } from '../direct-messages.ts';
import type { World } from '../session.ts';
import type { StoredChannel } from '../state.ts';
import { grantedScopes, missing, needScope, Refused } from './method.ts';

const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const;
const HISTORY = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;

/** Any of these lets an app ask about conversations of one kind. */
export const READ_SCOPES = Object.values(READ);
/** Any of these lets an app read what is said in conversations of one kind. */
export const HISTORY_SCOPES = Object.values(HISTORY);

/** A conversation that the app may know about; private ones only where it is a member. */
export function knownConversation(world: World, id: unknown): StoredChannel {
  if (id === undefined || id === '') throw missing('channel');
  const channel = world.state.channels[String(id)];
  const visible = channel && (channel.kind === 'public' || isMember(world, channel));
  if (!visible) throw new Refused('channel_not_found');
  return channel;
}

/** A conversation that the app may ask about, by its kind’s scope. */
export function readableConversation(world: World, id: unknown): StoredChannel {
  const channel = knownConversation(world, id);
  needScope(world, READ[channel.kind]);
  return channel;
}

/** A conversation whose messages the app may read: it must be a member. */
export function historyOf(world: World, id: unknown): StoredChannel {
  const channel = knownConversation(world, id);
  needScope(world, HISTORY[channel.kind]);
  if (!isMember(world, channel)) throw new Refused('not_in_channel');
  return channel;
}

/** Where the app may post: by id, by `#name`, or by a user's id, which opens the direct messages with them. */
export function postable(world: World, id: unknown): StoredChannel {
  const channel = /^[UW]/.test(String(id)) ? dmWith(world, String(id)) : knownConversation(world, idCalled(world, id));
  if (channel.archived) throw new Refused('is_archived');
  if (channel.kind === 'im' && world.manifest.features?.app_home?.messages_tab_enabled === false)
    throw new Refused('messages_tab_disabled');
  const mayUninvited = channel.kind === 'public' && grantedScopes(world).includes('chat:write.public');
  if (!isMember(world, channel) && !mayUninvited) throw new Refused('not_in_channel');
  return channel;
}

/** What is no id may be a channel's name, with or without #. */
function idCalled(world: World, given: unknown): unknown {
  if (typeof given !== 'string' || given === '' || Object.hasOwn(world.state.channels, given)) return given;
  const name = given.replace(/^#/, '');
  return Object.values(world.state.channels).find((channel) => channel.name === name)?.id ?? given;
}

function dmWith(world: World, userId: string): StoredChannel {
  const person = world.state.people[userId];
  if (person?.is_bot || userId === 'USLACKBOT') throw new Refused('cannot_dm_bot');
  if (canBeMessaged(person)) return appDm(world, userId);
  // Somebody who left can still be written to where they once were (github.com/slackapi/python-slack-sdk/issues/1156).
  const old = directMessages(world, [userId, world.state.bot.id]);
  if (!old) throw new Refused('channel_not_found');
  return old;
}

/** Whether the app is in a conversation. */
export const isMember = (world: World, { members }: StoredChannel) => members.includes(world.state.bot.id);
