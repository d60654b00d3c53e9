import type { Tx } from '../../src/db/workspace.ts';
import { sqlStore } from '../../src/delivery/sql/index.ts';
import type { StoreOf } from '../../src/delivery/store.ts';
import { type ConversationStore, conversationStore } from '../../src/features/conversations/index.ts';
import { type NudgeStore, nudgeStore, type SpreadStore, spreadStore } from '../../src/features/nudges/store.ts';
import { type WaitingStore, waitingStore } from '../../src/features/nudges/store-due.ts';
import { type PersonStore, personStore } from '../../src/features/people/index.ts';
import { type AbsenceStore, absenceStore } from '../../src/features/people/store-absences.ts';
import { type RestStore, restStore } from '../../src/features/rests/store.ts';
import { type SettingStore, settingStore } from '../../src/features/settings/index.ts';
import { type WeekStore, weekStore } from '../../src/features/summaries/store.ts';

/** What delivery, the habits' due rules, and those who live in the simulated house ask of a transaction. */
export type Stores = {
  delivery: StoreOf;
  settings(tx: Tx): Pick<SettingStore, 'all' | 'set'>;
  people(
    tx: Tx,
  ): Pick<PersonStore, 'admins' | 'calendars' | 'chooseDays' | 'chooseNudgeDay' | 'find' | 'rosterRead' | 'see'>;
  absences(tx: Tx): Pick<AbsenceStore, 'endOwn' | 'keepOwn' | 'of'>;
  nudges(tx: Tx): Pick<NudgeStore, 'answer' | 'close' | 'find' | 'open' | 'putOff'>;
  spreads(tx: Tx): SpreadStore;
  waiting(tx: Tx): WaitingStore;
  rests(tx: Tx): Pick<RestStore, 'acted' | 'comeBack' | 'find' | 'isQuiet' | 'rest'>;
  conversations(
    tx: Tx,
  ): Pick<
    ConversationStore,
    'add' | 'countBetween' | 'countOf' | 'edit' | 'find' | 'heldElsewhere' | 'heldIn' | 'withdraw'
  >;
  weeks(tx: Tx): Pick<WeekStore, 'began' | 'close' | 'closed'>;
};

/** The product's own, in the database. */
export const sqlStores: Stores = {
  delivery: sqlStore,
  settings: settingStore,
  people: personStore,
  absences: absenceStore,
  nudges: nudgeStore,
  spreads: spreadStore,
  waiting: waitingStore,
  rests: restStore,
  conversations: conversationStore,
  weeks: weekStore,
};
