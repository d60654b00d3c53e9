import { plus } from '../time.ts';

/** What must rest a moment before the next call, beside the pace of all. */
export type Spacing = {
  /** Recipients that got something less than a second ago. */
  resting(now: Date): string[];
  /** Whether a standing message may be edited or deleted now. */
  mayEdit(now: Date): boolean;
  /** Whether a DM may be read back now. */
  mayRead(now: Date): boolean;
  /** The first moment something that rests may go again; null: nothing rests. */
  nextFree(now: Date): Date | null;
  used(recipient: string, what: 'post' | 'edit' | 'delete', now: Date): void;
  pauseEdits(until: Date): void;
  pauseReads(until: Date): void;
};

/** Slack takes one message a second into a channel (docs.slack.dev/apis/web-api/rate-limits). */
const PER_CHANNEL_SECONDS = 1;
/** chat.update and chat.delete allow 50 calls a minute (tier 3). */
const PER_EDIT_SECONDS = 1.2;

/** Kept in memory: there is one sender per workspace, and whoever takes over from a dead one has waited for its lease. */
export function createSpacing(): Spacing {
  const freeAt = new Map<string, Date>();

  function pause(what: string, until: Date) {
    const now = freeAt.get(what);
    if (now === undefined || now < until) freeAt.set(what, until);
  }
  function taken(now: Date): string[] {
    for (const [what, at] of freeAt) if (at <= now) freeAt.delete(what);
    return [...freeAt.keys()];
  }
  return {
    resting: (now) => taken(now).filter((what) => what !== EDITS && what !== READS),
    mayEdit: (now) => !taken(now).includes(EDITS),
    mayRead: (now) => !taken(now).includes(READS),
    nextFree(now) {
      taken(now);
      return [...freeAt.values()].reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
    },
    used(recipient, what, now) {
      pause(recipient, plus(now, { seconds: PER_CHANNEL_SECONDS }));
      if (what !== 'post') pause(EDITS, plus(now, { seconds: PER_EDIT_SECONDS }));
    },
    pauseEdits: (until) => pause(EDITS, until),
    pauseReads: (until) => pause(READS, until),
  };
}

/** Beside recipients' ids, which are upper case. */
const EDITS = 'edits';
const READS = 'reads';
