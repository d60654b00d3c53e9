import { appDm } from '../channels.ts';
import type { Ack } from '../delivery/deliver.ts';
import { findMessage, post } from '../messages.ts';
import { globalShortcut, messageShortcut, slashCommand } from '../payloads.ts';
import { isExternal, theirs } from '../people.ts';
import { respondInAck } from '../respond.ts';
import { notice, type World } from '../session.ts';
import type { StoredChannel } from '../state.ts';
import { homeOf, viewShape } from '../views.ts';
import { type Desk, interact } from './desk.ts';

/** What somebody types and sends: a slash command or a message. Undefined when the app wasn't asked. */
export async function type(
  desk: Desk,
  text: string,
  where: { in?: string; threadTs?: string },
): Promise<Ack | undefined> {
  const { world, userId } = desk;
  const channel = where.in === undefined ? appDm(world, userId) : world.state.channels[where.in];
  if (!channel?.members.includes(userId)) return told(desk, 'You are not in this conversation');
  if (channel.archived) return told(desk, 'This conversation is archived');
  if (text.startsWith('/')) return command(desk, channel, text, where.threadTs);
  const { messages_tab_read_only_enabled: readOnly = false } = world.manifest.features?.app_home ?? {};
  if (readOnly && channel === appDm(world, userId))
    return told(desk, 'Sending messages to this app has been turned off.');
  post(world, {
    channel,
    user: userId,
    byApp: false,
    text: asTyped(text),
    blocks: [],
    ...(where.threadTs && { threadTs: where.threadTs }),
  });
  return undefined;
}

function told({ world, userId }: Desk, what: string): undefined {
  notice(world, userId, what);
}

/** Slack's composer escapes its own control characters. */
const asTyped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function command(
  desk: Desk,
  channel: StoredChannel,
  typed: string,
  threadTs: string | undefined,
): Promise<Ack | undefined> {
  const { world, userId } = desk;
  const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*?)\s*$/.exec(typed) ?? [];
  const known = world.manifest.features?.slash_commands?.some((each) => each.command === name);
  if (!known || isExternal(world, theirs(world, userId))) return told(desk, `${name} is not a valid command.`);
  if (threadTs) return told(desk, `${name} is not supported in threads. Sorry!`);
  const payload = slashCommand(world, userId, channel, name, text);
  const ack = await desk.send({ type: 'slash_commands', payload, acceptsBody: true });
  if (ack.outcome !== 'acked') {
    const error = ack.outcome === 'too late' ? 'operation_timeout' : 'dispatch_failed';
    notice(world, userId, `${name} failed with the error “${error}”`);
  }
  if (ack.body !== undefined) respondInAck(world, { userId, channel: channel.id, ts: undefined }, ack.body);
  return ack;
}

type ShortcutKind = 'global' | 'message';

function callbackOf(world: World, kind: ShortcutKind, name: string): string {
  const shortcuts = (world.manifest.features?.shortcuts ?? []).filter((each) => each.type === kind);
  const found = shortcuts.find((each) => each.name === name || each.callback_id === name);
  if (!found) throw new Error(`The manifest has no ${kind} shortcut "${name}"`);
  return found.callback_id;
}

export const useShortcut = (desk: Desk, name: string): Promise<Ack> =>
  interact(desk, globalShortcut(desk.world, desk.userId, callbackOf(desk.world, 'global', name)));

export function useMessageShortcut(desk: Desk, name: string, at: { channel: string; ts: string }): Promise<Ack> {
  const { world, userId } = desk;
  const channel = world.state.channels[at.channel];
  const message = findMessage(world, at.channel, at.ts);
  if (!channel || !message) throw new Error(`There is no message ${at.ts} in ${at.channel}`);
  return interact(desk, messageShortcut(world, userId, callbackOf(world, 'message', name), channel, message));
}

/** Opens the app's Home tab: the app hears of it and may publish; what was there before is told with it. */
export function openHome({ world, userId }: Desk): undefined {
  const view = homeOf(world, userId);
  world.emit({
    event: {
      type: 'app_home_opened',
      user: userId,
      channel: appDm(world, userId).id,
      tab: 'home',
      event_ts: world.nextTs(),
      ...(view && { view: viewShape(world, view) }),
    },
  });
}
