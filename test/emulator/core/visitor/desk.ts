import { setTimeout as sleep } from 'node:timers/promises';
import type { Ack } from '../delivery/deliver.ts';
import type { Parcel } from '../delivery/transport.ts';
import { notice, type World } from '../session.ts';
import type { JsonObject, Outcome } from '../types.ts';
import { stackOf } from '../views.ts';
import { ephemeralSeen, seenView } from './look.ts';

/** How a person reaches the app and what the emulator does about the answer. */
export type Desk = {
  world: World;
  userId: string;
  send(parcel: Parcel): Promise<Ack>;
  /** Waits until nothing is in flight. */
  idle(): Promise<void>;
};

/** An interaction that the app has to acknowledge; Slack tells the person when it doesn't. */
export async function interact(desk: Desk, payload: JsonObject, acceptsBody = false): Promise<Ack> {
  const ack = await desk.send({ type: 'interactive', payload, acceptsBody });
  if (ack.outcome !== 'acked') notice(desk.world, desk.userId, failure(desk.world, String(payload.type)));
  return ack;
}

/** Slack itself says something to this person, and the app isn't asked. */
export function tell({ world, userId }: Desk, what: string): undefined {
  notice(world, userId, what);
}

const failure = ({ state }: World, type: string) =>
  type === 'view_submission' ? 'We had some trouble connecting. Try again?' : `${state.bot.name} did not respond`;

/** Does something, waits for what comes of it, and tells what this person saw since. */
export async function outcomeOf(desk: Desk, does: () => Promise<Ack | undefined>): Promise<Outcome> {
  const { world, userId } = desk;
  const seenBefore = new Set((world.ephemerals.get(userId) ?? []).map(({ ts }) => ts));
  const saidBefore = world.notices.get(userId)?.length ?? 0;
  const begunBefore = world.flights.begun();
  const ack = await does();
  // A field filled in tells nobody: there is nothing to wait for.
  if (world.flights.begun() !== begunBefore) await desk.idle();
  const fresh = (world.ephemerals.get(userId) ?? []).filter(({ ts }) => !seenBefore.has(ts));
  const modal = stackOf(world, userId).at(-1);
  const open = modal && seenView(world, modal);
  return {
    acked: ack === undefined || ack.outcome === 'acked',
    ms: ack?.ms ?? 0,
    ephemeral: fresh.map((message) => ephemeralSeen(world, userId, message)),
    modal: open,
    notice: world.notices.get(userId)?.slice(saidBefore).at(-1),
    errors: open?.errors ?? {},
  };
}

/** A short silence that says nobody is at work any more, in real milliseconds; shorter where the app itself can say so. */
const SILENCE = { unknown: 60, told: 2 };
/** Real milliseconds between two looks. */
const LOOK_MS = { unknown: 4, told: 1 };

/** Whoever waits while others do waits with them: one look at a time, however many ask. */
export function makeIdle(world: World, busy: readonly (() => boolean)[], atMostMs: number): () => Promise<void> {
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= untilIdle(world, busy, atMostMs).finally(() => {
      waiting = undefined;
    });
    return waiting;
  };
}

/** Waits, `atMostMs` real milliseconds, until nothing is in flight and the app is at rest. */
async function untilIdle({ flights }: World, busy: readonly (() => boolean)[], atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs;
  const told = busy.length > 0 ? 'told' : 'unknown';
  const silence = SILENCE[told];
  let restedSince: number | undefined;
  while (performance.now() < end) {
    const resting = flights.count() === 0 && !busy.some((each) => each());
    if (!resting) restedSince = undefined;
    restedSince ??= resting ? performance.now() : undefined;
    const quiet = restedSince !== undefined && performance.now() - restedSince >= silence;
    if (quiet && flights.quietFor() >= silence) return;
    await sleep(LOOK_MS[told]);
  }
}
