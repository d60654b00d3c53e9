import { setTimeout as sleep } from 'node:timers/promises';
import { remember } from '../bounded.ts';
import type { FaultyCall, StrikingFaults } from '../faults.ts';
import type { Limits } from '../rates.ts';
import type { World } from '../session.ts';
import { asJson } from '../state.ts';
import { refusalOf } from '../struck.ts';
import type { Fault, Json, JsonObject } from '../types.ts';

/** What goes back over the wire: an answer, or none because the connection is cut or left hanging. */
export type Reply =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: Json }
  | { kind: 'garbage' }
  | { kind: 'cut' }
  | { kind: 'hang' };

type Answer = Omit<Extract<Reply, { kind: 'answer' }>, 'kind'>;

const MOST_CALLS = 2000;

/** `name` is what faults and the journal know it by: a method's name, or response_url. */
type Request = FaultyCall & {
  /** Does what was asked, and says what the answer is. */
  work(): Answer;
};

/** What may stand between a request and its answer. */
export type Obstacles = { faults: StrikingFaults; limits: Limits };

/** Answers one request of the app, with whatever fault or limit strikes it, and writes it in the journal. */
export async function answer(world: World, obstacles: Obstacles, request: Request): Promise<Reply> {
  const flight = world.flights.begin();
  const began = performance.now();
  try {
    const reply = await replyTo(world, obstacles, request);
    journal(world, request, reply, performance.now() - began);
    return reply;
  } finally {
    flight.end();
  }
}

async function replyTo(world: World, { faults, limits }: Obstacles, request: Request): Promise<Reply> {
  const seconds = limits.wait(request.name, request.args);
  if (seconds !== undefined) return failed(429, seconds);
  const fault = faults.strike(request);
  if (!fault) return { kind: 'answer', ...request.work() };
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false });
  return struck(world, fault, request);
}

/** The first of a fault's fields that says what happens; a fault that only delays lets the call through. */
function struck(world: World, fault: Fault, { name, args, work }: Request): Reply {
  if (fault.hang) return { kind: 'hang' };
  if (fault.cut) return { kind: 'cut' };
  if (fault.lateCommitMs !== undefined) {
    world.later(fault.lateCommitMs, work);
    return { kind: 'cut' };
  }
  if (fault.garbage) return { kind: 'garbage' };
  const status = fault.status ?? (fault.retryAfter === undefined ? 200 : 429);
  if (status !== 200) return failed(status, fault.retryAfter, fault.error);
  if (fault.error) return { kind: 'answer', status, headers: {}, body: { ok: false, error: fault.error } };
  if (fault.unknownBlock) return notKnownHere(fault.unknownBlock, name, args);
  const done = work();
  return fault.loseAnswer ? { kind: 'cut' } : { kind: 'answer', ...done };
}

function failed(status: number, retryAfter: number | undefined, error = USUAL_ERRORS[status]): Reply {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { kind: 'answer', status, headers, body: { ok: false, error: error ?? 'internal_error' } };
}

const USUAL_ERRORS: Readonly<Record<number, string>> = { 429: 'ratelimited' };

function notKnownHere(type: string, name: string, args: JsonObject): Reply {
  const { error, mistake } = refusalOf(args, type);
  const body = {
    ok: false,
    error,
    ...(error === 'invalid_blocks' && { errors: [mistake] }),
    response_metadata: { messages: [`[ERROR] ${mistake}`] },
  };
  return { kind: 'answer', status: name === 'response_url' ? 400 : 200, headers: {}, body };
}

function journal(world: World, { name, args }: Request, reply: Reply, ms: number) {
  const { token: _token, client_secret: _secret, ...shown } = args;
  remember(world.calls, MOST_CALLS, {
    at: world.now().toISOString(),
    method: name,
    args: asJson(shown) as JsonObject,
    status: reply.kind === 'answer' ? reply.status : statusOf[reply.kind],
    response: reply.kind === 'answer' ? reply.body : `(${reply.kind})`,
    ms: Math.round(ms * 100) / 100,
  });
  world.changed();
}

/** What the caller saw of an answer that was none. */
const statusOf = { garbage: 200, cut: 0, hang: 0 };
