import type { StoreOf } from '../store.ts';
import { askedRow } from './asked.ts';
import { claimedRows, lostRows } from './claims.ts';
import { idleRows } from './idle.ts';
import { readyRows } from './ready.ts';
import { senderRows } from './senders.ts';
import { wantedRows } from './wanted.ts';

/** What delivery remembers, in the database. */
export const sqlStore: StoreOf = (tx) => ({
  ...senderRows(tx),
  ...readyRows(tx),
  ...claimedRows(tx),
  ...lostRows(tx),
  ...idleRows(tx),
  ...wantedRows(tx),
  ...askedRow(tx),
});
