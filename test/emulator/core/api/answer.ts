import { setTimeout as sleep } from 'node:timers/promises';
import { remember } from '../bounded.ts';
import type { StrikingFaults } from '../faults.ts';
import type { World } from '../session.ts';
import type { Json, JsonObject } from '../shapes.ts';
import { asJson } from '../state.ts';

/** What goes back over the wire: an answer, or none because the connection is cut or left hanging. */
export type Reply =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: Json }
  | { kind: 'cut' }
  | { kind: 'hang' };

const MOST_CALLS = 2000;

type Request = {
  /** What faults and the journal know it by: a method's name, or response_url. */
  name: string;
  args: JsonObject;
  /** Does what was asked, and says what the answer is. */
  work(): Omit<Extract<Reply, { kind: 'answer' }>, 'kind'>;
};

/** Answers one request of the app, with whatever fault strikes it, and writes it in the journal. */
export async function answer(world: World, faults: StrikingFaults, request: Request): Promise<Reply> {
  const flight = world.flights.begin();
  const began = performance.now();
  try {
    const reply = await struck(world, faults, request);
    journal(world, request, reply, performance.now() - began);
    return reply;
  } finally {
    flight.end();
  }
}

async function struck(world: World, faults: StrikingFaults, { name, work }: Request): Promise<Reply> {
  const fault = faults.strike(name);
  if (fault?.delayMs) await sleep(fault.delayMs);
  if (fault?.hang) return { kind: 'hang' };
  if (fault?.lateCommitMs !== undefined) {
    world.later(fault.lateCommitMs, work);
    return { kind: 'cut' };
  }
  const status = fault?.status ?? (fault?.retryAfter === undefined ? 200 : 429);
  if (status !== 200)
    return { kind: 'answer', status, headers: retryHeader(fault?.retryAfter), body: errorBody(status) };
  if (fault?.error) return { kind: 'answer', status, headers: {}, body: { ok: false, error: fault.error } };
  const done = work();
  return fault?.loseAnswer ? { kind: 'cut' } : { kind: 'answer', ...done };
}

const retryHeader = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

const errorBody = (status: number): Json => ({ ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' });

function journal(world: World, { name, args }: Request, reply: Reply, ms: number) {
  const { token: _secret, ...shown } = args;
  remember(world.calls, MOST_CALLS, {
    at: world.now().toISOString(),
    method: name,
    args: asJson(shown) as JsonObject,
    status: reply.kind === 'answer' ? reply.status : 0,
    response: reply.kind === 'answer' ? reply.body : `(${reply.kind})`,
    ms: Math.round(ms * 100) / 100,
  });
  world.changed();
}
