import type { Claimed, ClaimedRows, LostRows, ReadyRows, Row } from '../../../src/delivery/store.ts';
import { safeZone } from '../../../src/time.ts';
import { worksOf } from '../working-days.ts';
import { change, dueAt, inOrder, key, notBefore, priority, UNDER_CLAIM } from './rows.ts';
import type { Table, Tables } from './tables.ts';

/** Rows whose turn it is, in memory. */
export const readyRows = ({ outbox, people, absences }: Tables): ReadyRows => ({
  async firstReady(now, { recipients, mayEdit }) {
    const ready = outbox.where(
      ({ state, notBefore, recipient, ts }) =>
        state === 'pending' && notBefore <= now && !recipients.includes(recipient) && (ts === null || mayEdit),
    );
    const [first = null] = ready.sort(inOrder(priority, notBefore, dueAt, key));
    return first;
  },
  find: async (key) => outbox.get(key) ?? null,
  settle: async (key, changes) => void change(outbox, ({ key: its }) => its === key, changes),
  async whereabouts(userId, house) {
    const person = people.get(userId);
    if (!person) return undefined;
    const off = absences.where((one) => one.userId === userId);
    const works = worksOf(person, off, house.country);
    return { zone: safeZone(person.zone, house.zone), member: person.member, works };
  },
  unaskedSince: async (since, { recipient, key }) =>
    outbox
      .where(
        (row) =>
          row.recipient === recipient &&
          row.unasked &&
          row.key !== key &&
          (row.sentAt === null ? UNDER_CLAIM.includes(row.state) : row.sentAt >= since),
      )
      .map(({ sentAt, leaseUntil, monthlyHabit }) => ({ sentAt, leaseUntil, monthlyHabit })),
});

/** Rows that are under a claim, in memory. */
export const claimedRows = (outbox: Table<Row>): ClaimedRows => {
  const ours =
    ({ key, fence }: Claimed) =>
    (row: Row) =>
      row.key === key && row.fence === fence && UNDER_CLAIM.includes(row.state);
  return {
    recordShown: async (claim, { channel, ts }, now) =>
      change(outbox, ours(claim), (row) => {
        const old = row.gone || row.wanted > row.claimed;
        const settlesAt = row.settlesAt !== null && row.settlesAt > now ? row.settlesAt : null;
        return {
          ...{ channel, ts, shown: row.claimed, sentAt: row.sentAt ?? now },
          ...{ attempt: 0, lastError: null, leaseUntil: null, settlesAt },
          state: old || settlesAt !== null ? 'pending' : 'sent',
          priority: old ? 1 : row.priority,
          notBefore: old ? row.dueAt : (row.settlesAt ?? row.notBefore),
        };
      }) > 0,
    recordDeleted: async (claim) =>
      change(outbox, ours(claim), ({ claimed, gone }) => ({
        ...{ channel: null, ts: null, shown: claimed, attempt: 0, lastError: null, leaseUntil: null, settlesAt: null },
        state: gone ? 'sent' : 'pending',
      })) > 0,
    recordUndone: async (claim, changes) => change(outbox, ours(claim), changes) > 0,
  };
};

/** Rows whose answer was lost, in memory. */
export const lostRows = (outbox: Table<Row>): LostRows => {
  const its = (lost: Pick<Row, 'key' | 'fence'>) => (row: Row) =>
    row.key === lost.key && row.fence === lost.fence && row.state === 'unknown';
  return {
    async firstLost(now) {
      const lost = outbox.where(({ state, notBefore }) => state === 'unknown' && notBefore <= now);
      const [first = null] = lost.sort(inOrder(priority, notBefore, key));
      return first;
    },
    settleLost: async (lost, changes) => void change(outbox, its(lost), changes),
    recordFound: async (lost, { channel, ts }, now) =>
      void change(outbox, its(lost), (row) => {
        const old = row.gone || row.wanted > row.claimed;
        return {
          ...{ channel, ts, shown: row.claimed, attempt: 0, lastError: null, leaseUntil: null },
          ...{ sentAt: row.sentAt ?? now, state: old ? 'pending' : 'sent' },
          ...{ priority: old ? 1 : row.priority, notBefore: row.dueAt },
        };
      }),
  };
};
