import type { Json, JsonObject } from '../shapes.ts';

/** `at` is of the turned clock (ISO), `ms` real milliseconds; tokens and response_urls are left out. */
export type Call = {
  at: string;
  method: string;
  args: Record<string, Json | undefined>;
  status: number;
  response: Json;
  ms: number;
};

export type Refusal = { at: string; what: string; error: string; messages: string[] };

export type Envelope = {
  at: string;
  id: string;
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: JsonObject;
  ackMs: number | undefined;
  ackBody: Json | undefined;
  outcome: 'waiting' | 'acked' | 'too late' | 'not delivered' | 'failed';
  retry: number;
};

/**
 * What goes wrong with the next calls of a method (`*`: of any; `response_url`: uses of those; `acknowledgement`: what is
 * said in those, for `unknownBlock` alone). Times are real milliseconds.
 */
export type Fault = {
  method: string;
  /** How many calls it strikes; absent: all until `clear()`. */
  times?: number;
  /** Strikes this part of the calls, from 0 to 1, at random; absent: each. */
  odds?: number;
  /** Strikes only calls about this conversation or this person. */
  channel?: string;
  /** Strikes only payloads with a block of this type, and refuses them as a workspace does that hasn't got it yet. */
  unknownBlock?: string;
  /** HTTP status instead of 200, e.g. 500 or 429; nothing is done. */
  status?: number;
  /** `{ok: false, error}`, with HTTP 200 unless `status` says otherwise; nothing is done. */
  error?: string;
  /** Seconds in the Retry-After header; implies status 429. */
  retryAfter?: number;
  /** Waits before anything else. */
  delayMs?: number;
  /** HTTP 200 with a page of HTML, as a proxy on the way may say; nothing is done. */
  garbage?: true;
  /** The call is done, its answer never arrives (the connection is cut). */
  loseAnswer?: boolean;
  /** The connection is cut at once, and nothing is done. */
  cut?: true;
  /** The connection is cut at once, and the call is done so much later. */
  lateCommitMs?: number;
  /** Neither done nor answered; the connection stays open until the caller gives up. */
  hang?: boolean;
};

/** What goes wrong on the way to the app. */
export type DeliveryFault = {
  /** It comes twice, or `delayMs` after it was sent, so that others overtake it; the 3 s run meanwhile. */
  kind: 'duplicate' | 'late';
  /** Strikes only such payloads. */
  type?: Envelope['type'];
  /** How many payloads it strikes; absent: all until `clear()`. */
  times?: number;
  /** Real milliseconds that it is late, or that lie between the two; 200 unless said. */
  delayMs?: number;
  /** The second says of itself that it is a retry, as Slack's own retries do. */
  asRetry?: true;
};

/** How Slack ends connections (docs.slack.dev/apis/events-api/using-socket-mode). */
export type SocketGoodbye = {
  /** `warning`: in about 10 s; `refresh_requested` unless said; `link_disabled`: Socket Mode was turned off. */
  reason?: 'warning' | 'refresh_requested' | 'link_disabled';
  /** Only so many of them, the oldest first. */
  oldest?: number;
};

/** So many calls a minute of the turned clock, and so many at once after a rest. */
export type Rate = { perMinute: number; burst: number };

/** How much Slack takes before it answers 429 (docs.slack.dev/apis/web-api/rate-limits). */
export type Rates = {
  /** Of each method. One that isn't here is not limited. */
  methods: Readonly<Record<string, Rate>>;
  /** Of `chat.postMessage` into one conversation. */
  postsPerChannel: Rate;
  /** Of `chat.postMessage` into all conversations together, which Slack calls "several hundred per minute". */
  postsPerWorkspace: Rate;
};

/** What goes wrong on purpose; `clear` ends all of it but the limits. */
export type Faults = {
  add(fault: Fault): void;
  addDelivery(fault: DeliveryFault): void;
  clear(): void;
  active(): readonly Fault[];
  activeDelivery(): readonly DeliveryFault[];
  /** Holds the app to these rates from now on; undefined, as in the beginning: to none. */
  limit(rates: Rates | undefined): void;
  limits(): Rates | undefined;
};
