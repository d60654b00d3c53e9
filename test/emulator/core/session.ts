import { randomUUID } from 'node:crypto';
import type { State, StoredMessage } from './state.ts';
import type { Call, EmulatorOptions, Envelope, Manifest, Option, Refusal } from './types.ts';

/** Who may open a modal with it, until when (real time), and whether somebody has. */
export type Trigger = { userId: string; madeAt: number; used: boolean };

/** `madeAt` is of the turned clock: it lives for 30 minutes of that. */
export type ResponseUrl = { userId: string; channel: string; ts: string | undefined; madeAt: number; uses: number };

/** Something on its way: the app or Slack isn't done with it. */
export type Flight = { end(): void };

/** One running Slack: what survives (`state`) and what doesn't (all else). Handed to every rule. */
export type World = {
  state: State;
  manifest: Manifest;
  now(): Date;
  /** Unique and increasing in the workspace, following the turned clock. */
  nextTs(): string;
  nextId(prefix: string): string;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** By person; gone at a reload, as in Slack. */
  ephemerals: Map<string, StoredMessage[]>;
  notices: Map<string, string[]>;
  /** Options an app has offered for an external select, by who, where and which (`offeredKey`). */
  offered: Map<string, Option[]>;
  calls: Call[];
  refusals: Refusal[];
  envelopes: Envelope[];
  /** Sends an event to the app when it has subscribed to it. */
  emit(event: AppEvent): void;
  changed(): void;
  flights: Flights;
  /** Does something after so many real milliseconds, unless this Slack is closed before. */
  later(ms: number, work: () => void): void;
  tokens: { bot: string; app: string };
  /** Where this Slack can be reached; known once it listens. */
  url: string;
  /** A WebSocket address for one Socket Mode connection. */
  socketUrl(): string;
};

/** An event and its channel's kind where the subscription depends on it (`message.im`). */
export type AppEvent = { event: { type: string; [field: string]: unknown }; kind?: string };

export type Flights = {
  begin(): Flight;
  count(): number;
  /** Real milliseconds since something last began or ended. */
  quietFor(): number;
};

export type Listening = { changed(): void; onChange(listener: () => void): () => void };

const BOUNDS = { calls: 2000, refusals: 500, envelopes: 1000 };

/** Adds to a list that forgets its oldest. */
export function remember<T>(list: T[], bound: keyof typeof BOUNDS, item: T) {
  list.push(item);
  if (list.length > BOUNDS[bound]) list.splice(0, list.length - BOUNDS[bound]);
}

export function refuse(world: World, what: string, error: string, messages: string[]) {
  remember(world.refusals, 'refusals', { at: world.now().toISOString(), what, error, messages });
  world.changed();
}

/** Slack itself says something to one person. */
export function notice(world: World, userId: string, text: string) {
  world.notices.set(userId, [...(world.notices.get(userId) ?? []), text]);
  world.changed();
}

export function makeWorld(
  state: State,
  { manifest, clock }: Pick<EmulatorOptions, 'manifest' | 'clock'>,
  listening: Listening,
): World {
  return {
    state,
    manifest,
    now: () => clock.now(),
    nextTs: () => {
      state.lastTs = Math.max(clock.now().getTime() * 1000, state.lastTs + 1);
      return asTs(state.lastTs);
    },
    nextId: (prefix) => `${prefix}${(++state.lastId).toString(36).toUpperCase().padStart(10, '0')}`,
    triggers: new Map(),
    responseUrls: new Map(),
    ephemerals: new Map(),
    notices: new Map(),
    offered: new Map(),
    calls: [],
    refusals: [],
    envelopes: [],
    emit: () => {},
    changed: listening.changed,
    flights: makeFlights(),
    later: () => {},
    tokens: { bot: 'xoxb-emulator-bot', app: 'xapp-emulator-app' },
    url: '',
    socketUrl: () => '',
  };
}

const asTs = (micros: number) => `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;

function makeFlights(): Flights {
  let inFlight = 0;
  let lastMove = performance.now();
  const move = (by: number) => {
    inFlight += by;
    lastMove = performance.now();
  };
  return {
    begin() {
      let over = false;
      move(1);
      return {
        end() {
          if (!over) move(-1);
          over = true;
        },
      };
    },
    count: () => inFlight,
    quietFor: () => performance.now() - lastMove,
  };
}

/** Tells listeners of changes, once per turn of the event loop however many there were. */
export function makeListening(): Listening {
  const listeners = new Set<() => void>();
  let waiting = false;
  return {
    changed() {
      if (waiting || listeners.size === 0) return;
      waiting = true;
      setImmediate(() => {
        waiting = false;
        for (const listener of listeners) listener();
      });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Long-running Slacks forget what nobody will use any more; a map's first key is its oldest. */
function forgetOldest(map: Map<string, unknown>) {
  const [oldest] = map.keys();
  if (map.size > MOST_REMEMBERED && oldest !== undefined) map.delete(oldest);
}

const MOST_REMEMBERED = 20_000;
const TRIGGER_MS = 3000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;

export function newTrigger(world: World, userId: string): string {
  const id = `${Date.now()}.${world.nextId('')}.${randomUUID().replaceAll('-', '')}`;
  world.triggers.set(id, { userId, madeAt: Date.now(), used: false });
  forgetOldest(world.triggers);
  return id;
}

/** Uses up a trigger; answers whose it was, or Slack's word for why not. */
export function useTrigger(world: World, id: string): { userId: string } | { error: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (Date.now() - trigger.madeAt > TRIGGER_MS) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { userId: trigger.userId };
}

export function newResponseUrl(world: World, url: Omit<ResponseUrl, 'madeAt' | 'uses'>): string {
  const id = randomUUID();
  world.responseUrls.set(id, { ...url, madeAt: world.now().getTime(), uses: 0 });
  forgetOldest(world.responseUrls);
  return `${world.url}/response/${id}`;
}

/** Counts a use; undefined when it is unknown, used up or too old. */
export function useResponseUrl(world: World, id: string): ResponseUrl | undefined {
  const url = world.responseUrls.get(id);
  if (!url || url.uses >= RESPONSE_URL_USES) return undefined;
  if (world.now().getTime() - url.madeAt > RESPONSE_URL_MS) return undefined;
  url.uses += 1;
  return url;
}
