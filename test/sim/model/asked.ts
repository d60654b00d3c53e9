import type { AskedRow } from '../../../src/delivery/store.ts';
import type { Table } from './tables.ts';

/** The one row of it. */
const ASKED = 'asked';

/** When every habit was last asked, in memory. */
export const askedRow = (asked: Table<Date>): AskedRow => ({
  lastAsked: async () => asked.get(ASKED),
  noteAsked: async (at) => asked.set(ASKED, at),
});
