import type { EventListener, Feature, Options, Shortcut } from './feature.ts';
import type { Listener } from './slack/action.ts';
import type { ModalListener } from './slack/modal.ts';

/** Who answers what, by id: made once from the habits, so that a request costs one look-up however many there are. */
export type Dispatch = {
  actions: ReadonlyMap<string, Listener>;
  modals: ReadonlyMap<string, ModalListener>;
  shortcuts: ReadonlyMap<string, Shortcut>;
  options: ReadonlyMap<string, Options>;
  events: ReadonlyMap<string, readonly EventListener[]>;
};

/** The tables of these habits. An id that two of them use is our mistake and ends the start. */
export function dispatchOf(features: readonly Feature[]): Dispatch {
  const events = features.flatMap((feature) => feature.events ?? []);
  return {
    actions: byId(features.flatMap(({ actions }) => actions ?? [])),
    modals: byId(features.flatMap(({ modals }) => modals ?? [])),
    shortcuts: byId(features.flatMap(({ shortcuts }) => shortcuts ?? [])),
    options: byId(features.flatMap(({ options }) => options ?? [])),
    events: new Map(events.map(({ type }) => [type, events.filter((one) => one.type === type)])),
  };
}

function byId<T extends { id: string }>(listeners: readonly T[]): ReadonlyMap<string, T> {
  const table = new Map(listeners.map((listener) => [listener.id, listener]));
  if (table.size < listeners.length) throw new Error('two listeners have the same id');
  return table;
}
