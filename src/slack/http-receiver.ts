import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type App, HTTPReceiver, type ReceiverEvent } from '@slack/bolt';
import { systemClock } from '../clock.ts';
import { within } from '../deadline.ts';
import type { Log } from '../log.ts';
import { InFlight } from './in-flight.ts';
import type { SlackReceiver } from './receivers.ts';
import { sdkLogger } from './sdk-logger.ts';

/** `port` 0 takes any free one; `start` answers which. */
type HttpOptions = { signingSecret: string; port: number; log: Log };

/** Longer than the 60 s a proxy usually keeps a connection it may use again, or it would write into one we close. */
const KEEP_ALIVE = 65_000;

/** A whole request must be here by then (milliseconds): Slack gives up after 3 s. */
const REQUEST_TIMEOUT = 10_000;

/** How far ahead of ours Slack's clock may be (milliseconds). Bolt refuses old signatures, not those from the future. */
const AHEAD = 60_000;

/** Signed requests at `/slack/events`. */
class SignedHttpReceiver implements SlackReceiver {
  readonly #port: number;
  readonly #bolt: HTTPReceiver;
  readonly #server: Server;
  readonly #requests = new InFlight();
  readonly #flights = new InFlight();

  constructor({ signingSecret, port, log }: HttpOptions) {
    this.#port = port;
    this.#bolt = new HTTPReceiver({ signingSecret, logger: sdkLogger(log) });
    this.#server = createServer(
      { keepAliveTimeout: KEEP_ALIVE, requestTimeout: REQUEST_TIMEOUT },
      (request, response) => this.#answer(request, response),
    );
  }

  init(app: App) {
    const track = (event: ReceiverEvent) => this.#flights.track(() => app.processEvent(event));
    const counted: App = Object.create(app, { processEvent: { value: track } });
    this.#bolt.init(counted);
  }

  /** Answers the port. Fails where the port is taken. */
  async start(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, () => resolve());
    });
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : this.#port;
  }

  reachable = () => this.#server.listening;

  stopIntake() {
    this.#server.close();
  }

  inFlight = () => this.#flights.count;

  async drained(ms: number): Promise<boolean> {
    return within(ms, Promise.all([this.#requests.none(), this.#flights.none()])).then(
      () => true,
      () => false,
    );
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    void this.#requests.track(() => new Promise((closed) => response.once('close', closed)));
    // While stopping, a connection that was kept alive serves the request it has and no other.
    if (!this.#server.listening) response.setHeader('connection', 'close');
    if (pathOf(request.url) !== '/slack/events') return refuse(response, 404);
    if (request.method !== 'POST') return refuse(response, 405);
    if (isFromTheFuture(request)) return refuse(response, 401);
    this.#bolt.requestListener(request, response);
  }
}

/** Signatures follow real time, whatever the house's clock says. */
const isFromTheFuture = ({ headers }: IncomingMessage) =>
  Number(headers['x-slack-request-timestamp']) * 1_000 > systemClock.now().getTime() + AHEAD;

/** Without a URL parser: one throws on `//`, and this is where anybody can write. */
const pathOf = (url = '') => url.split('?', 1)[0];

const refuse = (response: ServerResponse, status: number) => void response.writeHead(status).end();

/** Slack's ear over HTTP. */
export const httpReceiver = (options: HttpOptions) => new SignedHttpReceiver(options);
