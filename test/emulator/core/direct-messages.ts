import type { World } from './session.ts';
import { type StoredChannel, storedChannel } from './state.ts';

/** The id of somebody's DM with the app, where it was made at first need. */
export const usualDm = (userId: string): string => `D0${userId.replace(/^[UW]/, '')}`;

/** Remembers whose DM with the app this is, if it is one that isn't called after its person. */
export function noteDm({ state, oddDms }: World, { id, kind, members }: StoredChannel) {
  const [person, ...others] = members.filter((member) => member !== state.bot.id);
  const isDm = kind === 'im' && members.length === 2 && person !== undefined && others.length === 0;
  if (isDm && id !== usualDm(person)) oddDms.set(person, id);
}

/** The conversation of exactly these people, if there is one. */
export const directMessages = (world: World, members: readonly string[]): StoredChannel | undefined =>
  Object.values(world.state.channels).find(
    (channel) =>
      (channel.kind === 'im' || channel.kind === 'mpim') &&
      channel.members.length === members.length &&
      members.every((id) => channel.members.includes(id)),
  );

/** A new conversation of two people, or of more. */
export function makeDirectMessages(world: World, members: string[]): StoredChannel {
  const kind = members.length > 2 ? 'mpim' : 'im';
  const id = world.nextId(kind === 'im' ? 'D' : 'G');
  const handles = members.map((member) => world.state.people[member]?.name ?? member);
  const name = kind === 'im' ? '' : `mpdm-${handles.join('--')}-1`;
  const created = Math.floor(world.now().getTime() / 1000);
  const channel = storedChannel({ id, name, kind, members }, world.state.bot.id, created);
  world.state.channels[id] = channel;
  world.changed();
  return channel;
}
