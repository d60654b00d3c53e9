import type { World } from './session.ts';
import type { StoredMessage } from './state.ts';

const EMOJI_NAME = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;

/** Whether an emoji may be called so; which ones there are is up to each workspace. */
export const isEmojiName = (name: string): boolean => EMOJI_NAME.test(name);

/** Whether somebody has put this emoji under a message. */
export const hasReacted = ({ reactions = [] }: StoredMessage, userId: string, name: string): boolean =>
  reactions.some((each) => each.name === name && each.users.includes(userId));

/** Puts somebody's emoji under a message. */
export function addReaction(world: World, message: StoredMessage, userId: string, name: string) {
  const reactions = message.reactions ?? [];
  message.reactions = reactions.some((each) => each.name === name)
    ? reactions.map((each) => (each.name === name ? { name, users: [...each.users, userId] } : each))
    : [...reactions, { name, users: [userId] }];
  tell(world, 'reaction_added', message, userId, name);
}

/** Takes it away again; the emoji disappears with its last person. */
export function removeReaction(world: World, message: StoredMessage, userId: string, name: string) {
  message.reactions = (message.reactions ?? [])
    .map((each) => (each.name === name ? { ...each, users: each.users.filter((id) => id !== userId) } : each))
    .filter(({ users }) => users.length > 0);
  tell(world, 'reaction_removed', message, userId, name);
}

/** The app hears of it where it is a member. */
function tell(world: World, type: string, { channel, ts, user }: StoredMessage, userId: string, reaction: string) {
  world.changed();
  if (!world.state.channels[channel]?.members.includes(world.state.bot.id)) return;
  world.emit({
    event: {
      type,
      user: userId,
      reaction,
      item: { type: 'message', channel, ts },
      item_user: user,
      event_ts: world.nextTs(),
    },
  });
}
