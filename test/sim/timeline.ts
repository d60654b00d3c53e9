import { setImmediate as quiet } from 'node:timers/promises';
import type { Chance } from './chance.ts';

/** Time that jumps from one thing that happens to the next. */
export type Timeline = {
  now(): Date;
  /** Does something so many milliseconds from now; answers how to call it off. */
  in(ms: number, work: () => unknown): () => void;
  /** Lets everything happen until then, one thing after the other, as long as it may go on after each. */
  run(until: Date, goesOn: () => boolean): Promise<void>;
};

/** Something that is to happen. `draw` decides what comes first of what happens in the same moment. */
type Event = { at: number; draw: number; work: (() => unknown) | null };

/** Begins at `start`. Nothing else in a simulation knows the time. */
export function createTimeline(start: Date, chance: Chance): Timeline {
  const events = createHeap();
  let now = start.getTime();
  return {
    now: () => new Date(now),
    in(ms, work) {
      const event: Event = { at: now + Math.max(0, Math.round(ms)), draw: chance.number(), work };
      events.add(event);
      return () => {
        event.work = null;
      };
    },
    async run(until, goesOn) {
      for (let next = events.first(); next && next.at <= until.getTime(); next = events.first()) {
        events.removeFirst();
        if (!next.work) continue;
        now = next.at;
        await next.work();
        await quiet(); // everybody who was answered goes on until they wait for something here
        if (!goesOn()) return;
      }
      now = until.getTime();
    },
  };
}

const isBefore = (one: Event, other: Event) => one.at < other.at || (one.at === other.at && one.draw < other.draw);

/** A binary heap: the earliest is on top. */
function createHeap() {
  const heap: Event[] = [];
  const at = (n: number) => heap[n] as Event;
  function swap(n: number, m: number) {
    const one = at(n);
    heap[n] = at(m);
    heap[m] = one;
  }
  function rise(n: number) {
    for (let above = (n - 1) >> 1; n > 0 && isBefore(at(n), at(above)); above = (n - 1) >> 1) {
      swap(n, above);
      n = above;
    }
  }
  function sink(n: number) {
    for (;;) {
      let first = n;
      for (const below of [2 * n + 1, 2 * n + 2])
        if (below < heap.length && isBefore(at(below), at(first))) first = below;
      if (first === n) return;
      swap(n, first);
      n = first;
    }
  }
  return {
    first: () => heap[0],
    add(event: Event) {
      heap.push(event);
      rise(heap.length - 1);
    },
    removeFirst() {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      sink(0);
    },
  };
}
