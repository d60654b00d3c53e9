import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { section } from '../../slack/blocks.ts';
import { findKnown } from '../customers/index.ts';
import { openSearch, searchListener, takeAlong, turnPage } from './handlers.ts';
import { exportButton, openButton, turnButton } from './page.ts';
import { say } from './texts.ts';
import { FIND } from './views.ts';

export { openSearch } from './handlers.ts';

/** What customers told us, found by word, customer, topic and period: by every colleague, and without names. */
export const search: Feature = {
  name: 'search',
  actions: [
    on(openButton, (deps, turn) => openSearch(deps, turn)),
    on(turnButton, turnPage),
    on(exportButton, takeAlong),
  ],
  modals: [searchListener],
  options: [{ id: FIND, by: 'member', find: findKnown }],
  home: async (_deps, _tx, { lang }) => [section(say(lang).home, openButton.button(say(lang).search, null))],
  menu: (_tx, { lang }, from) => (from === null ? [openButton.button(say(lang).search, null)] : []),
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant zoek' : '/customer search', does: say(lang).helpWord }],
  }),
  personal: [],
};
