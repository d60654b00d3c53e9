import type { WebClient } from '@slack/web-api';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import type { Sending } from './claim.ts';

/** Whether Slack refuses our token or installation, as one sender last saw it. */
export type Refusal = {
  /** Slack's code; null: it takes us, as far as we know. */
  by(): string | null;
  /** When Slack is asked whether it takes us again; null: it doesn't refuse. */
  askAt(): Date | null;
  /** What a look at the workspace's sender found. */
  found(by: string | null, now: Date): void;
  /** Whether Slack may be asked now: it isn't again for a while. */
  mayAsk(now: Date): boolean;
};

/** Minutes between two questions: whoever mends the token needn't restart anything, and nobody storms Slack. */
const ASK_MINUTES = 5;

/** Kept in memory: each instance asks for itself, so it also learns of what another one has repaired. */
export function createRefusal(): Refusal {
  let standing: { by: string; askAt: Date } | null = null;
  const later = (now: Date) => plus(now, { minutes: ASK_MINUTES });
  return {
    by: () => standing?.by ?? null,
    askAt: () => standing?.askAt ?? null,
    found(by, now) {
      standing = by === null ? null : { by, askAt: standing?.askAt ?? later(now) };
    },
    mayAsk(now) {
      if (!standing || standing.askAt > now) return false;
      standing = { ...standing, askAt: later(now) };
      return true;
    },
  };
}

/** Asks Slack, beside everything else and when it is time, whether it takes us again; then sending goes on. */
export function askBeside(sending: Sending, bulk: WebClient): void {
  const { refusal, rest, deps } = sending;
  if (refusal.mayAsk(deps.clock.now())) rest.beside(ask(sending, bulk));
}

async function ask({ deps, store, holder, refusal, spacing }: Sending, bulk: WebClient) {
  const { db, clock, log } = deps;
  try {
    await bulk.auth.test();
    await db.run((tx) => store(tx).learn(holder, { stoppedBy: null }));
    refusal.found(null, clock.now());
    spacing.heard(false); // a token that is known may still not post: one message goes first
    log.info({}, 'Slack takes our token again');
  } catch (error) {
    log.warn(faultOf(error), 'Slack does not take our token yet');
  }
}
