import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { chooseRest, comeBack, pauseListener, restsHome, restsNow } from './handlers.ts';
import { restStore } from './store.ts';
import { say } from './texts.ts';
import { comeBackButton, restMenu } from './views.ts';

export { chooseRest, comeBack, restFrom } from './handlers.ts';
export { isResting, type Rest } from './rules.ts';
export { restStore } from './store.ts';
export { CHOICES, type Choice, restChoices, restedMessage, restLabel } from './views.ts';

/** Every way to be left in peace, and the way back. Nobody else is told of any of it. */
export const rests: Feature = {
  name: 'rests',
  actions: [on(restMenu, chooseRest), on(comeBackButton, comeBack)],
  modals: [pauseListener],
  hears: async (_deps, tx, news) => {
    if (news.is === 'acted') await restStore(tx).acted(news.userId);
  },
  home: restsHome,
  menu: async (tx, { person, lang, now }) =>
    (await restsNow(tx, person, now)) ? [comeBackButton.button(say(lang).comeBack, null)] : [],
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'rests', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'rests', column: 'until', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
  ],
};
