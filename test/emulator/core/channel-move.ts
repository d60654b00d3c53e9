import { tellNewId } from './channel-events.ts';
import { noteDm } from './direct-messages.ts';
import type { World } from './session.ts';
import type { State, StoredChannel } from './state.ts';

/** Gives a channel another id. All that Slack knows of it follows; what the app remembers doesn't, but it is told. */
export function moveTo(world: World, channel: StoredChannel, newId: string) {
  const oldId = channel.id;
  if (world.state.channels[newId]) throw new Error(`There is a channel ${newId} already`);
  channel.id = newId;
  renameIn(world.state, oldId, newId);
  noteDm(world, channel);
  world.changed();
  tellNewId(world, channel, oldId);
}

function renameIn({ channels, messages, read, files, chosen }: State, oldId: string, newId: string) {
  rekey(channels, oldId, newId);
  rekey(messages, oldId, newId);
  for (const stamps of Object.values(read)) rekey(stamps, oldId, newId);
  for (const message of messages[newId] ?? []) message.channel = newId;
  for (const file of Object.values(files)) file.sharedIn = file.sharedIn.map((id) => (id === oldId ? newId : id));
  for (const key of Object.keys(chosen)) rekey(chosen, key, key.replace(` ${oldId} `, ` ${newId} `));
}

function rekey<T>(all: Record<string, T>, oldKey: string, newKey: string) {
  const value = all[oldKey];
  if (value === undefined || oldKey === newKey) return;
  all[newKey] = value;
  delete all[oldKey];
}
