import type { IncomingMessage, ServerResponse } from 'node:http';
import type { State } from './state.ts';
import type { Call, Envelope, Faults, Refusal } from './types/journal.ts';
import type { ChannelKind, Manifest, Seed, SeedChannel, SeedPerson } from './types/seed.ts';
import type { Visitor } from './types/visitor.ts';

export type * from './shapes.ts';
export type * from './types/journal.ts';
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
  /** Absent or 0: any free port. */
  port?: number;
  /** Asked first for every request that isn't Slack's own (`/api/…`, `/response/…`); answers whether it took it. */
  routes?: Routes;
  /** Real milliseconds between the attempts to deliver an event that wasn't acknowledged. Slack's: at once, 1 min, 5 min. */
  eventRetriesMs?: readonly number[];
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
  teamId: string;
  appId: string;
  appName: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUserId: string;
  /** The environment that points the product here, for the transport in use. */
  settings(): Record<string, string>;
  /** From now on every payload goes as a signed request to `url`/slack/events, instead of over Socket Mode. */
  deliverOverHttp(url: string): void;
  as(userId: string): Visitor;
  people: People;
  channels: Channels;
  /** The last 2,000 Web API calls and response_url uses, oldest first. */
  calls: readonly Call[];
  /** The last 500 payloads and answers of the app that Slack refused, oldest first. */
  refusals: readonly Refusal[];
  /** The last 1,000 payloads sent to the app, oldest first. */
  envelopes: readonly Envelope[];
  faults: Faults;
  /** Tells every connection to reconnect, as Slack does each hour; nothing more is routed to them. */
  refreshSockets(): void;
  /** Cuts every connection without a word. */
  dropSockets(): void;
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

export type People = {
  all(): readonly SeedPerson[];
  find(userId: string): SeedPerson | undefined;
  /** Fires user_change. */
  change(userId: string, fields: Partial<Omit<SeedPerson, 'id'>>): void;
  /** Fires team_join. */
  join(person: SeedPerson): void;
  /** Deactivates; fires user_change. */
  leave(userId: string): void;
};

export type Channels = {
  all(): readonly VisibleChannel[];
  create(channel: SeedChannel): void;
  archive(channelId: string): void;
  unarchive(channelId: string): void;
  /** A person or the bot (`slack.botUserId`) joins or is invited. */
  invite(channelId: string, userId: string): void;
  remove(channelId: string, userId: string): void;
  /** Shared with another organisation from now on. */
  share(channelId: string, teamId: string): void;
};

export type VisibleChannel = {
  id: string;
  name: string;
  kind: ChannelKind;
  members: readonly string[];
  archived: boolean;
  external: boolean;
  topic: string;
};
