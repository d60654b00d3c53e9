import type { Ack } from '../delivery/deliver.ts';
import { filesCalled } from '../files.ts';
import { post } from '../messages.ts';
import { slashCommand } from '../payloads.ts';
import { isExternal, theirs } from '../people.ts';
import { respondInAck } from '../respond.ts';
import { richTextOf } from '../rich-text.ts';
import { notice } from '../session.ts';
import type { StoredChannel } from '../state.ts';
import { commandText, messageText } from '../typed.ts';
import type { Where } from '../types.ts';
import { type Desk, tell } from './desk.ts';
import { dmOf } from './look.ts';

/** What somebody types and sends: a slash command or a message. Undefined when the app wasn't asked. */
export async function type(desk: Desk, text: string, where: Where): Promise<Ack | undefined> {
  const { world, userId } = desk;
  const words = text.startsWith('/') ? commandIn(desk, text) : undefined;
  if (words && !words.known) return tell(desk, `${words.name} is not a valid command.`);
  const channel = where.in === undefined ? dmOf(world, userId) : world.state.channels[where.in];
  if (!channel?.members.includes(userId)) return tell(desk, 'You are not in this conversation');
  if (channel.archived) return tell(desk, 'This conversation is archived');
  if (words && where.threadTs) return tell(desk, `${words.name} is not supported in threads. Sorry!`);
  if (words) return command(desk, channel, words);
  if (isClosed(desk, channel)) return tell(desk, 'Sending messages to this app has been turned off.');
  say(desk, channel, text, where);
  return undefined;
}

/** An app may have no Messages tab, or one to read only. */
function isClosed({ world }: Desk, { kind, members }: StoredChannel): boolean {
  if (kind !== 'im' || !members.includes(world.state.bot.id)) return false;
  const { messages_tab_enabled: enabled, messages_tab_read_only_enabled: readOnly } =
    world.manifest.features?.app_home ?? {};
  return enabled === false || readOnly === true;
}

function say({ world, userId }: Desk, channel: StoredChannel, typed: string, where: Where) {
  const { threadTs, broadcast, files = [] } = where;
  const shared = filesCalled(world, files).map(({ id }) => id);
  // A composer sends nothing while nothing stands in it.
  if (typed.trim() === '' && shared.length === 0) return;
  post(world, {
    channel,
    user: userId,
    byApp: false,
    text: messageText({ world, userId }, typed),
    blocks: typed === '' ? [] : [{ ...richTextOf(world, typed, userId), block_id: world.nextId('b') }],
    ...(threadTs && { threadTs }),
    ...(threadTs && broadcast && { broadcast }),
    ...(shared.length > 0 && { files: shared }),
  });
}

type Words = { name: string; text: string; known: boolean };

/** The command and the words behind it. It is unknown where the manifest hasn't got it, and to other organisations. */
function commandIn({ world, userId }: Desk, typed: string): Words {
  const [, name = '', words = ''] = /^(\S+)\s*([\s\S]*?)\s*$/.exec(typed) ?? [];
  const found = world.manifest.features?.slash_commands?.find((each) => each.command === name);
  const text = found?.should_escape ? commandText({ world, userId }, words) : words;
  return {
    name,
    text,
    known: found !== undefined && !world.state.uninstalled && !isExternal(world, theirs(world, userId)),
  };
}

async function command(desk: Desk, channel: StoredChannel, { name, text }: Words): Promise<Ack> {
  const { world, userId } = desk;
  const payload = slashCommand(world, userId, channel, name, text);
  const ack = await desk.send({ type: 'slash_commands', payload, acceptsBody: true });
  if (ack.outcome !== 'acked') {
    const error = ack.outcome === 'too late' ? 'operation_timeout' : 'dispatch_failed';
    notice(world, userId, `${name} failed with the error “${error}”`);
  }
  if (ack.body !== undefined) respondInAck(world, { userId, channel: channel.id, ts: undefined }, ack.body);
  return ack;
}
