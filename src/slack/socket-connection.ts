import type { ReceiverEvent } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { pause, within } from '../deadline.ts';
import type { Log } from '../log.ts';
import { socketOptions } from './clients.ts';
import { InFlight } from './in-flight.ts';
import { sdkLogger } from './sdk-logger.ts';

/** How long opening may take (milliseconds). */
const OPENING = 12_000;

/** How long a connection that Slack is about to close still serves what comes over it (milliseconds). */
const STRAGGLERS = 2_000;

/** Slack's side may be slow to say goodbye; nobody waits longer for it (milliseconds). */
const CLOSING = 1_000;

export type ConnectionOptions = {
  appToken: string;
  slackApiUrl?: string;
  log: Log;
  /** Works on a request; never fails. */
  take(event: ReceiverEvent): Promise<void>;
};

/** What the socket client hands over with its `slack_event`. */
type Envelope = {
  ack(response?: unknown): Promise<void>;
  body: ReceiverEvent['body'];
  retry_num?: number;
  retry_reason?: string;
};

/** One Socket Mode connection, from opening to closing; the next one is another object. */
export class SocketConnection {
  /** Resolves when Slack is about to close the connection, or it is gone: time for the next one. */
  readonly leaving: Promise<void>;
  readonly #client: SocketModeClient;
  readonly #take: ConnectionOptions['take'];
  readonly #unacked = new InFlight();
  readonly #closed = new AbortController();
  #leave = () => {};
  #stands = false;

  constructor({ appToken, slackApiUrl, log, take }: ConnectionOptions) {
    this.#take = take;
    this.leaving = new Promise((resolve) => {
      this.#leave = resolve;
    });
    this.#client = new SocketModeClient({
      appToken,
      // Its own way of reconnecting leaves 5 s open at every refresh and rejects with nobody listening.
      autoReconnectEnabled: false,
      clientPingTimeout: 15_000,
      logger: sdkLogger(log),
      clientOptions: socketOptions(slackApiUrl),
    });
    this.#client.on('slack_event', (envelope: Envelope) => this.#receive(envelope));
    this.#client.on('disconnected', () => {
      this.#closed.abort();
      this.#leave();
    });
    this.#outliveGoodbyes();
  }

  /** Resolves when requests can come in; fails with what Slack or the network said. */
  async open(): Promise<void> {
    await within(OPENING, this.#client.start()).catch(async (error: unknown) => {
      // An attempt that took too long must not come up later beside the next one.
      await this.close();
      throw error ?? new Error('closed by Slack before it stood');
    });
    this.#stands = true;
  }

  /** Serves stragglers and what isn't acknowledged yet, then closes. */
  async retire(): Promise<void> {
    await pause(STRAGGLERS, this.#closed.signal);
    await this.closeWhenAcked();
  }

  async closeWhenAcked(): Promise<void> {
    await this.#unacked.none();
    await this.close();
  }

  async close(): Promise<void> {
    if (!this.#closed.signal.aborted) await within(CLOSING, this.#client.disconnect()).catch(() => {});
  }

  /** The client closes as soon as Slack says it will, under the requests still on their way: here nothing is cut off. */
  #outliveGoodbyes() {
    const deliver = this.#client.listeners('ws_message');
    this.#client.removeAllListeners('ws_message');
    this.#client.on('ws_message', (data: unknown, isBinary: boolean) => {
      if (this.#stands && isGoodbye(data)) this.#leave();
      else for (const listener of deliver) listener(data, isBinary);
    });
  }

  #receive({ body, ack, retry_num: retryNum, retry_reason: retryReason }: Envelope) {
    const acked = new Promise<void>((resolve) => {
      const event: ReceiverEvent = {
        body,
        ack: once((response?: unknown) => ack(response).finally(resolve)),
        ...(retryNum !== undefined && { retryNum }),
        ...(retryReason !== undefined && { retryReason }),
      };
      // A handler that never acknowledges mustn't keep the connection open.
      void this.#take(event).then(resolve);
    });
    void this.#unacked.track(() => acked);
  }
}

function isGoodbye(data: unknown): boolean {
  // Parsed a second time only where the word stands: a request may contain it too.
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return JSON.parse(data).type === 'disconnect';
  } catch {
    return false;
  }
}

/** The same as over HTTP: acknowledging twice is a mistake of ours, and says so. */
function once<A extends unknown[], T>(send: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let used = false;
  return async (...args) => {
    if (used) throw new Error('a request was acknowledged twice');
    used = true;
    return send(...args);
  };
}
