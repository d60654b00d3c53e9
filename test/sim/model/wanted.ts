import { createHash } from 'node:crypto';
import type { About, IdleRows, NewRow, Row, WantedRows } from '../../../src/delivery/store.ts';
import { change } from './rows.ts';
import type { Table } from './tables.ts';

/** What time settles, in memory. */
export const idleRows = (outbox: Table<Row>): IdleRows => ({
  recover: async (now, settled) =>
    change(
      outbox,
      ({ state, leaseUntil }) => state === 'sending' && leaseUntil !== null && leaseUntil <= now,
      ({ ts, dueAt }) => ({
        lastError: 'claim ran out',
        ...(ts === null
          ? { state: 'unknown', notBefore: settled }
          : { state: 'pending', notBefore: dueAt, settlesAt: settled }),
      }),
    ),
  expire: async (now) =>
    change(
      outbox,
      ({ state, ts, expiresAt }) =>
        (state === 'pending' || state === 'held') && ts === null && expiresAt !== null && expiresAt <= now,
      ({ lastError }) => ({ state: 'expired', lastError: lastError ?? 'too late' }),
    ),
  askAgain: async (now) =>
    change(outbox, ({ state, notBefore }) => state === 'held' && notBefore <= now, { state: 'pending' }),
  async nextLook() {
    let first: Date | null = null;
    for (const { state, notBefore, leaseUntil } of outbox.all()) {
      const at = state === 'sending' ? leaseUntil : WAITING.includes(state) ? notBefore : null;
      if (at !== null && (first === null || at < first)) first = at;
    }
    return first;
  },
});

const WAITING = ['pending', 'unknown', 'held'];

/** What should stand in Slack, in memory. */
export const wantedRows = (outbox: Table<Row>, workspaceId: string): WantedRows => {
  const about =
    ({ kind, subject, recipient }: About) =>
    (row: Row) =>
      row.kind === kind && row.subject === subject && row.recipient === (recipient ?? row.recipient) && !row.gone;
  return {
    async add(rows) {
      let added = 0;
      if (rows.some((row, n) => rows.slice(0, n).some((before) => sameMessage(before, row))))
        throw new Error('ON CONFLICT DO UPDATE command cannot affect row a second time');
      for (const row of rows) {
        const key = keyOf(workspaceId, row);
        const known = [...outbox.where((each) => sameMessage(each, row))][0];
        if (!known) outbox.set(key, { ...NEW_ROW, ...row, key, notBefore: row.dueAt });
        else if (known.gone && !known.unasked) change(outbox, (each) => each === known, again(known, row));
        added += known ? 0 : 1;
      }
      return added;
    },
    change: async (which) =>
      void change(outbox, about(which), ({ wanted, ts, priority, state, dueAt, notBefore, attempt, leaseUntil }) => ({
        wanted: wanted + 1,
        priority: ts === null ? priority : 1,
        notBefore: state === 'failed' || (ts !== null && ['sent', 'pending'].includes(state)) ? dueAt : notBefore,
        attempt: state === 'failed' ? 0 : attempt,
        state: mayStand({ state, ts, leaseUntil })
          ? 'unknown'
          : state === 'sent' || state === 'failed'
            ? 'pending'
            : state,
      })),
    withdraw: async (which) => void change(outbox, about(which), withdrawn),
    retry: async (recipient) =>
      void change(
        outbox,
        (row) => row.recipient === recipient && row.state === 'held',
        ({ dueAt }) => ({ state: 'pending', notBefore: dueAt }),
      ),
  };
};

const UNDER_WAY = ['sending', 'unknown', 'held'];

const NEW_ROW = {
  ...{ wanted: 1, shown: 0, claimed: 0, gone: false, state: 'pending', channel: null, ts: null, fence: null },
  ...{ leaseUntil: null, settlesAt: null, attempt: 0, lastError: null, sentAt: null },
};

function withdrawn({ wanted, ts, priority, state, dueAt, notBefore, lastError }: Row): Partial<Row> {
  const waits = ts === null && ['pending', 'held'].includes(state);
  const stands = ts !== null;
  return {
    gone: true,
    wanted: wanted + 1,
    priority: stands ? 1 : priority,
    notBefore: stands && ['sent', 'failed', 'pending'].includes(state) ? dueAt : notBefore,
    lastError: waits ? 'withdrawn' : lastError,
    state: waits ? 'skipped' : stands && ['sent', 'failed'].includes(state) ? 'pending' : state,
  };
}

/** A post that nobody could read back. */
const mayStand = ({ state, ts, leaseUntil }: Pick<Row, 'state' | 'ts' | 'leaseUntil'>) =>
  state === 'failed' && ts === null && leaseUntil !== null;

const again = ({ wanted, state, ts, leaseUntil }: Row, { dueAt, expiresAt }: NewRow): Partial<Row> => ({
  ...{ gone: false, wanted: wanted + 1, dueAt, notBefore: dueAt, expiresAt, attempt: 0 },
  state: mayStand({ state, ts, leaseUntil }) ? 'unknown' : UNDER_WAY.includes(state) ? state : 'pending',
});

/** As the database makes it: an md5 hash, written as a UUID. */
function keyOf(workspaceId: string, { kind, recipient, subject }: NewRow): string {
  const hash = createHash('md5').update([workspaceId, kind, recipient, subject].join(' ')).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const sameMessage = (row: NewRow, { kind, recipient, subject }: NewRow) =>
  row.kind === kind && row.recipient === recipient && row.subject === subject;
