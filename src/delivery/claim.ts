import type { Tx } from '../db/workspace.ts';
import type { Deps } from '../deps.ts';
import type { Meters } from '../meters.ts';
import { plus } from '../time.ts';
import type { Mark } from './mark.ts';
import type { SenderOptions } from './options.ts';
import type { Kind, Message } from './outbox.ts';
import { latest, readyAt, taken } from './pace.ts';
import type { Refusal } from './refusal.ts';
import type { Rest } from './rest.ts';
import { mayHaveGoneOut, noteIfRestored } from './restored.ts';
import type { Spacing } from './spacing.ts';
import type { DeliveryStore, Row, RowChanges, SenderRow, StoreOf } from './store.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** Who sends for which workspace, and how. */
export type Sending = {
  deps: Deps;
  /** This sender, among those of other instances. */
  holder: string;
  kinds: ReadonlyMap<string, Kind>;
  /** Where all of it is remembered. */
  store: StoreOf;
  spacing: Spacing;
  /** Where calls and readings go on beside the looking. */
  rest: Pick<Rest, 'beside' | 'besideUntil'>;
  /** Whether Slack refuses us. */
  refusal: Refusal;
  meters: DeliveryMeters;
  /** What this machine knows was sent. */
  mark: Mark;
  options: SenderOptions;
};

/** What the sender tells of its work. */
export type DeliveryMeters = Pick<Meters, 'sent' | 'late' | 'resolved'>;

/** A row on its way: committed before the request leaves, so that whatever happens then, somebody looks after it. */
export type Claim = {
  key: string;
  kind: string;
  recipient: string;
  dueAt: Date;
  expiresAt: Date | null;
  fence: number;
  leaseUntil: Date;
  /** Tries since it last went well, this one included. */
  attempt: number;
  left: Left;
} & Order;

/** How the workspace stood when a call left: what several calls of one moment meet is learned once. */
type Left = { rate: number; troubles: number };

/** The one call to make. `plain`: the workspace refuses charts and tables. */
export type Order =
  | { what: 'post'; message: Message; plain: boolean }
  | { what: 'edit'; message: Message; plain: boolean; channel: string; ts: string }
  | { what: 'delete'; channel: string; ts: string };

/** What a look at the outbox came to. */
export type Look =
  /** `next`: when the pace lets the next one go. */
  | { is: 'claimed'; claim: Claim; next: Date }
  /** A row was settled without a call: look again. */
  | { is: 'settled' }
  /** There is something to send, but the pace says not before. */
  | { is: 'paced'; until: Date }
  | { is: 'nothing' }
  /** Another instance sends for this workspace. */
  | { is: 'held elsewhere' }
  /** Slack refuses our token, by this code: nobody sends until somebody repairs it. */
  | { is: 'stopped'; by: string };

/** Takes the first row whose turn it is, by priority and age, in one transaction with the decision about it. */
export async function claimNext(sending: Sending, tx: Tx, now: Date): Promise<Look> {
  const { holder, options, kinds, deps } = sending;
  const store = sending.store(tx);
  const sender = await store.takeLease(holder, now, plus(now, { seconds: options.leaseSeconds }));
  if (!sender) return { is: 'held elsewhere' };
  if (sender.stoppedBy) return { is: 'stopped', by: sender.stoppedBy };
  if (await noteIfRestored(sending, store, sender, now)) return { is: 'settled' };
  const { spacing } = sending;
  const row = await store.firstReady(now, { recipients: spacing.resting(now), mayEdit: spacing.mayEdit(now) });
  if (!row) return { is: 'nothing' };
  if (mayHaveGoneOut(sender, row)) return settle(store, row, readBackFirst(sender, now));
  spacing.follows(sender, now);
  const ready = latest(spacing.postsFrom(now), readyAt(sender));
  if (ready > now) return { is: 'paced', until: ready };
  const kind = kinds.get(row.kind);
  if (!kind) return settle(store, row, { state: 'failed', lastError: 'unknown kind' });
  const verdict = await verdictOn({ deps, tx, store }, row, kind, now);
  return verdict.is === 'send'
    ? claim(sending, store, sender, row, verdict, now)
    : settle(store, row, settled(verdict, row));
}

/** Like a lost answer whose quarantine is over; under this claim, so that it happens once. */
const readBackFirst = ({ fence }: SenderRow, now: Date): RowChanges => ({
  ...{ state: 'unknown', lastError: 'database restored', notBefore: now, fence, leaseUntil: null },
});

function settled(verdict: Exclude<Verdict, { is: 'send' }>, row: Row): RowChanges {
  switch (verdict.is) {
    case 'skipped':
      return { state: 'skipped', lastError: verdict.why };
    case 'expired':
      return { state: 'expired', lastError: row.lastError ?? 'too late' };
    case 'later':
      return { notBefore: orAtItsEnd(verdict.at, verdict), expiresAt: verdict.expiresAt };
    case 'as-is':
      return { state: 'sent', shown: row.wanted };
  }
}

/** What waits beyond its end is looked at again at its end, and expires then. */
export const orAtItsEnd = (at: Date, { expiresAt }: Pick<Row, 'expiresAt'>): Date =>
  expiresAt && expiresAt < at ? expiresAt : at;

async function settle(store: DeliveryStore, { key }: Row, changes: RowChanges): Promise<Look> {
  await store.settle(key, changes);
  return { is: 'settled' };
}

type Send = Extract<Verdict, { is: 'send' }>;

async function claim(
  sending: Sending,
  store: DeliveryStore,
  sender: SenderRow,
  row: Row,
  verdict: Send,
  now: Date,
): Promise<Look> {
  const { holder, options } = sending;
  const fence = sender.fence + 1;
  const leaseUntil = plus(now, { seconds: options.claimSeconds });
  const attempt = row.attempt + 1;
  await store.settle(row.key, { state: 'sending', claimed: row.wanted, fence, leaseUntil, attempt });
  const pace = taken(sender, now, options.ceiling);
  const { rate, tokens, refilledAt, safeRate, probedAt, cleanSince, sentSince } = pace;
  await store.learn(holder, { rate, tokens, refilledAt, safeRate, probedAt, cleanSince, sentSince, fence });
  const { key, kind, recipient, dueAt, expiresAt } = row;
  const left = { rate, troubles: sender.troubles };
  const plain = sender.plainUntil !== null && sender.plainUntil > now;
  return {
    is: 'claimed',
    next: readyAt(pace),
    claim: { key, kind, recipient, dueAt, expiresAt, fence, leaseUntil, attempt, left, ...order(row, verdict, plain) },
  };
}

function order({ channel, ts }: Row, verdict: Send, plain: boolean): Order {
  if (verdict.what === 'post') return { what: 'post', message: verdict.message, plain };
  if (channel === null || ts === null) throw new Error('a message that stands has a place');
  return verdict.what === 'edit'
    ? { what: 'edit', message: verdict.message, plain, channel, ts }
    : { what: 'delete', channel, ts };
}
