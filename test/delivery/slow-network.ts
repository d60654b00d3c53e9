import { setImmediate as macrotask } from 'node:timers/promises';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import type { SenderOptions } from '../../src/delivery/options.ts';
import { plus } from '../../src/time.ts';
import type { Scene } from './scene.ts';

/** Seconds that a call takes to Slack and its answer takes back, on the house's clock. */
export type Delay = { there: number; back: number };

/** One call on its way, from when it left until its answer came, in milliseconds since 1970. */
export type Flight = { method: string; to: string; left: number; landed: number };

/** Rounds of the event loop in which nothing happens before all is taken to be quiet. */
const QUIET_ROUNDS = 12;

/**
 * A network that takes time on the house's clock. `pass` turns that clock also while calls are on their way, once nothing
 * else is at work: neither the database nor a real request.
 */
export function slowNetwork(house: Scene, delayOf: (method: string) => Delay) {
  const { clock } = house;
  const flights: Flight[] = [];
  let atWork = 0;
  const working = async <T>(work: () => Promise<T>): Promise<T> => {
    atWork += 1;
    return work().finally(() => {
      atWork -= 1;
    });
  };
  const takes = (seconds: number) => clock.sleep(plus(clock.now(), { seconds }));

  const over: typeof fetch = async (input, init) => {
    const method = String(input).slice(String(input).lastIndexOf('/') + 1);
    const { there, back } = delayOf(method);
    const flight = {
      method,
      to: recipientOf(init?.body),
      left: clock.now().getTime(),
      landed: Number.POSITIVE_INFINITY,
    };
    flights.push(flight);
    await takes(there);
    const answer = await working(() => wholeAnswer(input, init)).catch((error: unknown) => error);
    await takes(back);
    flight.landed = clock.now().getTime();
    if (answer instanceof Response) return answer;
    throw answer;
  };
  const db: WorkspaceDb = { run: (work) => working(() => house.deps.db.run(work)) };

  async function quiet() {
    for (let rounds = 0; rounds < QUIET_ROUNDS; rounds += 1) {
      if (atWork > 0) rounds = 0;
      await macrotask();
    }
  }

  return {
    flights,
    start: (options: Partial<SenderOptions> = {}) => house.start(options, db, undefined, over),
    quiet,
    pass: (time: Parameters<typeof plus>[1]) =>
      clock.turn(plus(clock.now(), time), { tick: async () => {}, idle: quiet }),
    /** How many calls were on their way at the moment when most were. */
    mostAtOnce: () =>
      Math.max(0, ...flights.map(({ left }) => flights.filter((each) => isUnderWay(each, left)).length)),
    /** Pairs of messages, edits and deletions to the same recipient that were on their way at once; a reading may be beside them. */
    together: () => {
      const written = flights.filter(({ method }) => method.startsWith('chat.'));
      return written.flatMap((one, n) =>
        written.slice(0, n).filter((each) => each.to === one.to && isUnderWay(each, one.left)),
      );
    },
  };
}

const isUnderWay = ({ left, landed }: Flight, at: number) => left <= at && at < landed;

/** Read to its end, so that nothing of it is still on a real wire. */
async function wholeAnswer(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const { status, headers, ...answer } = await fetch(input, init).then(async (got) => ({
    status: got.status,
    headers: got.headers,
    body: await got.arrayBuffer(),
  }));
  return new Response(answer.body, { status, headers });
}

const recipientOf = (body: unknown): string =>
  body instanceof URLSearchParams || typeof body === 'string' ? (new URLSearchParams(body).get('channel') ?? '') : '';
