import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { onSubmit } from '../../slack/modal.ts';
import { forget } from '../conversations/index.ts';
import { notSent, takeAlong } from './export.ts';
import { edit, findCustomers, logbookHome, openLogbook, save, searchListener, turnPage, withdraw } from './handlers.ts';
import { changeForm, editButton, exportButton, openButton, turnButton, withdrawButton } from './page.ts';
import { say } from './texts.ts';
import { FIND } from './views.ts';

export { sendFiles } from './export.ts';
export { openLogbook } from './handlers.ts';

/** My habit and my conversations: what somebody sees of themselves, and nobody else does. */
export const logbook: Feature = {
  name: 'logbook',
  actions: [
    on(openButton, openLogbook),
    on(turnButton, turnPage),
    on(editButton, edit),
    on(withdrawButton, withdraw),
    on(exportButton, takeAlong),
  ],
  modals: [searchListener, onSubmit(changeForm, { submit: save, closed: forget })],
  options: [{ id: FIND, by: 'member', find: findCustomers }],
  messages: [notSent],
  home: logbookHome,
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant ik' : '/customer me', does: say(lang).helpWord }],
  }),
  personal: [],
};
