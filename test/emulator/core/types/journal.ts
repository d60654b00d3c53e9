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

/** What goes wrong with the next calls of a method (`*`: of any). Times are real milliseconds. */
export type Fault = {
  method: string;
  /** How many calls it strikes; absent: all until `clear()`. */
  times?: number;
  /** HTTP status instead of 200, e.g. 500 or 429; nothing is done. */
  status?: number;
  /** `{ok: false, error}`; nothing is done. */
  error?: string;
  /** Seconds in the Retry-After header; implies status 429. */
  retryAfter?: number;
  /** Waits before anything else. */
  delayMs?: number;
  /** The call is done, its answer never arrives (the connection is cut). */
  loseAnswer?: boolean;
  /** The connection is cut at once, and the call is done so much later. */
  lateCommitMs?: number;
  /** Neither done nor answered; the connection stays open until the caller gives up. */
  hang?: boolean;
};

export type Faults = { add(fault: Fault): void; clear(): void; active(): readonly Fault[] };
