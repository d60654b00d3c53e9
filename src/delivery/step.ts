import type { WebClient } from '@slack/web-api';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import { claimNext, type Sending } from './claim.ts';
import { askBeside } from './refusal.ts';
import { letGo } from './send.ts';
import { resolveBeside, tend } from './tend.ts';
import { RenderFault } from './verdict.ts';

/**
 * What the sender does next: look again at once, wait for the pace, wait until a call has landed, or rest until there may
 * be something (null: until woken).
 */
export type Next = { is: 'again' } | { is: 'paced'; until: Date } | { is: 'full' } | { is: 'rest'; until: Date | null };

/** A message that can't be made is tried so often, a minute later and then always twice as late. */
const RENDER_TRIES = 5;
/** Seconds until a row is looked at again that somebody else holds. */
const HELD_ELSEWHERE_SECONDS = 1;

/** One step of sending: lets one message go at most, and doesn't wait for its answer. */
export async function step(sending: Sending, bulk: WebClient): Promise<Next> {
  const { deps, spacing, refusal } = sending;
  const now = deps.clock.now();
  if (!spacing.hasRoom()) return { is: 'full' };
  if (spacing.postsFrom(now) > now) return { is: 'paced', until: spacing.postsFrom(now) };
  const look = await lookForWork(sending);
  if (look.is !== 'held elsewhere') refusal.found(look.is === 'stopped' ? look.by : null, deps.clock.now());
  if (look.is !== 'held elsewhere' && look.is !== 'stopped') resolveBeside(sending, bulk);
  switch (look.is) {
    case 'claimed':
      letGo(sending, bulk, look.claim);
      return { is: 'paced', until: look.next }; // asked before, the database would only say so
    case 'settled':
      return { is: 'again' };
    case 'paced':
      return look;
    case 'nothing':
      return (await tend(sending)) ? { is: 'again' } : { is: 'rest', until: await whenToLook(sending) };
    case 'held elsewhere':
      return { is: 'rest', until: plus(deps.clock.now(), { seconds: HELD_ELSEWHERE_SECONDS }) };
    case 'stopped':
      askBeside(sending, bulk);
      return { is: 'rest', until: refusal.askAt() };
  }
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

/** Past moments: something is ready but rests, or a handler holds it. */
async function whenToLook({ deps: { db, clock }, spacing, store }: Sending): Promise<Date | null> {
  const next = await db.run((tx) => store(tx).nextLook());
  const now = clock.now();
  if (next === null || next > now) return next;
  return spacing.nextFree(now) ?? plus(now, { seconds: HELD_ELSEWHERE_SECONDS });
}
