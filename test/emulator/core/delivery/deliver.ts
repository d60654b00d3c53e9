import { setTimeout as sleep } from 'node:timers/promises';
import { remember } from '../bounded.ts';
import type { World } from '../session.ts';
import type { Envelope, Json } from '../types.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

/** Real milliseconds the app has for its acknowledgement. */
export const ACK_MS = 3000;
const MOST_ENVELOPES = 1000;

/** What came of a payload: acknowledged in time or not, and what the acknowledgement said. */
export type Ack = {
  outcome: 'acked' | 'too late' | 'not delivered' | 'failed';
  ms: number;
  body: Json | undefined;
  /** Slack's word for what went wrong, as a retry says it; empty where nothing did. */
  reason: string;
  /** The app asked not to be sent it again. */
  noRetry: boolean;
};

/** Sends one payload and waits for its acknowledgement, 3 real seconds at most. */
export async function deliver(world: World, transport: Transport, parcel: Parcel): Promise<Ack> {
  const flight = world.flights.begin();
  const began = performance.now();
  const envelope = recorded(world, parcel);
  const receipt = transport.send(envelope.id, parcel).then((received) => {
    envelope.ackMs = received.got === 'ack' ? Math.round(performance.now() - began) : undefined;
    return received;
  });
  const stop = new AbortController();
  const tooLate = sleep(ACK_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
  const first = await Promise.race([receipt, tooLate]);
  stop.abort();
  flight.end();
  const ack = { outcome: outcomeOf(first), ms: performance.now() - began, ...saidIn(first) };
  Object.assign(envelope, { outcome: ack.outcome, ackBody: ack.body });
  world.changed();
  return ack;
}

function recorded(world: World, { type, payload, retry }: Parcel): Envelope {
  const envelope: Envelope = {
    at: world.now().toISOString(),
    id: crypto.randomUUID(),
    type,
    payload,
    ackMs: undefined,
    ackBody: undefined,
    outcome: 'waiting',
    retry: retry?.attempt ?? 0,
  };
  remember(world.envelopes, MOST_ENVELOPES, envelope);
  world.changed();
  return envelope;
}

function outcomeOf(receipt: Receipt | undefined): Ack['outcome'] {
  if (receipt === undefined) return 'too late';
  if (receipt.got === 'failure') return receipt.reason === 'http_timeout' ? 'too late' : 'failed';
  return receipt.got === 'ack' ? 'acked' : 'not delivered';
}

const saidIn = (receipt: Receipt | undefined): Pick<Ack, 'body' | 'reason' | 'noRetry'> => ({
  body: receipt?.got === 'ack' ? receipt.body : undefined,
  reason: reasonOf(receipt),
  noRetry: receipt?.got === 'failure' && receipt.noRetry === true,
});

/** docs.slack.dev/apis/events-api, "Retries" */
function reasonOf(receipt: Receipt | undefined): string {
  if (receipt === undefined) return 'http_timeout';
  if (receipt.got === 'failure') return receipt.reason;
  return receipt.got === 'ack' ? '' : 'connection_failed';
}
