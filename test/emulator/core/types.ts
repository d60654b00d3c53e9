import type { IncomingMessage, ServerResponse } from 'node:http';
import type { State } from './state.ts';
import type { Channels, Groups, People } from './types/company.ts';
import type { Call, Envelope, Faults, Refusal, SocketGoodbye } from './types/journal.ts';
import type { Manifest } from './types/manifest.ts';
import type { Seed } from './types/seed.ts';
import type { Visitor } from './types/visitor.ts';

export type * from './shapes.ts';
export type * from './types/browsing.ts';
export type * from './types/company.ts';
export type * from './types/filled.ts';
export type * from './types/journal.ts';
export type * from './types/manifest.ts';
export type * from './types/seed.ts';
export type * from './types/seen.ts';
export type * from './types/visitor.ts';

/** All that survives a restart, as plain JSON; made by `dump()`, read by `startEmulator({ seed })`. */
export type Dump = State;

export type EmulatorOptions = {
  manifest: Manifest;
  /** Message times, dates and response_url's 30 minutes follow it; signatures, triggers and the 3 s follow real time. */
  clock: { now(): Date };
  seed: Seed | Dump;
  /** Optional scopes of the manifest (`bot_optional`) that whoever installed the app didn't grant. */
  withoutScopes?: readonly string[];
  /** Absent or 0: any free port. */
  port?: number;
  /** Asked first for every request that isn't Slack's own (`/api/…`, `/response/…`, `/upload/…`, `/files/…`, `/oauth/…`); answers whether it took it. */
  routes?: Routes;
  /** Real milliseconds between the attempts to deliver an event that wasn't acknowledged. Slack's: at once, 1 min, 5 min. */
  eventRetriesMs?: readonly number[];
  /** Real milliseconds that a Socket Mode connection lasts, its warning 10 s before the end. Slack's: an hour. */
  socketsLastMs?: number;
};

export type Routes = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** One running Slack with one workspace and one installed app. */
export type Slack = {
  /** The page's address, `http://127.0.0.1:…`. */
  url: string;
  /** What SLACK_API_URL must be, `http://127.0.0.1:…/api/`. */
  apiUrl: string;
  manifest: Manifest;
  team: { id: string; name: string; domain: string };
  /** Renames the workspace or gives it another address; fires team_rename and team_domain_change. */
  renameTeam(to: { name?: string; domain?: string }): void;
  teamId: string;
  appId: string;
  appName: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** What an app needs that is installed by its own page: where to send people, and how it proves who it is. */
  oauth: { authorizeUrl: string; clientId: string; clientSecret: string };
  botUserId: string;
  /** The environment that points the product here, for the transport in use. */
  settings(): Record<string, string>;
  /** From now on every payload goes as a signed request to `url`/slack/events, instead of over Socket Mode. */
  deliverOverHttp(url: string): void;
  /** Asks the app for Slack's challenge, as Slack does before it takes an address. False over Socket Mode. */
  verifyUrl(): Promise<boolean>;
  as(userId: string): Visitor;
  people: People;
  groups: Groups;
  channels: Channels;
  /**
   * Somebody removes the app: it hears app_uninstalled and tokens_revoked where it has subscribed, every later call with
   * its token answers account_inactive, and its connections are told to disconnect.
   */
  uninstall(): void;
  /** The last 2,000 Web API calls and response_url uses, oldest first. */
  calls: readonly Call[];
  /** The last 500 payloads and answers of the app that Slack refused, oldest first. */
  refusals: readonly Refusal[];
  /** The last 1,000 payloads sent to the app, oldest first. */
  envelopes: readonly Envelope[];
  faults: Faults;
  /** Tells every connection to reconnect, as Slack does each hour; nothing more is routed to them. */
  refreshSockets(goodbye?: SocketGoodbye): void;
  /** Cuts every connection without a word. */
  dropSockets(): void;
  /** Every connection goes on looking open, but nothing passes any more in either direction. */
  halfOpenSockets(): void;
  connections(): number;
  /** Called after anything visible has changed, at most once per turn of the event loop; answers how to stop it. */
  onChange(listener: () => void): () => void;
  /**
   * An app in the same process may say whether it is still at work; `idle()` and every outcome then wait for it instead
   * of for a short silence.
   */
  waitFor(busy: () => boolean): void;
  /** Nothing is in flight: no payload without its acknowledgement, no call without its answer. At most 10 real seconds. */
  idle(): Promise<void>;
  /** Sends a payload again exactly as it was, as Slack may when it doubts that it arrived. Tells how that went. */
  redeliver(envelope: Envelope): Promise<Envelope['outcome']>;
  dump(): Dump;
  close(): Promise<void>;
};
