import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { archiveButton, factsAction, lookUpButton, mergeButton } from './facts-form.ts';
import { archiveCustomer, factsListener, lookUpListener, openFacts, openLookUp } from './facts-handlers.ts';
import { directoryHome } from './facts-views.ts';
import { findCustomers } from './handlers.ts';
import { mergeListener, openMerge } from './merging.ts';
import { customerSettings } from './settings.ts';
import { say } from './texts.ts';
import { FIND } from './views.ts';

export { hasWarned, ideasFor, suggestTo, warningFor } from './approach.ts';
export type { Facts } from './facts-rules.ts';
export { factsButton, factsLine } from './facts-views.ts';
export { customerMeant, findKnown, optionMeant } from './handlers.ts';
export { type Customer, customerStore, type Suggestion } from './store.ts';
export { factsStore } from './store-facts.ts';
export { customerOption, customerSelect } from './views.ts';

/** Whom we talk with: customers, and kinds of customers without a name. */
export const customers: Feature = {
  name: 'customers',
  actions: [
    on(lookUpButton, openLookUp),
    on(factsAction, openFacts),
    on(archiveButton, archiveCustomer),
    on(mergeButton, openMerge),
  ],
  modals: [lookUpListener, factsListener, mergeListener],
  options: [{ id: FIND, by: 'member', find: findCustomers }],
  settings: customerSettings,
  home: async (_deps, _tx, { lang }) => directoryHome(lang),
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'customers', column: 'name', holds: 'about a customer', export: false, erase: 'keep', keepMonths: 24 },
    { table: 'customers', column: 'added_by', holds: 'what they did', export: true, erase: 'blank', keepMonths: 24 },
    { table: 'customers', column: 'contact_id', holds: 'identity', export: true, erase: 'blank', keepMonths: 24 },
    { table: 'customers', column: 'key', holds: 'about a customer', export: false, erase: 'keep', keepMonths: 24 },
    { table: 'customers', column: 'segment', holds: 'about a customer', export: false, erase: 'keep', keepMonths: 24 },
  ],
};
