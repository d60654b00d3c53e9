import type { ReceiverEvent } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIPlatformError } from '@slack/web-api';
import { pause, within } from '../deadline.ts';
import { faultOf, type Log } from '../log.ts';
import { socketOptions } from './clients.ts';
import { InFlight } from './in-flight.ts';
import { sdkLogger } from './sdk-logger.ts';

/** Slack's answers to an app token that no waiting will mend. */
const HOPELESS = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'user_removed_from_team', 'team_disabled', 'token_revoked'],
  ...['token_expired', 'not_allowed_token_type', 'missing_scope', 'no_permission'],
]);

/**
 * Seconds before the next attempt, by how many things went wrong in a row: a dropped connection comes back at once,
 * a few times even when it drops again at once; an attempt that fails waits, longer each time.
 */
const LADDER = [0, 0, 0, 1, 2, 4, 8, 16, 30];
const FIRST_WAIT = LADDER.indexOf(1);

/** A connection that drops sooner didn't come to stay (milliseconds). */
const STEADY = 1_000;

/** How long opening may take (milliseconds). */
const OPENING = 20_000;

/** How long an acknowledgement waits for the line to come back, of the 3 s that Slack waits (milliseconds). */
const ACK_PATIENCE = 2_000;

export type LineOptions = {
  appToken: string;
  slackApiUrl?: string;
  log: Log;
  /** Works on a request; never fails. */
  take(event: ReceiverEvent): Promise<void>;
  /** The connection came up or went down. */
  changed(): void;
  /** Slack refuses the app token, with this error code; the line has given up. */
  refused(code: string): void;
};

/** What the socket client hands over with its `slack_event`. Its `ack` uses the connection of that moment. */
type Envelope = {
  ack(response?: unknown): Promise<void>;
  body: ReceiverEvent['body'];
  retry_num?: number;
  retry_reason?: string;
};

/** One Socket Mode connection, opened again whenever it is gone. */
export class SocketLine {
  connected = false;
  readonly #options: LineOptions;
  readonly #client: SocketModeClient;
  readonly #unacked = new InFlight();
  readonly #stop = new AbortController();
  readonly #ups: (() => void)[] = [];
  #gone = () => {};

  constructor(options: LineOptions) {
    this.#options = options;
    this.#client = new SocketModeClient({
      appToken: options.appToken,
      // Its own way of reconnecting leaves 5 s open at every refresh and rejects with nobody listening.
      autoReconnectEnabled: false,
      clientPingTimeout: 15_000,
      logger: sdkLogger(options.log),
      clientOptions: socketOptions(options.slackApiUrl),
    });
    this.#client.on('connected', () => this.#turned(true));
    this.#client.on('disconnected', () => this.#turned(false));
    this.#client.on('slack_event', (envelope: Envelope) => this.#receive(envelope));
  }

  /** Ends with the first attempt, whatever came of it; from then on the line keeps itself up until it is closed. */
  async open(): Promise<void> {
    const first = await this.#connect();
    void this.#keepUp(first);
  }

  /** No reconnecting any more, and closed as soon as everything that came in is acknowledged. */
  async closeWhenAcked(): Promise<void> {
    this.#stop.abort();
    await this.#unacked.none();
    await this.close();
  }

  /** Closed at once; Slack's side may be slow to say goodbye, and nobody waits for it. */
  async close(): Promise<void> {
    this.#stop.abort();
    await within(1_000, this.#client.disconnect()).catch(() => {});
  }

  async #keepUp(first: Attempt) {
    let rung = 0;
    for (let attempt = first; !this.#stop.signal.aborted; attempt = await this.#connect()) {
      if (attempt.failed && HOPELESS.has(attempt.code)) return this.#options.refused(attempt.code);
      const steady = !attempt.failed && (await this.#untilGone(attempt.gone));
      rung = steady ? 0 : Math.min(Math.max(rung + 1, attempt.failed ? FIRST_WAIT : 0), LADDER.length - 1);
      await pause((LADDER[rung] ?? 0) * 1_000, this.#stop.signal);
    }
  }

  async #connect(): Promise<Attempt> {
    const gone = new Promise<void>((resolve) => {
      this.#gone = resolve;
    });
    return within(OPENING, this.#client.start()).then(
      async () => {
        // Whoever closed the line meanwhile found no connection to close.
        if (this.#stop.signal.aborted) await this.close();
        return { failed: false, gone };
      },
      async (error: unknown) => {
        await this.#abandon();
        this.#options.log.warn(faultOf(error), 'a socket could not be opened');
        return { failed: true, code: codeOf(error) };
      },
    );
  }

  /** Whether the connection held for a while before it was gone. */
  async #untilGone(gone: Promise<void>): Promise<boolean> {
    const held = pause(STEADY, this.#stop.signal).then(() => true);
    const steady = await Promise.race([held, gone.then(() => false)]);
    await gone;
    return steady;
  }

  /** An attempt that took too long must not come up later beside the next one. */
  #abandon = () => within(1_000, this.#client.disconnect()).catch(() => {});

  #turned(connected: boolean) {
    const changed = connected !== this.connected;
    this.connected = connected;
    if (connected) for (const up of this.#ups.splice(0)) up();
    else this.#gone();
    if (changed) this.#options.changed();
  }

  #receive(envelope: Envelope) {
    const { body, retry_num: retryNum, retry_reason: retryReason } = envelope;
    const acked = new Promise<void>((resolve) => {
      const event: ReceiverEvent = {
        body,
        ack: once((response?: unknown) => this.#send(envelope, response).finally(resolve)),
        ...(retryNum !== undefined && { retryNum }),
        ...(retryReason !== undefined && { retryReason }),
      };
      // A handler that never acknowledges mustn't keep the line open.
      void this.#options.take(event).then(resolve);
    });
    void this.#unacked.track(() => acked);
  }

  /** A refresh may have closed the connection under a request; the next one, milliseconds later, takes the answer. */
  #send({ ack }: Envelope, response: unknown): Promise<void> {
    const nextUp = () => new Promise<void>((resolve) => this.#ups.push(resolve));
    return ack(response).catch(() =>
      within(
        ACK_PATIENCE,
        nextUp().then(() => ack(response)),
      ),
    );
  }
}

type Attempt = { failed: false; gone: Promise<void> } | { failed: true; code: string };

const codeOf = (error: unknown) => (error instanceof WebAPIPlatformError ? error.data.error : '');

/** The same as over HTTP: acknowledging twice is a mistake of ours, and says so. */
function once<A extends unknown[], T>(send: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let used = false;
  return async (...args) => {
    if (used) throw new Error('a request was acknowledged twice');
    used = true;
    return send(...args);
  };
}
