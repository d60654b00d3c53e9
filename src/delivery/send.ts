import type { WebClient } from '@slack/web-api';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import { call } from './call.ts';
import type { Claim, Sending } from './claim.ts';
import { REQUEST_SECONDS } from './options.ts';
import type { Outcome } from './outcome.ts';
import { record } from './record.ts';

/**
 * Lets the claim's one call leave, and goes on without its answer. A process that stood still between the claim and now
 * no longer knows whether the claim is its own.
 */
export function letGo(sending: Sending, bulk: WebClient, claim: Claim): void {
  const { clock, log } = sending.deps;
  const now = clock.now();
  const inTime = plus(now, { seconds: REQUEST_SECONDS }) <= claim.leaseUntil;
  if (!inTime) {
    log.warn({ key: claim.key }, 'a claim was left to run out');
    return;
  }
  sending.mark.raise(claim.fence);
  sending.spacing.used(claim.recipient, claim.what, now);
  sending.spacing.claimed(claim.fence);
  sending.rest.beside(send(sending, bulk, claim).finally(() => sending.spacing.landed(claim.recipient)));
}

async function send(sending: Sending, bulk: WebClient, claim: Claim) {
  const outcome = await call(bulk, claim);
  obey(sending, claim, outcome);
  tell(sending, claim, outcome);
  await recordPatiently(sending, claim, outcome);
}

/** What holds for the next call already, while this answer isn't written down yet. */
function obey({ spacing, deps: { clock } }: Sending, { what }: Claim, outcome: Outcome) {
  spacing.heard(outcome.is !== 'unknown' && outcome.is !== 'later');
  if (outcome.is !== 'limited') return;
  const over = plus(clock.now(), { seconds: outcome.retryAfter });
  if (what === 'post') spacing.pausePosts(over);
  else spacing.pauseEdits(over);
}

/** While the database is away the answer is kept as long as the claim lasts; then it is a lost answer like any other. */
async function recordPatiently(sending: Sending, claim: Claim, outcome: Outcome) {
  const { db, clock, log } = sending.deps;
  for (let goesOn = true; goesOn; ) {
    try {
      const ours = await db.run((tx) => record(sending, tx, claim, outcome, clock.now()));
      if (!ours) log.warn({ key: claim.key, outcome: outcome.is }, 'a claim was lost before its answer came');
      return;
    } catch (error) {
      log.error({ key: claim.key, ...faultOf(error) }, 'an answer could not be written down');
      if (clock.now() >= claim.leaseUntil) return;
      goesOn = await sending.rest.besideUntil(plus(clock.now(), { seconds: 1 }));
    }
  }
}

function tell(sending: Sending, claim: Claim, outcome: Outcome) {
  const { clock, log } = sending.deps;
  const { key, kind, what, attempt } = claim;
  sending.meters.sent(outcome.is);
  if (outcome.is === 'done' && what === 'post' && sending.kinds.get(kind)?.unasked)
    sending.meters.late((clock.now().getTime() - claim.dueAt.getTime()) / 1000);
  const fields = { key, kind, what, attempt, outcome: outcome.is, ...('code' in outcome && { code: outcome.code }) };
  if (outcome.is === 'stopped' || outcome.is === 'failed') log.error(fields, 'Slack refused');
  else if (outcome.is === 'done') log.info(fields, 'sent');
  else log.warn(fields, 'not sent');
}
