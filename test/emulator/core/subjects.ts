import type { World } from './session.ts';
import type { JsonObject } from './types.ts';

/** Whether a call with these arguments is about a conversation or a person; direct messages are about who reads them. */
export function isAbout(world: World, args: JsonObject, id: string): boolean {
  const listed = (name: string) => String(args[name] ?? '').split(',');
  const conversations = ['channel', 'channels'].flatMap(listed).map((id) => conversationOf(world, id));
  const people = ['user', 'users', 'user_id'].flatMap(listed);
  const behind = [world.triggers.get(String(args.trigger_id)), world.state.views[String(args.view_id)]];
  return (
    [...conversations, ...people, ...behind.map((each) => each?.userId)].includes(id) ||
    conversations.includes(conversationOf(world, id))
  );
}

/** One name for a conversation with the app, whether it is called by its own id or by the person's. */
export function conversationOf(world: World, id: string): string {
  const channel = world.state.channels[id];
  const reader = channel?.kind === 'im' ? channel.members.find((member) => member !== world.state.bot.id) : undefined;
  return reader ?? id;
}
