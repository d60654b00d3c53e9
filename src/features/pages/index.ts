import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { section } from '../../slack/blocks.ts';
import { findKnown } from '../customers/index.ts';
import { addCustomer, openPage, openWho, readOn, turnPage, whoListener } from './handlers.ts';
import { addButton, openButton, readButton, turnButton, whoButton } from './page.ts';
import { say } from './texts.ts';
import { FIND } from './who-views.ts';

export { openWho } from './handlers.ts';
export { pageButton, unnamedLine } from './views.ts';

/** What we know of one customer: what they told us, for every colleague, and without names. */
export const pages: Feature = {
  name: 'pages',
  actions: [
    on(whoButton, (deps, turn) => openWho(deps, turn)),
    on(openButton, openPage),
    on(turnButton, turnPage),
    on(readButton, readOn),
    on(addButton, addCustomer),
  ],
  modals: [whoListener],
  options: [{ id: FIND, by: 'member', find: findKnown }],
  home: async (_deps, _tx, { lang }) => [section(say(lang).home, whoButton.button(say(lang).lookUp, null))],
  menu: (_tx, { lang }, from) => (from === null ? [whoButton.button(say(lang).lookUp, null)] : []),
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant wie' : '/customer who', does: say(lang).helpWord }],
  }),
  personal: [],
};
