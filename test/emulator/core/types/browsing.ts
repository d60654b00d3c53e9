import type { VisibleMessage } from './seen.ts';

/** A message with what is known about the answers to it. */
export type VisibleAnswered = VisibleMessage & {
  /** Who answered, the first to do so first. */
  repliers: string[];
  /** The ts of the newest answer. */
  latestReply: string | undefined;
};

/** The end of a conversation: its newest messages, oldest first, and how many stand before them. */
export type VisiblePage = {
  messages: VisibleAnswered[];
  earlier: number;
  /** The ts up to which this person has read; `0` for nothing. */
  readUpTo: string;
};

/** A thread somebody is in: they began it, answered in it, or were named there. */
export type VisibleThread = {
  channel: string;
  parent: VisibleAnswered;
  /** The newest answers, oldest first. */
  newest: VisibleMessage[];
  /** New answers of others. */
  unread: number;
};

/** What somebody does to look around, and sees of it. */
export type Browsing = {
  /** The conversation itself: answers in threads only where they were broadcast. */
  page(channel: string, newest: number): VisiblePage;
  /** A thread, its first message first; empty where there is none that this person may see. */
  thread(channel: string, ts: string): VisibleAnswered[];
  /** How many of the threads somebody is in have something new. */
  unreadThreads(): number;
  /** The threads somebody is in, the one with the newest answer first. */
  threads(): VisibleThread[];
  /** Marks a thread as read up to now. */
  readsThread(channel: string, ts: string): void;
  /** A file, as it is downloaded. */
  opensFile(id: string): { name: string; mimetype: string; content: Uint8Array } | undefined;
  /** The direct message with these people, made when it isn't there: its id. */
  opensDm(userIds: readonly string[]): string;
};
