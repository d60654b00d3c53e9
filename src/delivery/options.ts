import { START } from './pace.ts';

/** How a sender behaves. The leases and the quarantine are shorter only where a proof needs many of them. */
export type SenderOptions = {
  /** Messages a second that are never exceeded. */
  ceiling: number;
  /** Messages a second to begin with, in a workspace that has never been sent to. */
  startRate: number;
  /** Seconds after which another instance takes over from a sender that is silent. */
  leaseSeconds: number;
  /** Seconds after which a claim is lost; longer than REQUEST_SECONDS. */
  claimSeconds: number;
  /** Seconds after a lost answer in which the message may still appear. */
  quarantineSeconds: number;
  /** Calls that are on their way to Slack at once. */
  inFlight: number;
  /** Lost posts that are read back in a minute: conversations.open and .history allow 50 (tier 3). */
  readsPerMinute: number;
};

/** Seconds a request may take before its claim runs out; one that would start later than that isn't started. */
export const REQUEST_SECONDS = 20;

export const DEFAULT_OPTIONS: SenderOptions = {
  ceiling: 4,
  startRate: START,
  leaseSeconds: 15,
  claimSeconds: 60,
  quarantineSeconds: 120,
  // Slack takes up to a second now and then: at the ceiling that is four, and some to spare.
  inFlight: 6,
  readsPerMinute: 50,
};
