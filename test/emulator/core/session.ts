import { remember } from './bounded.ts';
import { type Flights, makeFlights } from './flights.ts';
import type { Client, Grant, ResponseUrl, Trigger } from './passes.ts';
import type { State, StoredMessage } from './state.ts';
import type { Call, EmulatorOptions, Envelope, Manifest, Option, Refusal } from './types.ts';

/** One running Slack: what survives (`state`) and what doesn't (all else). Handed to every rule. */
export type World = {
  state: State;
  manifest: Manifest;
  /** Optional scopes that weren't granted. */
  withoutScopes: readonly string[];
  now(): Date;
  /** Unique and increasing in the workspace, following the turned clock. */
  nextTs(): string;
  nextId(prefix: string): string;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** DMs with the app that aren't called after their person, by that person: looking through all would take a large company's day. */
  oddDms: Map<string, string>;
  /** By person; gone at a reload, as in Slack. */
  ephemerals: Map<string, StoredMessage[]>;
  notices: Map<string, string[]>;
  /** Options an app has offered for an external select, by who, where and which. */
  offered: Map<string, Option[]>;
  /** The files whose bytes are still to come, by the end of the address they go to. */
  uploads: Map<string, string>;
  /** What the app is installed by, and what was allowed but not yet fetched, by code. */
  client: Client;
  grants: Map<string, Grant>;
  calls: Call[];
  refusals: Refusal[];
  envelopes: Envelope[];
  tokens: { bot: string; app: string };
  flights: Flights;
  changed(): void;
  /** Does something after so many real milliseconds, unless this Slack is closed before. */
  later(ms: number, work: () => void): void;
  /** Where this Slack can be reached; known once it listens. */
  url: string;
  /** A WebSocket address for one Socket Mode connection. */
  socketUrl(): string;
  /** Sends an event to the app when it has subscribed to it. */
  emit(event: AppEvent): void;
};

/** An event, and its channel's kind where the subscription depends on it (`message.im`). */
export type AppEvent = { event: { type: string; [field: string]: unknown }; kind?: string };

type Around = Pick<World, 'changed' | 'later'> & Pick<EmulatorOptions, 'manifest' | 'clock' | 'withoutScopes'>;

/** A Slack that isn't connected to anything yet: `url`, `socketUrl` and `emit` are put in when it listens. */
export const makeWorld = (state: State, { manifest, withoutScopes = [], clock, changed, later }: Around): World => ({
  state,
  manifest,
  withoutScopes,
  now: () => clock.now(),
  nextTs() {
    state.lastTs = Math.max(clock.now().getTime() * 1000, state.lastTs + 1);
    return asTs(state.lastTs);
  },
  nextId: (prefix) => `${prefix}${(++state.lastId).toString(36).toUpperCase().padStart(10, '0')}`,
  triggers: new Map(),
  responseUrls: new Map(),
  oddDms: new Map(),
  ephemerals: new Map(),
  notices: new Map(),
  offered: new Map(),
  uploads: new Map(),
  client: { id: '1027000000001.1027000000002', secret: 'emulator-client-secret' },
  grants: new Map(),
  calls: [],
  refusals: [],
  envelopes: [],
  tokens: { bot: 'xoxb-emulator-bot', app: 'xapp-emulator-app' },
  flights: makeFlights(),
  changed,
  later,
  url: '',
  socketUrl: () => '',
  emit: () => {},
});

const asTs = (micros: number) => `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;

const MOST_REFUSALS = 500;

export function refuse(world: World, what: string, error: string, messages: string[]) {
  remember(world.refusals, MOST_REFUSALS, { at: world.now().toISOString(), what, error, messages });
  world.changed();
}

/** Slack itself says something to one person. */
export function notice(world: World, userId: string, text: string) {
  world.notices.set(userId, [...(world.notices.get(userId) ?? []), text]);
  world.changed();
}
