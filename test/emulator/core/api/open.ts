import type { ConversationsOpenArguments, ConversationsOpenResponse } from '@slack/web-api';
import { appDm } from '../channels.ts';
import { directMessages, makeDirectMessages } from '../direct-messages.ts';
import type { World } from '../session.ts';
import type { StoredChannel } from '../state.ts';
import { channelShape } from './channel-shape.ts';
import { isMember, knownConversation } from './conversation.ts';
import { type Given, method, needScope, Refused } from './method.ts';

/** People besides the app. */
const MOST_PEOPLE = 8;

type Args = Given<ConversationsOpenArguments>;

/** docs.slack.dev/reference/methods/conversations.open */
export const open = method<ConversationsOpenArguments, ConversationsOpenResponse>(
  ['im:write', 'mpim:write'],
  (world, args) => {
    if (args.channel) return answer(world, args, resumed(world, args.channel), true);
    const people = peopleAsked(world, args.users);
    needScope(world, people.length > 1 ? 'mpim:write' : 'im:write');
    const members = [...people, world.state.bot.id];
    const known = directMessages(world, members);
    if (known) return answer(world, args, known, true);
    if (args.prevent_creation === true) throw new Refused('channel_not_found');
    const [only = ''] = people;
    return answer(world, args, people.length > 1 ? makeDirectMessages(world, members) : appDm(world, only), false);
  },
);

/** By its id a conversation can be opened that the app is in already. */
function resumed(world: World, id: unknown): StoredChannel {
  const channel = knownConversation(world, id);
  if (channel.kind === 'public' || channel.kind === 'private')
    throw new Refused('method_not_supported_for_channel_type');
  if (!isMember(world, channel)) throw new Refused('channel_not_found');
  return channel;
}

function peopleAsked(world: World, users: unknown): string[] {
  const ids = [...new Set(String(users ?? '').split(','))].map((id) => id.trim()).filter((id) => id !== '');
  if (ids.length === 0) throw new Refused('users_list_not_supplied');
  if (ids.length > MOST_PEOPLE) throw new Refused('too_many_users');
  for (const id of ids) checkPerson(world, id);
  return ids;
}

function checkPerson(world: World, id: string) {
  const person = world.state.people[id];
  if (!person) throw new Refused('user_not_found');
  if (person.is_bot || id === 'USLACKBOT') throw new Refused('cannot_dm_bot');
  if (person.deleted) throw new Refused('user_disabled');
  if (person.is_stranger) throw new Refused('user_not_visible');
}

const answer = (world: World, { return_im }: Args, channel: StoredChannel, wasOpen: boolean) => ({
  ...(wasOpen && return_im === true && { no_op: true, already_open: true }),
  channel: return_im === true ? channelShape(world, channel) : { id: channel.id },
});
