import type { DeliveryStore } from '../../../src/delivery/store.ts';
import { askedRow } from './asked.ts';
import { claimedRows, lostRows, readyRows } from './claims.ts';
import { senderRows } from './senders.ts';
import type { Tables } from './tables.ts';
import { idleRows, wantedRows } from './wanted.ts';

/** What delivery remembers, in memory: the same answers as from the database, statement by statement. */
export const modelDelivery = (tables: Tables, workspaceId: string): DeliveryStore => ({
  ...senderRows(tables.senders),
  ...readyRows(tables),
  ...claimedRows(tables.outbox),
  ...lostRows(tables.outbox),
  ...idleRows(tables.outbox),
  ...wantedRows(tables.outbox, workspaceId),
  ...askedRow(tables.asked),
});
