import type { Ack } from './delivery/deliver.ts';
import { theirs } from './people.ts';
import { placedIn, seenIn } from './seen.ts';
import type { Outcome, Visitor } from './types.ts';
import { homeOf, stackOf } from './views.ts';
import { act, actOn, search } from './visitor/act.ts';
import { react, reload, uploadFrom } from './visitor/attend.ts';
import { browsing } from './visitor/browse.ts';
import { type Desk, outcomeOf } from './visitor/desk.ts';
import { fill, pick, searchIn } from './visitor/fields.ts';
import { findByLabel, isButton, nothingCalled, sight } from './visitor/find.ts';
import { close, submit } from './visitor/forms.ts';
import { conversationsOf, dmOf, messagesSeen, seenView } from './visitor/look.ts';
import { openHome, useMessageShortcut, useShortcut } from './visitor/shortcuts.ts';
import { type } from './visitor/speak.ts';

/** Somebody at a keyboard. */
export function visit(desk: Desk): Visitor {
  const { world, userId } = desk;
  theirs(world, userId);
  const outcome = (does: () => Promise<Ack | undefined>): Promise<Outcome> => outcomeOf(desk, does);
  return {
    ...browsing(world, userId),
    userId,
    types: (text, where = {}) => outcome(() => type(desk, text, where)),
    uploads: (file) => uploadFrom(desk, file),
    reacts: (name, at) => outcome(async () => react(desk, name, at)),
    reloads: () => reload(desk),
    shortcut: (name) => outcome(() => useShortcut(desk, name)),
    messageShortcut: (name, message) => outcome(() => useMessageShortcut(desk, name, message)),
    opensHome: () => outcome(async () => openHome(desk)),
    appDm: () => dmOf(world, userId)?.id ?? '',
    get home() {
      const view = homeOf(world, userId);
      return view && seenView(world, view);
    },
    conversations: () => conversationsOf(world, userId),
    messages: (channel = dmOf(world, userId)?.id ?? '') => messagesSeen(world, userId, channel),
    reads(channel) {
      const last = messagesSeen(world, userId, channel).at(-1);
      if (last) world.state.read[userId] = { ...world.state.read[userId], [channel]: last.ts };
      world.changed();
    },
    clicks: (label, where) =>
      outcome(async () => {
        const found = findByLabel(world, userId, where ?? {}, isButton(label));
        if (!found) throw nothingCalled(world, userId, label);
        return actOn(desk, found.seen, found.placed, label);
      }),
    act: (done) => outcome(() => act(desk, done)),
    picks: (field, choice, where) => outcome(() => pick(desk, field, choice, where)),
    searches: async (field, typed, where) => (await searchIn(desk, field, typed, where)).map(({ text }) => text),
    async searchesIn({ container, blockId, actionId }, typed) {
      const seen = seenIn(world, userId, container);
      const placed = seen && placedIn(seen, blockId, actionId);
      return seen && placed ? search(desk, seen, placed, typed) : [];
    },
    fills: (fields) => outcome(() => fill(desk, fields)),
    get modal() {
      const view = stackOf(world, userId).at(-1);
      return view && seenView(world, view);
    },
    get modals() {
      return stackOf(world, userId).map((view) => seenView(world, view));
    },
    submits: () => outcome(() => submit(desk)),
    closes: (how) => outcome(() => close(desk, how?.all ?? false)),
    get notices() {
      return world.notices.get(userId) ?? [];
    },
    sees: () => sight(world, userId),
  };
}
