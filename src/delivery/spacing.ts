import { plus } from '../time.ts';
import { REQUEST_SECONDS } from './options.ts';

/** What must rest a moment before the next call, beside the pace of all. */
export type Spacing = {
  /** Recipients to whom something is on its way, or was sent less than a second ago. */
  resting(now: Date): string[];
  /** Whether one more call may be on its way beside those that are; while Slack doesn't answer, only one at a time. */
  hasRoom(): boolean;
  /** When a post may go out, after Slack has limited one; `now` or earlier: at once. */
  postsFrom(now: Date): Date;
  /** Whether a standing message may be edited or deleted now. */
  mayEdit(now: Date): boolean;
  /** Whether a DM may be read back now: one at a time. */
  mayRead(now: Date): boolean;
  /** The first moment something that rests may go again; null: nothing rests. */
  nextFree(now: Date): Date | null;
  /** A call leaves. */
  used(recipient: string, what: 'post' | 'edit' | 'delete', now: Date): void;
  /** The last claim that this sender let go. */
  claimed(fence: number): void;
  /** Where the workspace's last claim was another sender's, and lately: nobody here knows to whom, so posts rest a second. */
  follows(last: LastClaim, now: Date): void;
  /** What became of it is written down. */
  landed(recipient: string): void;
  /** Whether Slack answered the last call. */
  heard(answered: boolean): void;
  reads(now: Date): void;
  hasRead(): void;
  pausePosts(until: Date): void;
  pauseEdits(until: Date): void;
  pauseReads(until: Date): void;
};

/** Slack takes one message a second into a channel (docs.slack.dev/apis/web-api/rate-limits). */
const PER_CHANNEL_SECONDS = 1;
/** Seconds that two instances' clocks may differ: each by one from the database's (clock-offset.ts). */
const CLOCKS_DIFFER_SECONDS = 2;
/** chat.update and chat.delete allow 50 calls a minute (tier 3). */
const PER_EDIT_SECONDS = 1.2;

/** The workspace's last claim, and when it was made by its sender's clock. */
type LastClaim = { fence: number; refilledAt: Date };

type Limits = {
  /** Calls that are on their way at once. */
  inFlight: number;
  readsPerMinute: number;
  /** Seconds after which a claim is lost. */
  claimSeconds: number;
};

/** Kept in memory: there is one sender per workspace, and whoever takes over from another begins with a rest. */
export function createSpacing({ inFlight, readsPerMinute, claimSeconds }: Limits): Spacing {
  const freeAt = new Map<string, Date>();
  const flying = new Set<string>();
  let lastClaim = 0;
  let answered = true;
  let reading = false;

  function pause(what: string, until: Date) {
    const now = freeAt.get(what);
    if (now === undefined || now < until) freeAt.set(what, until);
  }
  function rests(now: Date): string[] {
    for (const [what, at] of freeAt) if (at <= now) freeAt.delete(what);
    return [...freeAt.keys()];
  }
  return {
    resting: (now) => [...new Set([...rests(now).filter((what) => !METHODS.includes(what)), ...flying])],
    hasRoom: () => flying.size < (answered ? inFlight : 1),
    postsFrom: (now) => freeAt.get(POSTS) ?? now,
    mayEdit: (now) => !rests(now).includes(EDITS),
    mayRead: (now) => !reading && !rests(now).includes(READS),
    nextFree(now) {
      rests(now);
      return [...freeAt.values()].reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
    },
    used(recipient, what, now) {
      flying.add(recipient);
      pause(recipient, plus(now, { seconds: PER_CHANNEL_SECONDS }));
      if (what !== 'post') pause(EDITS, plus(now, { seconds: PER_EDIT_SECONDS }));
    },
    claimed(fence) {
      lastClaim = fence;
    },
    follows({ fence, refilledAt }, now) {
      if (fence === lastClaim) return;
      lastClaim = fence;
      // Until then the other's last message may leave, where the database was slow to answer its claim.
      const leaves = plus(refilledAt, { seconds: claimSeconds - REQUEST_SECONDS });
      const rested = plus(leaves, { seconds: PER_CHANNEL_SECONDS + CLOCKS_DIFFER_SECONDS });
      if (rested > now) pause(POSTS, earlier(rested, plus(now, { seconds: PER_CHANNEL_SECONDS })));
    },
    landed: (recipient) => void flying.delete(recipient),
    heard(now) {
      answered = now;
    },
    reads(now) {
      reading = true;
      pause(READS, plus(now, { seconds: 60 / readsPerMinute }));
    },
    hasRead() {
      reading = false;
    },
    pausePosts: (until) => pause(POSTS, until),
    pauseEdits: (until) => pause(EDITS, until),
    pauseReads: (until) => pause(READS, until),
  };
}

/** Beside recipients' ids, which are upper case. */
const POSTS = 'posts';
const EDITS = 'edits';
const READS = 'reads';
const METHODS = [POSTS, EDITS, READS];

const earlier = (one: Date, other: Date) => (one < other ? one : other);
