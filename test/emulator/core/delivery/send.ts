import { setTimeout as sleep } from 'node:timers/promises';
import type { StrikingFaults } from '../faults.ts';
import { refuse, type World } from '../session.ts';
import { refusalOf } from '../struck.ts';
import type { DeliveryFault } from '../types.ts';
import { type Ack, deliver } from './deliver.ts';
import type { Parcel, Transport } from './transport.ts';

/** Real milliseconds that a fault on the way takes, where it doesn't say. */
const USUAL_DELAY_MS = 200;

/** Sends payloads the way the app is reached now, with what is to go wrong on it. */
export function makeSend(world: World, faults: StrikingFaults, transport: () => Transport) {
  return async (parcel: Parcel): Promise<Ack> => judged(world, faults, await sent(parcel));

  function sent(parcel: Parcel): Promise<Ack> {
    const fault = faults.strikeDelivery(parcel.type);
    const delayMs = fault?.delayMs ?? USUAL_DELAY_MS;
    if (fault?.kind === 'late') return deliver(world, lateBy(transport(), delayMs), parcel);
    const ack = deliver(world, transport(), parcel);
    if (fault) void twice(world, transport(), parcel, { ...fault, delayMs });
    return ack;
  }
}

/** An acknowledgement that holds a block which isn't known here is none. */
function judged(world: World, faults: StrikingFaults, ack: Ack): Ack {
  if (typeof ack.body !== 'object' || ack.body === null || Array.isArray(ack.body)) return ack;
  const type = faults.strikeAnswer(ack.body)?.unknownBlock;
  if (type === undefined) return ack;
  const { error, mistake } = refusalOf(ack.body, type);
  refuse(world, 'acknowledgement', error, [`[ERROR] ${mistake}`]);
  return { ...ack, outcome: 'failed', body: undefined };
}

/** It is on its way all that time, and the app's 3 s run. */
const lateBy = (transport: Transport, ms: number): Transport => ({
  async send(envelopeId, parcel) {
    await sleep(ms, undefined, { ref: false });
    return transport.send(envelopeId, parcel);
  },
});

/** The same payload once more; its own acknowledgement changes nothing. */
async function twice(world: World, transport: Transport, parcel: Parcel, fault: DeliveryFault) {
  const flight = world.flights.begin();
  await sleep(fault.delayMs, undefined, { ref: false });
  const retry = { attempt: (parcel.retry?.attempt ?? 0) + 1, reason: 'http_timeout' };
  await deliver(world, transport, { ...parcel, ...(fault.asRetry && { retry }) });
  flight.end();
}
