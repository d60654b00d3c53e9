import { setTimeout as pause } from 'node:timers/promises';
import { type Line, type Process, startProcess } from '../chaos/process.ts';
import { freePort } from '../support/free-port.ts';

/** An instance of the bundle that is started again whenever it ends, as an operator's supervisor does. */
export type Supervised = {
  /** How it has ended so far without being asked. */
  ends: (number | string)[];
  /** How many messages it has sent. */
  sent(): number;
  /** Its warnings and errors, and the sentences it said to whoever started it. */
  heard: string[];
  isReady(): Promise<boolean>;
  /** Asks it to stop, and starts it again. */
  restart(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Ends it as the system does when memory is short; it is started again. */
  crash(): void;
  /** Asks it to stop: how it ended. It isn't started again before `start`. */
  stop(): Promise<number | string>;
  start(): void;
  /** Ends it for good. */
  kill(): void;
};

/** So long after an end it is started again. */
const AGAIN_MS = 1_000;
const WARNING = 40;

/** Starts it. */
export async function supervise(bundle: string, env: Record<string, string>): Promise<Supervised> {
  const port = await freePort();
  const ends: (number | string)[] = [];
  const heard: string[] = [];
  let sent = 0;
  let running: Process | undefined;
  let wanted = true;

  function launch() {
    const one = startProcess(bundle, { ...env, OPS_PORT: String(port) }, hear);
    running = one;
    void one.ended.then(async (ended) => {
      if (running !== one) return;
      ends.push(ended);
      await pause(AGAIN_MS);
      if (wanted && running === one) launch();
    });
  }
  function hear({ level = 0, msg, sentence }: Line) {
    if (msg === 'sent') sent += 1;
    const said = level >= WARNING ? msg : sentence;
    if (said !== undefined) heard.push(said);
  }
  async function end(): Promise<number | string> {
    const one = running;
    running = undefined;
    one?.signal('SIGTERM');
    return (await one?.ended) ?? 'not running';
  }

  launch();
  return {
    ends,
    heard,
    sent: () => sent,
    isReady: async () => (await running?.isReady()) ?? false,
    async restart() {
      await end();
      launch();
    },
    freeze: () => running?.signal('SIGSTOP'),
    thaw: () => running?.signal('SIGCONT'),
    crash: () => running?.signal('SIGKILL'),
    stop: end,
    start: launch,
    kill() {
      wanted = false;
      running?.signal('SIGKILL');
    },
  };
}
