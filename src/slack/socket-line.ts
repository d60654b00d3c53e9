import { WebAPIPlatformError } from '@slack/web-api';
import { pause } from '../deadline.ts';
import { faultOf } from '../log.ts';
import { HOPELESS } from './hopeless.ts';
import { type ConnectionOptions, SocketConnection } from './socket-connection.ts';

/**
 * Seconds before the next attempt, by how many things went wrong in a row: a dropped connection comes back at once,
 * a few times even when it drops again at once; an attempt that fails waits, longer each time. With an attempt that is
 * under way when Slack is back, the last rung still makes less than half a minute.
 */
const LADDER = [0, 0, 0, 1, 2, 4, 8, 16];
const FIRST_WAIT = LADDER.indexOf(1);

/** A connection that drops sooner didn't come to stay (milliseconds). */
const STEADY = 1_000;

export type LineOptions = ConnectionOptions & {
  /** The line came up or went down. */
  changed(): void;
  /** Slack refuses the app token, with this error code; the line has given up. */
  refused(code: string): void;
};

type Attempt = { connection: SocketConnection } | { code: string };

/** A Socket Mode connection that is there again whenever it goes: the next one opens before the old one closes. */
export class SocketLine {
  connected = false;
  readonly #options: LineOptions;
  readonly #open = new Set<SocketConnection>();
  readonly #stop = new AbortController();

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** Ends with the first attempt, whatever came of it; from then on the line keeps itself up until it is closed. */
  async open(): Promise<void> {
    const first = await this.#attempt();
    void this.#keepUp(first);
  }

  /** No reconnecting any more, and closed as soon as everything that came in is acknowledged. */
  async closeWhenAcked(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#open].map((connection) => connection.closeWhenAcked()));
  }

  /** Closed at once. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#open].map((connection) => connection.close()));
  }

  async #keepUp(first: Attempt) {
    let rung = 0;
    for (let attempt: Attempt | undefined = first; attempt; attempt = await this.#attemptAfter(LADDER[rung] ?? 0)) {
      if ('code' in attempt && HOPELESS.has(attempt.code)) return this.#options.refused(attempt.code);
      const steady = 'connection' in attempt && (await this.#untilLeaving(attempt.connection));
      rung = steady ? 0 : Math.min(Math.max(rung + 1, 'code' in attempt ? FIRST_WAIT : 0), LADDER.length - 1);
    }
  }

  async #attemptAfter(seconds: number): Promise<Attempt | undefined> {
    if (seconds > 0) await pause(seconds * 1_000, this.#stop.signal);
    return this.#stop.signal.aborted ? undefined : this.#attempt();
  }

  async #attempt(): Promise<Attempt> {
    const connection = new SocketConnection(this.#options);
    this.#open.add(connection);
    return connection.open().then(
      async () => {
        // Whoever closed the line meanwhile found no connection to close.
        if (this.#stop.signal.aborted) await connection.close();
        else this.#turned(true);
        return { connection };
      },
      (error: unknown) => {
        this.#open.delete(connection);
        this.#options.log.warn(faultOf(error), 'a socket could not be opened');
        return { code: error instanceof WebAPIPlatformError ? error.data.error : '' };
      },
    );
  }

  /** Whether the connection held for a while before Slack wanted it back or the network cut it. */
  async #untilLeaving(connection: SocketConnection): Promise<boolean> {
    const held = pause(STEADY, this.#stop.signal).then(() => true);
    const steady = await Promise.race([held, connection.leaving.then(() => false)]);
    await connection.leaving;
    this.#turned(false);
    void connection.retire().then(() => this.#open.delete(connection));
    return steady;
  }

  #turned(connected: boolean) {
    this.connected = connected;
    this.#options.changed();
  }
}
