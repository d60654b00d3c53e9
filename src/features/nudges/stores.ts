import type { Tx } from '../../db/workspace.ts';
import { type PersonStore, personStore } from '../people/index.ts';
import { type SettingStore, settingStore } from '../settings/index.ts';
import { type NudgeStore, nudgeStore, type SpreadStore, spreadStore } from './store.ts';
import { type WaitingStore, waitingStore } from './store-due.ts';

/** What the nudges' due rules ask of a transaction. */
export type Stores = {
  settings(tx: Tx): Pick<SettingStore, 'all'>;
  people(tx: Tx): Pick<PersonStore, 'calendars'>;
  nudges(tx: Tx): Pick<NudgeStore, 'open' | 'putOff'>;
  spreads(tx: Tx): SpreadStore;
  waiting(tx: Tx): WaitingStore;
};

/** The product's own. */
export const DATABASE: Stores = {
  settings: settingStore,
  people: personStore,
  nudges: nudgeStore,
  spreads: spreadStore,
  waiting: waitingStore,
};
