import { plus } from '../time.ts';

/** What must rest a moment before the next call, beside the pace of all. */
export type Spacing = {
  /** Recipients that got something less than a second ago. */
  resting(now: Date): string[];
  /** Whether a standing message may be edited or deleted now. */
  maySet(now: Date): boolean;
  /** The first moment something that rests may go again; null: nothing rests. */
  nextFree(now: Date): Date | null;
  used(recipient: string, what: 'post' | 'edit' | 'delete', now: Date): void;
  pauseEdits(until: Date): void;
};

/** Slack takes one message a second into a channel (docs.slack.dev/apis/web-api/rate-limits). */
const PER_CHANNEL_SECONDS = 1;
/** chat.update and chat.delete allow 50 calls a minute (tier 3). */
const PER_EDIT_SECONDS = 1.2;

/** Kept in memory: there is one sender per workspace, and whoever takes over from a dead one has waited for its lease. */
export function createSpacing(): Spacing {
  const freeAt = new Map<string, Date>();
  let editsFreeAt: Date | null = null;

  function forgetPast(now: Date) {
    for (const [recipient, at] of freeAt) if (at <= now) freeAt.delete(recipient);
    if (editsFreeAt && editsFreeAt <= now) editsFreeAt = null;
  }
  return {
    resting(now) {
      forgetPast(now);
      return [...freeAt.keys()];
    },
    maySet(now) {
      forgetPast(now);
      return editsFreeAt === null;
    },
    nextFree(now) {
      forgetPast(now);
      const moments = [...freeAt.values(), ...(editsFreeAt ? [editsFreeAt] : [])];
      return moments.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
    },
    used(recipient, what, now) {
      freeAt.set(recipient, plus(now, { seconds: PER_CHANNEL_SECONDS }));
      if (what !== 'post') this.pauseEdits(plus(now, { seconds: PER_EDIT_SECONDS }));
    },
    pauseEdits(until) {
      if (editsFreeAt === null || editsFreeAt < until) editsFreeAt = until;
    },
  };
}
