import type { Tx } from '../db/workspace.ts';
import type { Deps } from '../deps.ts';
import type { WorkingDays } from '../features/people/index.ts';
import type { AnyBlock } from '../slack/blocks.ts';
import type { Mrkdwn } from '../slack/escape.ts';

/**
 * What stands in a channel or DM. `text` is what notifications and screen readers get and carries every fact;
 * `plain` replaces `blocks` where the workspace refuses native data blocks (charts, tables).
 */
export type Message = { text: Mrkdwn; blocks: AnyBlock[]; plain?: AnyBlock[] };

/** What a habit is told about its row when it makes the message. `recipient` is a user (U…, W…) or a channel (C…, G…). */
export type OutboxRow = {
  key: string;
  kind: string;
  recipient: string;
  subject: string;
  dueAt: Date;
  channel: string | null;
  ts: string | null;
};

/** When a message was posted, by Slack's clock; undefined: it doesn't stand yet. */
export const postedAt = ({ ts }: Pick<OutboxRow, 'ts'>): Date | undefined =>
  ts === null ? undefined : new Date(Number(ts) * 1000);

/**
 * One sort of message (decisions, table "Messages"): when it may go out, how important it is, and how it is made.
 * `render` runs in the claiming transaction, from the state at that moment, so nothing stale is ever sent and the
 * row holds no words. It answers 'no longer needed' where the state says so.
 */
export type Kind = {
  /** `<habit>.<name>`, unique. */
  name: string;
  /** 1 is first. Ties go by age. */
  priority: 1 | 2 | 3 | 4 | 5;
  /** Unasked messages are counted against the person's budget (1 a working day, 2 a week, 4 a month). */
  unasked: boolean;
  /** Unasked messages about the monthly habit: at most 3 a month. */
  monthlyHabit?: boolean;
  /** 'always', or the hours in the recipient's own zone between which it may go out, on their working days. */
  window: 'always' | { from: string; until: string };
  /** The last moment it may go out, from its due moment, the recipient's zone and working days; null: it never expires. */
  until(dueAt: Date, zone: string, works: WorkingDays): Date | null;
  render(deps: Deps, tx: Tx, row: OutboxRow): Promise<Message | 'no longer needed'>;
};

/**
 * A message that should stand in Slack. Unique by kind, recipient and subject, for ever. `works`: the recipient's working
 * days, where its end goes by them.
 */
export type Put = { kind: Kind; recipient: string; subject: string; dueAt: Date; zone: string; works?: WorkingDays };

/**
 * Rows of what should stand in Slack, written in the caller's transaction: they are there if and only if the change
 * they tell of is. Only the sender posts. Priority of a change to a message that already stands is always 1: somebody clicked.
 */
export type Outbox = {
  /**
   * Adds rows; those that exist stay as they are, except that a withdrawn one that was asked for should stand again.
   * Answers how many were new.
   */
  put(tx: Tx, rows: readonly Put[]): Promise<number>;
  /** What the message tells of has changed: render again and update it, where it stands or is still to come. */
  change(tx: Tx, which: Which): Promise<void>;
  /** The message should no longer stand: delete it, or never post it. */
  withdraw(tx: Tx, which: Which): Promise<void>;
  /** A channel that refused may take messages again (unarchived, the bot joined, a new route): what is held goes out. */
  retry(tx: Tx, recipient: string): Promise<void>;
};

/** Rows by subject: of one recipient, or, where none is named, of all. */
export type Which = { kind: Kind; subject: string; recipient?: string };
