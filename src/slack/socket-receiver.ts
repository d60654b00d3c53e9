import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import { pause, within } from '../deadline.ts';
import { faultOf, type Log } from '../log.ts';
import { InFlight } from './in-flight.ts';
import type { SlackReceiver } from './receivers.ts';
import { SocketLine } from './socket-line.ts';

type SocketOptions = {
  appToken: string;
  slackApiUrl?: string;
  log: Log;
  clock: Clock;
  /** Slack refuses the app token for good: one sentence for whoever runs Mantra. Said once; the process must end. */
  onFatal(sentence: string): void;
  /** How many connections stand side by side. Two lose nothing when Slack refreshes one. */
  connections?: number;
  /** Real milliseconds between the opening of one connection and the next, so that Slack refreshes them apart. */
  apart?: number;
};

/** How long ago a socket may have stood for us to count as reachable (milliseconds). */
const GRACE = 60_000;

/** Socket Mode over several connections that reopen by themselves. `start` ends with the first one's first attempt. */
class SocketReceiver implements SlackReceiver {
  readonly #options: SocketOptions;
  readonly #lines: SocketLine[];
  readonly #flights = new InFlight();
  readonly #stop = new AbortController();
  #app: App | undefined;
  #lastUpAt: Date | undefined;
  #refused = false;
  #closing: Promise<void> | undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
    const { appToken, slackApiUrl, log, connections = 2 } = options;
    this.#lines = Array.from(
      { length: connections },
      () =>
        new SocketLine({
          appToken,
          ...(slackApiUrl !== undefined && { slackApiUrl }),
          log,
          take: (event) => this.#take(event),
          changed: () => this.#changed(),
          refused: (code) => this.#refuse(code),
        }),
    );
  }

  init(app: App) {
    this.#app = app;
  }

  async start(): Promise<void> {
    const [first, ...others] = this.#lines;
    await first?.open();
    void this.#openApart(others);
  }

  /** How many connections stand at this moment. */
  connected = (): number => this.#lines.filter((line) => line.connected).length;

  reachable(): boolean {
    if (this.connected() > 0) return true;
    const now = this.#options.clock.now().getTime();
    return this.#lastUpAt !== undefined && now - this.#lastUpAt.getTime() < GRACE;
  }

  stopIntake() {
    this.#stop.abort();
    this.#closing ??= Promise.all(this.#lines.map((line) => line.closeWhenAcked())).then(() => {});
  }

  inFlight = () => this.#flights.count;

  async drained(ms: number): Promise<boolean> {
    const done = Promise.all([this.#closing, this.#flights.none()]);
    return within(ms, done).then(
      () => true,
      () => false,
    );
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#lines.map((line) => line.close()));
  }

  async #openApart(lines: SocketLine[]) {
    for (const line of lines) {
      await pause(this.#options.apart ?? 30_000, this.#stop.signal);
      if (this.#stop.signal.aborted || this.#refused) return;
      await line.open();
    }
  }

  async #take(event: ReceiverEvent): Promise<void> {
    const work = this.#flights.track(async () => this.#app?.processEvent(event));
    await work.catch((error: unknown) =>
      this.#options.log.error(faultOf(error), 'a request failed outside every handler'),
    );
  }

  #changed() {
    this.#lastUpAt = this.#options.clock.now();
    this.#options.log.info({ connected: this.connected() }, 'sockets');
  }

  #refuse(code: string) {
    if (this.#refused) return;
    this.#refused = true;
    this.#options.onFatal(
      `Slack refuses the app token (${code}): make one with the scope connections:write at api.slack.com/apps → your app → Basic Information → App-Level Tokens, and set SLACK_APP_TOKEN.`,
    );
  }
}

/** Slack's ear over Socket Mode. */
export const socketReceiver = (options: SocketOptions) => new SocketReceiver(options);
