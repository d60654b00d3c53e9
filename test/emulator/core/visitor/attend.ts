import { upload } from '../files.ts';
import { addReaction, hasReacted, isEmojiName, removeReaction } from '../reactions.ts';
import { findMessage } from '../timeline.ts';
import type { Upload } from '../types.ts';
import { type Desk, tell } from './desk.ts';

/** Puts an emoji under a message, or takes it away where it stands already. */
export function react(desk: Desk, name: string, at: { channel: string; ts: string }): undefined {
  const { world, userId } = desk;
  const emoji = name.replaceAll(':', '');
  const channel = world.state.channels[at.channel];
  const message = findMessage(world, at.channel, at.ts);
  if (!channel?.members.includes(userId) || !message) return tell(desk, 'You are not in this conversation');
  if (channel.archived) return tell(desk, 'This conversation is archived');
  if (!isEmojiName(emoji)) return tell(desk, `There is no emoji :${emoji}:`);
  const change = hasReacted(message, userId, emoji) ? removeReaction : addReaction;
  change(world, message, userId, emoji);
  return undefined;
}

/** A file from somebody's computer; the id it has in Slack. */
export const uploadFrom = ({ world, userId }: Desk, file: Upload): string => upload(world, userId, file).id;

/** What only this person saw doesn't outlive a reload (docs.slack.dev/messaging/sending-and-scheduling-messages). */
export function reload({ world, userId }: Desk) {
  world.ephemerals.delete(userId);
  world.notices.delete(userId);
  world.changed();
}
