import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What happens to a connection as soon as the product says something over it. `break`: it is reset, and nothing was
 * done. `lose`: what was said is done, and reset instead of answered. `halve`: half of the answer's first piece arrives,
 * then it is reset. `silence`: nothing passes any more, and both sides think that it stands. `slow`: the answer comes
 * three seconds late.
 */
export type Mishap = 'break' | 'lose' | 'halve' | 'silence' | 'slow';

/** `says`: texts that the product says one after the other over one connection; the mishap follows the last. */
export type Ambush = { says: readonly string[]; mishap: Mishap };

/** A way from the product to somebody, with what goes wrong on it. */
export type Proxy = {
  port: number;
  /** Lies in wait for one connection. */
  ambush(ambush: Ambush): void;
  /** Whether somebody still lies in wait. */
  waits(): boolean;
  /** Every connection that stands is reset, or goes silent; new ones pass. */
  all(mishap: 'break' | 'silence'): void;
  /** How new connections fare: they pass, are turned away, or are taken and never answered. */
  newcomers(fare: 'pass' | 'refuse' | 'silence'): void;
  /** How many came since it was made. */
  came(): number;
  /** Nothing goes wrong any more; what is silent stays so, as on a real way. */
  heal(): void;
  close(): void;
};

const SLOW_MS = 3_000;

/** One connection: what happens to its next answer, and how far it has come into the ambush. */
type Pair = { near: Socket; far: Socket; silent: boolean; said: number; answers: 'pass' | 'lose' | 'halve' | 'slow' };

/** Opens a way to this port of this machine. */
export async function openProxy(target: () => number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let waiting: Ambush | undefined;
  let fare: 'pass' | 'refuse' | 'silence' = 'pass';
  let came = 0;

  const server = createServer((near) => {
    came += 1;
    if (fare === 'refuse') return void near.resetAndDestroy();
    const far = connect({ port: target(), host: '127.0.0.1' });
    const pair: Pair = { near, far, silent: fare === 'silence', said: 0, answers: 'pass' };
    pairs.add(pair);
    near.on('data', (said) => onSaid(pair, said));
    far.on('data', (answer) => onAnswer(pair, answer));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => leave(pair, one, other));
    }
  });

  function leave(pair: Pair, one: Socket, other: Socket) {
    // A connection that has gone silent doesn't tell the product that it is over.
    if (pair.silent && one === pair.far) return;
    pairs.delete(pair);
    other.destroy();
  }

  function onSaid(pair: Pair, said: Buffer) {
    if (pair.silent) return;
    const mishap = isAmbushed(pair, said) ? waiting?.mishap : undefined;
    if (mishap) waiting = undefined;
    if (mishap === 'break') return reset(pair);
    if (mishap === 'silence') return silence(pair);
    if (mishap) pair.answers = mishap;
    pair.far.write(said);
  }

  function isAmbushed(pair: Pair, said: Buffer): boolean {
    if (!waiting) return false;
    const { says } = waiting;
    while (pair.said < says.length && said.includes(says[pair.said] ?? '')) pair.said += 1;
    return pair.said >= says.length;
  }

  function onAnswer(pair: Pair, answer: Buffer) {
    if (pair.silent) return;
    const { answers, near } = pair;
    if (answers === 'pass') return void near.write(answer);
    if (answers === 'slow') return late(pair, answer);
    if (answers === 'halve') near.write(answer.subarray(0, Math.floor(answer.length / 2)), () => reset(pair));
    else reset(pair);
  }

  /** What follows it waits too. */
  function late(pair: Pair, answer: Buffer) {
    pair.far.pause();
    setTimeout(() => {
      pair.near.write(answer);
      pair.answers = 'pass';
      pair.far.resume();
    }, SLOW_MS);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    ambush(ambush) {
      for (const pair of pairs) pair.said = 0;
      waiting = ambush;
    },
    waits: () => waiting !== undefined,
    all(mishap) {
      for (const pair of [...pairs]) mishap === 'break' ? reset(pair) : silence(pair);
    },
    newcomers(how) {
      fare = how;
    },
    came: () => came,
    heal() {
      waiting = undefined;
      fare = 'pass';
      for (const pair of pairs) pair.answers = 'pass';
    },
    close() {
      server.close();
      for (const pair of [...pairs]) reset(pair);
    },
  };
}

function reset({ near, far }: Pair) {
  near.resetAndDestroy();
  far.destroy();
}

/** The far side is told nothing either: it notices by itself, as a server does when a machine is gone. */
function silence(pair: Pair) {
  pair.silent = true;
}
