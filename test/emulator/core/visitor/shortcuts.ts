import { appDm } from '../channels.ts';
import type { Ack } from '../delivery/deliver.ts';
import { globalShortcut, messageShortcut } from '../payloads.ts';
import { isExternal, theirs } from '../people.ts';
import type { World } from '../session.ts';
import { findMessage } from '../timeline.ts';
import { homeOf, viewShape } from '../views.ts';
import { type Desk, interact, tell } from './desk.ts';

type ShortcutKind = 'global' | 'message';

/** Another organisation's people see no shortcuts and no Home of an app that isn't theirs. */
const NOT_THEIRS = 'This app isn’t installed in your workspace';

const isOutside = ({ world, userId }: Desk) => isExternal(world, theirs(world, userId));

/** Chooses a shortcut of the app from the plus beside the composer; by its name or callback_id. */
export async function useShortcut(desk: Desk, name: string): Promise<Ack | undefined> {
  const callbackId = callbackOf(desk.world, 'global', name);
  if (isOutside(desk)) return tell(desk, NOT_THEIRS);
  return interact(desk, globalShortcut(desk.world, desk.userId, callbackId));
}

/** Chooses one from the menu of a message. */
export async function useMessageShortcut(
  desk: Desk,
  name: string,
  at: { channel: string; ts: string },
): Promise<Ack | undefined> {
  const { world, userId } = desk;
  const callbackId = callbackOf(world, 'message', name);
  const channel = world.state.channels[at.channel];
  const message = findMessage(world, at.channel, at.ts);
  if (!channel || !message) throw new Error(`There is no message ${at.ts} in ${at.channel}`);
  if (isOutside(desk)) return tell(desk, NOT_THEIRS);
  return interact(desk, messageShortcut(world, userId, callbackId, channel, message));
}

function callbackOf(world: World, kind: ShortcutKind, name: string): string {
  const shortcuts = (world.manifest.features?.shortcuts ?? []).filter((each) => each.type === kind);
  const found = shortcuts.find((each) => each.name === name || each.callback_id === name);
  if (!found) throw new Error(`The manifest has no ${kind} shortcut "${name}"`);
  return found.callback_id;
}

/** Opens the app's Home tab: the app hears of it and may publish; what was there before is told with it. */
export function openHome(desk: Desk): undefined {
  const { world, userId } = desk;
  if (isOutside(desk)) return tell(desk, NOT_THEIRS);
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
