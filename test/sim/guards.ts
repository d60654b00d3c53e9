import type { SenderOptions } from '../../src/delivery/options.ts';
import type { Kind } from '../../src/delivery/outbox.ts';
import type { DeliveryStore, StoreOf } from '../../src/delivery/store.ts';
import type { SimDatabase } from './database.ts';

/** A guard of delivery that is taken away, to see whether the simulation notices. */
export type Missing = {
  says: string;
  /** It is missed in so few lives that the short form doesn't wait for one. */
  seldom?: true;
  /** So many days are enough to notice it, where a life without it takes long: its senders look every second. */
  days?: number;
  store?(store: DeliveryStore): Partial<DeliveryStore>;
  options?: Partial<SenderOptions>;
  kind?(kind: Kind): Kind;
  /** Machines know nothing of what was sent. */
  noMark?: true;
  /** Machines go by their own clocks. */
  noOffset?: true;
};

/** Later than every lease. */
const NEVER = new Date(8e15);

/** Every guard that the simulation can do without for a year. */
export const MISSING: readonly Missing[] = [
  {
    says: 'a claim is committed before its request leaves',
    store: (store) => ({
      settle: async (key, changes) => (changes.state === 'sending' ? undefined : store.settle(key, changes)),
    }),
  },
  { says: 'a lost answer waits before it is read back', options: { quarantineSeconds: 0 } },
  {
    says: 'a lost post is read back before it is repeated',
    store: (store) => ({
      async firstLost(now) {
        const row = await store.firstLost(now);
        return row && { ...row, recipient: 'C0ANYWHERE' };
      },
    }),
  },
  {
    says: 'an unanswered claim is not simply repeated',
    store: (store) => ({
      recordUndone: (claim, changes) =>
        store.recordUndone(claim, changes.state === 'unknown' ? { ...changes, state: 'pending' } : changes),
    }),
  },
  {
    says: 'a claim that ran out is not simply repeated',
    store: (store) => ({
      async recover(now, settled) {
        const count = await store.recover(now, settled);
        for (let row = await store.firstLost(NEVER); row; row = await store.firstLost(NEVER))
          await store.settleLost(row, { state: 'pending', notBefore: now });
        return count;
      },
    }),
  },
  { says: 'claims that ran out are looked after', days: 30, store: () => ({ recover: async () => 0 }) },
  { says: 'a restored database is noticed', seldom: true, noMark: true },
  { says: 'clocks are compared with the database’s', noOffset: true },
  {
    says: 'one sender at a time',
    seldom: true,
    store: (store) => ({ takeLease: (holder, _now, until) => store.takeLease(holder, NEVER, until) }),
  },
  {
    says: 'the pace is kept',
    seldom: true,
    store: (store) => ({ learn: (holder, { tokens: _, ...rest }) => store.learn(holder, rest) }),
  },
  {
    says: 'a recipient rests a second',
    seldom: true,
    store: (store) => ({
      firstReady: (now, resting) => store.firstReady(now, { ...resting, recipients: [] }),
    }),
  },
  { says: 'messages keep to their hours', kind: (kind) => ({ ...kind, window: 'always' }) },
  {
    says: 'whoever has left gets nothing',
    store: (store) => ({
      async whereabouts(userId, house) {
        const known = await store.whereabouts(userId, house);
        return { zone: house.zone, works: () => true, ...known, member: true };
      },
    }),
  },
  { says: 'the budget is kept', store: () => ({ unaskedSince: async () => [] }) },
  {
    says: 'what is over is not sent',
    seldom: true,
    store: () => ({ expire: async () => 0 }),
    kind: (kind) => ({ ...kind, until: () => null }),
  },
  { says: 'what was held is tried again', seldom: true, store: () => ({ askAgain: async () => 0 }) },
  {
    says: 'a change meanwhile is not forgotten',
    seldom: true,
    store: (store) => ({
      async recordShown(claim, at, now) {
        await store.settle(claim.key, { wanted: (await store.find(claim.key))?.claimed ?? 1 });
        return store.recordShown(claim, at, now);
      },
    }),
  },
];

/** The same database with a guard of delivery less. */
export function guarded(database: SimDatabase, missing: Missing | undefined): SimDatabase {
  const { stores } = database;
  const delivery: StoreOf = (tx) => {
    const store = stores.delivery(tx);
    return { ...store, ...missing?.store?.(store) };
  };
  return missing ? { ...database, stores: { ...stores, delivery } } : database;
}
