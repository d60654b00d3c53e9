import { fileShape, filesCalled } from './files.ts';
import type { World } from './session.ts';
import type { StoredMessage } from './state.ts';
import { findMessage, repliesTo } from './timeline.ts';

/** A message as the Web API and events show it; metadata only where asked for. */
export function messageShape(world: World, message: StoredMessage, withMetadata = true) {
  const { bot } = world.state;
  const team = teamOf(world, message.user);
  const files = filesCalled(world, message.files);
  return {
    type: 'message',
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    ...(message.subtype && { subtype: message.subtype }),
    ...(message.subtype === 'tombstone' && { hidden: true }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team,
    ...(team !== world.state.team.id && { user_team: team, source_team: team }),
    ...(message.byApp && {
      bot_id: bot.botId,
      app_id: bot.appId,
      bot_profile: { id: bot.botId, app_id: bot.appId, name: bot.name, team_id: team, deleted: false },
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments && message.attachments.length > 0 && { attachments: message.attachments }),
    ...(files.length > 0 && {
      files: files.map((file) => fileShape(world, file)),
      upload: message.byApp,
      display_as_bot: false,
    }),
    ...(message.metadata && withMetadata && { metadata: message.metadata }),
    ...(message.editedTs && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.reactions && message.reactions.length > 0 && { reactions: reactionShapes(message) }),
    ...threadOf(world, message),
  };
}

/** The same as an event tells it when it is new: files make it a message of another kind. */
export function newMessageShape(world: World, message: StoredMessage) {
  const shape = messageShape(world, message);
  return message.files?.length ? { ...shape, subtype: 'file_share' } : shape;
}

const reactionShapes = ({ reactions = [] }: StoredMessage) =>
  reactions.map(({ name, users }) => ({ name, users, count: users.length }));

const teamOf = ({ state }: World, userId: string): string => state.people[userId]?.team_id ?? state.team.id;

/** Where a message stands in its thread: as an answer, or as the one that was answered. */
function threadOf(world: World, message: StoredMessage) {
  if (message.threadTs)
    return {
      thread_ts: message.threadTs,
      parent_user_id: findMessage(world, message.channel, message.threadTs)?.user,
    };
  const replies = repliesTo(world, message);
  if (replies.length === 0) return {};
  const writers = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: writers.length,
    reply_users: writers,
    latest_reply: replies.at(-1)?.ts,
  };
}
