import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { findCountries, findZones, openSettings, settingsForm } from './handlers.ts';
import { say } from './texts.ts';
import { adminHome, COUNTRIES, openButton, ZONES } from './views.ts';

export { chooseFirstValues } from './first-values.ts';
export { currentForm, openSettings } from './handlers.ts';
export { type ConversationKind, KINDS } from './kinds-rules.ts';
export { type SettingStore, settingStore } from './store.ts';
export type { Settings } from './table.ts';

/** What admins choose for the house. */
export const settings: Feature = {
  name: 'settings',
  actions: [on(openButton, openSettings, 'admin')],
  modals: [settingsForm],
  options: [
    { id: ZONES, by: 'admin', find: findZones },
    { id: COUNTRIES, by: 'admin', find: findCountries },
  ],
  home: async (_deps, _tx, { roles, lang }) => (roles.has('admin') ? adminHome(lang) : undefined),
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant instellingen' : '/customer settings', does: say(lang).helpWord }],
  }),
  personal: [
    { table: 'setting_changes', column: 'by', holds: 'what they did', export: true, erase: 'blank', keepMonths: 24 },
    { table: 'settings', column: 'value', holds: 'their choice', export: false, erase: 'keep', keepMonths: 24 },
  ],
};
