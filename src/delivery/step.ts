import type { WebClient } from '@slack/web-api';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import { call } from './call.ts';
import { type Claim, claimNext, type Sending } from './claim.ts';
import { REQUEST_SECONDS } from './options.ts';
import type { Outcome } from './outcome.ts';
import { record } from './record.ts';
import { nextLost, readBack, recordReading } from './resolve.ts';
import { upkeep } from './upkeep.ts';
import { RenderFault } from './verdict.ts';

/** What the sender does next: look again at once, wait for the pace, or rest until there may be something (null: until woken). */
export type Next = { is: 'again' } | { is: 'paced'; until: Date } | { is: 'rest'; until: Date | null };

/** A message that can't be made is tried so often, a minute later and then always twice as late. */
const RENDER_TRIES = 5;
/** Seconds until a row is looked at again that somebody else holds. */
const HELD_ELSEWHERE_SECONDS = 1;

/** One step of sending: one message at most. */
export async function step(sending: Sending, bulk: WebClient): Promise<Next> {
  const { clock } = sending.deps;
  const look = await lookForWork(sending);
  switch (look.is) {
    case 'claimed':
      await send(sending, bulk, look.claim);
      return { is: 'again' };
    case 'settled':
      return { is: 'again' };
    case 'paced':
      return look;
    case 'nothing':
      return (await tend(sending, bulk)) ? { is: 'again' } : { is: 'rest', until: await whenToLook(sending) };
    case 'held elsewhere':
      return { is: 'rest', until: plus(clock.now(), { seconds: HELD_ELSEWHERE_SECONDS }) };
    case 'stopped':
      return { is: 'rest', until: null };
  }
}

/** Settles what time has settled, and resolves one lost post at most. Answers whether there may be something new to send. */
export async function tend(sending: Sending, bulk: WebClient): Promise<boolean> {
  const { db, clock } = sending.deps;
  const settled = await db.run((tx) => upkeep(sending.store(tx), clock.now(), sending.options.quarantineSeconds));
  const resolved = await resolveOne(sending, bulk);
  return settled > 0 || resolved;
}

async function resolveOne(sending: Sending, bulk: WebClient): Promise<boolean> {
  const { db, clock, log } = sending.deps;
  const lost = await db.run((tx) => nextLost(sending, tx, clock.now()));
  if (lost === undefined) return false;
  if (lost === 'settled') return true;
  const reading = await readBack(bulk, lost);
  if (reading.is === 'unreadable') sending.spacing.pauseReads(plus(clock.now(), { seconds: reading.retryAfter }));
  await db.run((tx) => recordReading(sending.store(tx), lost, reading, clock.now()));
  sending.meters.resolved(reading.is);
  log.info({ key: lost.key, reading: reading.is }, 'read back a post whose answer was lost');
  return true;
}

async function lookForWork(sending: Sending) {
  const { db, clock } = sending.deps;
  try {
    return await db.run((tx) => claimNext(sending, tx, clock.now()));
  } catch (error) {
    if (!(error instanceof RenderFault)) throw error;
    await setAside(sending, error);
    return { is: 'settled' } as const;
  }
}

/** One habit's mistake doesn't hold up the others' messages. */
async function setAside({ deps: { db, clock, log }, store }: Sending, { key, cause }: RenderFault) {
  log.error({ key, ...faultOf(cause) }, 'a message could not be made');
  await db.run(async (tx) => {
    const row = await store(tx).find(key);
    if (!row) return;
    const attempt = row.attempt + 1;
    const notBefore = plus(clock.now(), { minutes: 2 ** row.attempt });
    const state = attempt >= RENDER_TRIES ? 'failed' : row.state;
    await store(tx).settle(key, { attempt, notBefore, state, lastError: 'render' });
  });
}

/** A process that stood still between the claim and now no longer knows whether the claim is its own. */
async function send(sending: Sending, bulk: WebClient, claim: Claim) {
  const { clock, log } = sending.deps;
  const inTime = plus(clock.now(), { seconds: REQUEST_SECONDS }) <= claim.leaseUntil;
  if (!inTime) return log.warn({ key: claim.key }, 'a claim was left to run out');
  sending.mark.raise(claim.fence);
  sending.spacing.used(claim.recipient, claim.what, clock.now());
  const outcome = await call(bulk, claim);
  if (outcome.is === 'limited' && claim.what !== 'post')
    sending.spacing.pauseEdits(plus(clock.now(), { seconds: outcome.retryAfter }));
  tell(sending, claim, outcome);
  await recordPatiently(sending, claim, outcome);
}

/** While the database is away the answer is kept as long as the claim lasts; then it is a lost answer like any other. */
async function recordPatiently(sending: Sending, claim: Claim, outcome: Outcome) {
  const { db, clock, log } = sending.deps;
  for (;;) {
    try {
      const ours = await db.run((tx) => record(sending, tx, claim, outcome, clock.now()));
      if (!ours) log.warn({ key: claim.key, outcome: outcome.is }, 'a claim was lost before its answer came');
      return;
    } catch (error) {
      log.error({ key: claim.key, ...faultOf(error) }, 'an answer could not be written down');
      if (clock.now() >= claim.leaseUntil) return;
      await clock.sleep(plus(clock.now(), { seconds: 1 }));
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

/** Past moments: something is ready but rests, or a handler holds it. */
async function whenToLook({ deps: { db, clock }, spacing, store }: Sending): Promise<Date | null> {
  const next = await db.run((tx) => store(tx).nextLook());
  const now = clock.now();
  if (next === null || next > now) return next;
  return spacing.nextFree(now) ?? plus(now, { seconds: HELD_ELSEWHERE_SECONDS });
}
