import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { asideHome, discard, putAside } from './aside.ts';
import { answerTyped, typedAnswer } from './handlers.ts';
import { draftStore } from './store.ts';
import { say } from './texts.ts';
import { asideButton, discardButton } from './views.ts';

export { keepUnknown, showMenu } from './handlers.ts';
export { draftStore } from './store.ts';
export { readTyped, typedText } from './typed.ts';

/** What no habit takes yet, and what the button says. */
const NOT_YET = [
  ['complaint', 'complains'],
  ['question', 'asks'],
  ['decision', 'deciding'],
] as const;

/** What somebody typed and hasn't given a place yet, and the menu that gives it one. Comes after the habits in the list. */
export const drafts: Feature = {
  name: 'drafts',
  actions: [on(asideButton, putAside), on(discardButton, discard)],
  events: [{ type: 'message', run: answerTyped }],
  messages: [typedAnswer],
  menu: (_tx, { lang }, from) =>
    NOT_YET.map(([what, label]) => asideButton.button(say(lang)[label], { what, from }, { key: what })),
  home: asideHome,
  nightly: async ({ db }, now) => {
    await db.run((tx) => draftStore(tx).forgetExpired(now));
  },
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant' : '/customer', does: say(lang).helpWord }],
  }),
  personal: [
    { table: 'drafts', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 6 },
    { table: 'drafts', column: 'fields', holds: 'their own words', export: true, erase: 'row', keepMonths: 6 },
  ],
};
