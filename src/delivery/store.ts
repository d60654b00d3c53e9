import type { Tx } from '../db/workspace.ts';
import type { Whereabouts } from '../features/people/index.ts';
import type { Outbox, Sender } from '../generated/prisma/client.ts';
import type { Pace } from './pace.ts';

/**
 * All that delivery asks of a transaction: rules decide, this remembers. One implementation speaks SQL (sql/index.ts);
 * where somebody brings another, it must answer the same (test/sim/model.test.ts).
 */
export type DeliveryStore = SenderRows & ReadyRows & ClaimedRows & LostRows & IdleRows & WantedRows & AskedRow;

/** The store of a transaction. */
export type StoreOf = (tx: Tx) => DeliveryStore;

/** What should stand in Slack, and what does. */
export type Row = Omit<Outbox, 'workspaceId'>;

/** The workspace's one sender: its lease, its last claim, and what it has learned. */
export type SenderRow = Omit<Sender, 'workspaceId'>;

/** What a decision changes of a row. */
export type RowChanges = Partial<Omit<Row, 'kind' | 'recipient' | 'subject'>>;

/** What an answer teaches about the workspace. */
export type Lesson = Partial<Omit<SenderRow, 'holder' | 'leaseUntil'>>;

/** One claim of a row: whoever lost it changes nothing. */
export type Claimed = { key: string; fence: number };

/** Where a message stands. */
export type Place = { channel: string; ts: string };

/** Which recipients rest now, and whether messages that stand may be touched. */
export type Resting = { recipients: readonly string[]; mayEdit: boolean };

/** Something unasked that somebody got, or may have got. */
export type Unasked = { sentAt: Date | null; leaseUntil: Date | null; monthlyHabit: boolean };

/** A message that should stand, as it is first written. */
export type NewRow = Pick<
  Row,
  'kind' | 'recipient' | 'subject' | 'unasked' | 'monthlyHabit' | 'priority' | 'dueAt' | 'expiresAt'
>;

/** Rows by kind and subject: of one recipient, or, where none is named, of all. */
export type About = { kind: string; subject: string; recipient?: string | undefined };

/** Questions and answers about the workspace's one sender. */
export type SenderRows = {
  /** Makes the workspace's sender, if it has none, with this pace; clears what had stopped an earlier one. */
  enrol(first: Pace): Promise<void>;
  /**
   * The workspace's sender, held by `holder` from now until then; null where somebody else holds it. It stays locked
   * until the transaction ends, so claims of one workspace happen one after the other.
   */
  takeLease(holder: string, now: Date, until: Date): Promise<SenderRow | null>;
  /** Another instance may send at once. */
  releaseLease(holder: string): Promise<void>;
  /** The sender, if `holder` holds it; locked as by `takeLease`, since a claim of the same moment teaches too. */
  heldBy(holder: string): Promise<SenderRow | null>;
  /** Writes what `holder` has learned; whoever lost the lease teaches nothing. */
  learn(holder: string, lesson: Lesson): Promise<void>;
  /** The last claim of the workspace, whoever made it; 0: none yet. */
  fence(): Promise<number>;
};

/** Rows whose turn it is, and what decides about them. */
export type ReadyRows = {
  /**
   * The first row whose turn it is, by priority and age. Skips what another transaction is changing at this moment: its
   * end wakes the sender again.
   */
  firstReady(now: Date, resting: Resting): Promise<Row | null>;
  find(key: string): Promise<Row | null>;
  settle(key: string, changes: RowChanges): Promise<void>;
  /** Where and when somebody is reached, and whether they are still a member; undefined: nobody knows them. */
  whereabouts(userId: string, house: { zone: string; country: string }): Promise<Whereabouts | undefined>;
  /** What somebody got unasked since then, other than by this row, or may have got by a claim that is still open. */
  unaskedSince(since: Date, row: { recipient: string; key: string }): Promise<Unasked[]>;
};

/** What became of a claim. Each answers whether the claim was still there: `sending`, or `unknown`, which a late answer still settles. */
export type ClaimedRows = {
  /** The claimed version stands. Where an older one may still arrive from a lost call, it is written once more after that. */
  recordShown(claim: Claimed, at: Place, now: Date): Promise<boolean>;
  /** It no longer stands; what was put again while it was being deleted is posted anew. */
  recordDeleted(claim: Claimed): Promise<boolean>;
  /** It wasn't done. */
  recordUndone(claim: Claimed, changes: RowChanges): Promise<boolean>;
};

/** Posts whose answer was lost: rows that are `unknown`, under the claim they were made with. */
export type LostRows = {
  /** The first whose quarantine is over. */
  firstLost(now: Date): Promise<Row | null>;
  settleLost(lost: Pick<Row, 'key' | 'fence'>, changes: RowChanges): Promise<void>;
  /** It stands, in the version that was on its way; what has changed since is edited in. */
  recordFound(lost: Pick<Row, 'key' | 'fence'>, at: Place, now: Date): Promise<void>;
};

/** What time settles. The numbers are of rows touched. */
export type IdleRows = {
  /**
   * Claims whose sender went away in the middle. A post may have been seen, so it waits until `settled`, when it can be
   * read back; an edit is repeated at once, and again when the lost one can't come any more.
   */
  recover(now: Date, settled: Date): Promise<number>;
  expire(now: Date): Promise<number>;
  /** What was held goes out again where its day has come. */
  askAgain(now: Date): Promise<number>;
  /**
   * When there is something to do next; null: nothing is open. It is past where something is ready, or is ready but can't
   * go yet.
   */
  nextLook(): Promise<Date | null>;
};

/** What should stand, as whoever has something to say writes it. */
export type WantedRows = {
  /**
   * Adds rows and answers how many were new. Those that exist stay as they are, except that a withdrawn one that was
   * asked for should stand again.
   */
  add(rows: readonly NewRow[]): Promise<number>;
  /**
   * What was sent, or failed, goes out again, at once and before all else; where it failed because nobody could read
   * whether it stands (its lease is kept), it is read back first. What waits will be made from the new state anyway;
   * what is on its way learns from `wanted` that it is old when it arrives; what was skipped stays unsaid.
   */
  change(about: About): Promise<void>;
  /** What stands is deleted, at once and before all else; what was never posted is skipped; what is on its way comes after. */
  withdraw(about: About): Promise<void>;
  /** What a recipient held goes out. */
  retry(recipient: string): Promise<void>;
};

/** When every habit was last asked what is due. */
export type AskedRow = {
  /** Undefined: never. */
  lastAsked(): Promise<Date | undefined>;
  /** Notes that every habit has been asked now, and has answered. */
  noteAsked(at: Date): Promise<void>;
};
