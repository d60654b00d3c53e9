import { isStruck } from './struck.ts';
import type { DeliveryFault, Envelope, Fault, Faults, JsonObject } from './types.ts';

/** One call as faults look at it: what it is called, what it says, and whom and what it is about. */
export type FaultyCall = { name: string; args: JsonObject; isAbout(id: string): boolean };

/** Faults in the order they were added; a strike uses one up. */
export type StrikingFaults = Pick<Faults, 'add' | 'addDelivery' | 'clear' | 'active' | 'activeDelivery'> & {
  strike(call: FaultyCall): Fault | undefined;
  /** The same for what an app says in an acknowledgement: nothing but an unknown block can go wrong with it. */
  strikeAnswer(said: JsonObject): Fault | undefined;
  strikeDelivery(type: Envelope['type']): DeliveryFault | undefined;
};

export function makeFaults(changed: () => void): StrikingFaults {
  const calls = makeWaiting<Fault>(changed);
  const deliveries = makeWaiting<DeliveryFault>(changed);
  return {
    add: calls.add,
    addDelivery: deliveries.add,
    clear() {
      calls.clear();
      deliveries.clear();
    },
    active: calls.all,
    activeDelivery: deliveries.all,
    strike: (call) => calls.first((fault) => isStruck(call, fault)),
    strikeAnswer: (args) =>
      calls.first((fault) => fault.unknownBlock !== undefined && isStruck({ ...ANSWER, args }, fault)),
    strikeDelivery: (type) => deliveries.first((fault) => fault.type === undefined || fault.type === type),
  };
}

const ANSWER = { name: 'acknowledgement', isAbout: () => false };

/** A list of which each is good for so many times, or for ever. */
function makeWaiting<F extends { times?: number }>(changed: () => void) {
  let waiting: { fault: F; left: number }[] = [];
  return {
    add(fault: F) {
      waiting.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
      changed();
    },
    clear() {
      waiting = [];
      changed();
    },
    all: (): readonly F[] =>
      waiting.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    first(fits: (fault: F) => boolean): F | undefined {
      const found = waiting.find(({ fault }) => fits(fault));
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) waiting = waiting.filter((each) => each !== found);
      changed();
      return found.fault;
    },
  };
}
