import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { returnsAreDue } from './due.ts';
import { choose, hear, returnsHome, wantAgain } from './handlers.ts';
import { usedKind } from './messages.ts';
import { toldSince } from './rules.ts';
import { returnStore } from './store.ts';
import { say } from './texts.ts';
import { againButton, menu } from './views.ts';

/** Whoever told something hears what came of it. */
export const returns: Feature = {
  name: 'returns',
  actions: [on(menu, choose), on(againButton, wantAgain)],
  due: [returnsAreDue],
  messages: [usedKind],
  hears: hear,
  home: returnsHome,
  nightly: async ({ db }, now) => {
    await db.run((tx) => returnStore(tx).forget(toldSince(now)));
  },
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'returns', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'returns', column: 'used_at', holds: 'what they did', export: true, erase: 'row', keepMonths: 3 },
    { table: 'returns', column: 'unwanted_at', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
  ],
};
