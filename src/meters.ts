import { countsOf, lawHolds, type Tally } from './delivery/counts.ts';
import { createCounter, createHistogram, gauge, type Metric } from './metrics.ts';

/** What Mantra tells of its own work while it does it. */
export type Meters = {
  /** A call of the sender's, by what became of it (delivery/outcome.ts). */
  sent(outcome: string): void;
  /** An unasked message reached somebody so many seconds after it was due. */
  late(seconds: number): void;
  /** Slack answered 429 to this method. */
  limited(method: string): void;
  /** A post whose answer was lost was read back, with this result. */
  resolved(result: string): void;
  ticked(seconds: number): void;
  /** A request of Slack's was acknowledged. */
  acked(seconds: number): void;
  metrics(): readonly Metric[];
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LATE = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY];
const TICK = [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120];
/** Slack waits three seconds. */
const ACK = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** Meters of one process, all at 0. */
export function createMeters(): Meters {
  const sends = createCounter('send_total', 'Calls that post, edit or delete, by what became of them.', 'outcome');
  const limits = createCounter('slack_429_total', 'Calls that Slack refused as too fast.', 'method');
  const lost = createCounter('unknown_resolved_total', 'Lost posts that were read back, by what was found.', 'result');
  const lateness = createHistogram('nudge_lateness_seconds', 'From due to sent, of unasked messages.', LATE);
  const ticks = createHistogram('tick_duration_seconds', 'How long a look at what is due takes.', TICK);
  const acks = createHistogram('ack_latency_seconds', 'From a request of Slack’s to our acknowledgement.', ACK);
  return {
    sent: sends.add,
    late: lateness.observe,
    limited: limits.add,
    resolved: lost.add,
    ticked: ticks.observe,
    acked: acks.observe,
    metrics: () => [sends, limits, lost, lateness, ticks, acks],
  };
}

/** When a tick last ended well; nothing before the first one. */
export const tickMetric = (at: Date | undefined): Metric =>
  gauge(
    'tick_last_success_timestamp_seconds',
    'When a look at what is due last ended well.',
    ...(at ? [{ value: at.getTime() / 1000 }] : []),
  );

/** Whether Slack refuses our token or installation (its code), so that nothing can be sent. */
export const refusedMetric = (by: string | null): Metric =>
  gauge('sender_refused', '1: Slack takes no message of ours; /readyz says why.', { value: by === null ? 0 : 1 });

/** The outbox as it was last counted, and whether every message that was due is accounted for. */
export const outboxMetrics = (tally: readonly Tally[]): Metric[] => [
  gauge(
    'outbox_rows',
    'Messages by kind and by what became of them.',
    ...tally.map(({ kind, state, rows }) => ({ labels: { state, kind }, value: rows })),
  ),
  gauge('outbox_law', '1: due = sent + failed + skipped + expired + open.', {
    value: lawHolds(countsOf(tally)) ? 1 : 0,
  }),
];
