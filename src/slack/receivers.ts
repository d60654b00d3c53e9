import type { Receiver } from '@slack/bolt';

export { httpReceiver } from './http-receiver.ts';
export { socketReceiver } from './socket-receiver.ts';

/** Slack's ear, whichever way requests come in, with what a clean stop needs beyond Bolt's `stop`. */
export type SlackReceiver = Receiver & {
  /** Whether Slack can reach us: a socket stands, or stood a minute ago; over HTTP whenever we listen. */
  reachable(): boolean;
  /** Takes no new requests. Those already here can still be acknowledged. */
  stopIntake(): void;
  /** Requests being worked on, acknowledged or not. */
  inFlight(): number;
  /** Whether everything in flight was done within `ms` of real time. Call it after `stopIntake`, before `stop`. */
  drained(ms: number): Promise<boolean>;
};
