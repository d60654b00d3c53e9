import type { SenderRow, SenderRows } from '../../../src/delivery/store.ts';
import type { Table } from './tables.ts';

/** The one row of the senders. */
const SENDER = 'sender';

/** The workspace's sender, in memory. */
export const senderRows = (senders: Table<SenderRow>): SenderRows => {
  const held = (holder: string) => {
    const row = senders.get(SENDER);
    return row?.holder === holder ? row : undefined;
  };
  const write = (row: SenderRow | undefined, changes: Partial<SenderRow>) => {
    if (row) senders.set(SENDER, { ...row, ...changes });
  };
  return {
    async enrol(first) {
      const row = senders.get(SENDER);
      if (!row) senders.set(SENDER, { ...NEW_SENDER, ...first });
      else if (row.stoppedBy !== null) write(row, { stoppedBy: null });
    },
    async takeLease(holder, now, until) {
      const row = senders.get(SENDER);
      if (!row || (row.holder !== holder && row.leaseUntil !== null && row.leaseUntil > now)) return null;
      write(row, { holder, leaseUntil: until });
      return senders.get(SENDER) ?? null;
    },
    releaseLease: async (holder) => write(held(holder), { holder: null, leaseUntil: null }),
    heldBy: async (holder) => held(holder) ?? null,
    learn: async (holder, lesson) => write(held(holder), lesson),
    fence: async () => senders.get(SENDER)?.fence ?? 0,
  };
};

const NEW_SENDER = {
  ...{ holder: null, leaseUntil: null, fence: 0, troubles: 0, plainUntil: null, stoppedBy: null },
  ...{ restoredAt: null, restoredFence: null },
};
