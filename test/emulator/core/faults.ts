import type { Fault, Faults } from './types.ts';

/** Faults in the order they were added; `strike` uses one up. */
export type StrikingFaults = Faults & { strike(method: string): Fault | undefined };

export function makeFaults(changed: () => void): StrikingFaults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
      changed();
    },
    clear() {
      waiting = [];
      changed();
    },
    active: () => waiting.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    strike(method) {
      const found = waiting.find(({ fault }) => fault.method === method || fault.method === '*');
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) waiting = waiting.filter((each) => each !== found);
      changed();
      return found.fault;
    },
  };
}
