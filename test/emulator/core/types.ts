import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Block, InputValues, Json, Text } from './shapes.ts';
import type { State } from './state.ts';

export type * from './shapes.ts';

/** The parts of manifest.yml that decide what is allowed and delivered. */
export type Manifest = {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean; messages_tab_read_only_enabled?: boolean };
    bot_user?: { display_name: string };
    slash_commands?: { command: string; description: string; usage_hint?: string }[];
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string; description: string }[];
  };
  oauth_config?: { scopes?: { bot?: string[]; bot_optional?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};

/** Somebody in the company, with Slack's own flags and names. Absent flags are false. */
export type SeedPerson = {
  /** U… or W… */
  id: string;
  /** The handle, `sanne.devries`. */
  name: string;
  real_name: string;
  title?: string;
  /** IANA zone; Slack leaves it out for bots. */
  tz?: string;
  /** `nl-NL`; seen by an app only when it asks for it. */
  locale?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  is_primary_owner?: boolean;
  is_bot?: boolean;
  is_workflow_bot?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of a single channel. */
  is_ultra_restricted?: boolean;
  is_invited_user?: boolean;
  /** Deactivated. */
  deleted?: boolean;
  /** Of another organisation and in no shared channel. */
  is_stranger?: boolean;
  /** Of another organisation when it isn't the workspace's; such people are not in `users.list`. */
  team_id?: string;
  /** Avatar colour, six hex digits. */
  color?: string;
  status_emoji?: string;
  status_text?: string;
};

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export type SeedChannel = {
  id: string;
  /** Without #. Empty for direct messages. */
  name: string;
  kind?: ChannelKind;
  /** User ids. The app is added with `bot: true`. */
  members: string[];
  bot?: boolean;
  is_archived?: boolean;
  /** Team ids of other organisations that share it. */
  shared_with?: string[];
  topic?: string;
};

export type SeedGroup = { id: string; handle: string; name: string; users: string[] };

/** Who and what is there at the beginning. USLACKBOT and the app's own bot user come by themselves. */
export type Seed = {
  team: { id: string; name: string; domain: string };
  people: SeedPerson[];
  channels: SeedChannel[];
  groups?: SeedGroup[];
};

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

/** `at` is of the turned clock (ISO), `ms` real milliseconds; tokens and response_urls are left out. */
export type Call = {
  at: string;
  method: string;
  args: Record<string, Json | undefined>;
  status: number;
  response: Json;
  ms: number;
};

export type Refusal = { at: string; what: string; error: string; messages: string[] };

export type Envelope = {
  at: string;
  id: string;
  /** slash_commands, interactive or events_api. */
  type: string;
  payload: Json;
  ackMs: number | undefined;
  ackBody: Json | undefined;
  outcome: 'waiting' | 'acked' | 'too late' | 'not delivered' | 'failed';
  retry: number;
};

/** What goes wrong with the next calls of a method (`*`: of any). Times are real milliseconds. */
export type Fault = {
  method: string;
  /** How many calls it strikes; absent: all until `clear()`. */
  times?: number;
  /** HTTP status instead of 200, e.g. 500 or 429; nothing is done. */
  status?: number;
  /** `{ok: false, error}`; nothing is done. */
  error?: string;
  /** Seconds in the Retry-After header; implies status 429. */
  retryAfter?: number;
  /** Waits before anything else. */
  delayMs?: number;
  /** The call is done, its answer never arrives (the connection is cut). */
  loseAnswer?: boolean;
  /** The connection is cut at once, and the call is done so much later. */
  lateCommitMs?: number;
  /** Neither done nor answered; the connection stays open until the caller gives up. */
  hang?: boolean;
};

export type Faults = { add(fault: Fault): void; clear(): void; active(): readonly Fault[] };

/** A message as one person sees it. */
export type VisibleMessage = {
  channel: string;
  ts: string;
  userId: string;
  name: string;
  bot: boolean;
  text: string;
  blocks: Block[];
  /** The words a person reads: of the blocks where there are any, else the text. */
  readable: string;
  ephemeral: boolean;
  edited: boolean;
  threadTs: string | undefined;
  replies: number;
};

export type VisibleConversation = {
  id: string;
  name: string;
  /** 'app' is the DM with the app. */
  kind: 'app' | ChannelKind;
  unread: number;
  member: boolean;
  archived: boolean;
  external: boolean;
};

export type VisibleView = {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  title: string;
  submit: Text | undefined;
  close: Text | undefined;
  blocks: Block[];
  /** What stands in the inputs now, by block_id and action_id. */
  values: InputValues;
  /** What stands in the inputs now, by label, as a person reads it. */
  filled: Record<string, string | string[]>;
  /** Beside which field which error stands, by label. */
  errors: Record<string, string>;
  /** The same by block_id. */
  errorsById: Record<string, string>;
  privateMetadata: string;
  readable: string;
};

/** What came of something a person did: acknowledged in time, and what they saw since. */
export type Outcome = {
  acked: boolean;
  /** Real milliseconds until the acknowledgement. */
  ms: number;
  /** Messages only this person sees that came since. */
  ephemeral: VisibleMessage[];
  /** The modal on top now. */
  modal: VisibleView | undefined;
  /** What Slack itself said, if it had to. */
  notice: string | undefined;
  /** Errors beside the fields of the modal on top, by label. */
  errors: Record<string, string>;
};

export type Container = { kind: 'message'; channel: string; ts: string } | { kind: 'view'; viewId: string };

/**
 * A click or a choice by ids. `value`: the option's value, a user or channel id, a date, a time, text; a list of them
 * for checkboxes and multi selects; nothing for buttons, and for clearing a choice.
 */
export type Act = { container: Container; blockId: string; actionId: string; value?: string | readonly string[] };

export type Place = VisibleMessage | 'home' | 'modal';

/** Slack's own choices for an open external select: options with their values. */
export type Choice = { text: string; value: string; description: string | undefined; group: string | undefined };

/** Somebody at a keyboard: does what a person can do, sees what that person would see. */
export type Visitor = {
  userId: string;
  /** Text with `/` in front is a slash command, anything else a message. Where: the DM with the app unless said. */
  types(text: string, where?: { in?: string; threadTs?: string }): Promise<Outcome>;
  shortcut(nameOrCallbackId: string): Promise<Outcome>;
  messageShortcut(nameOrCallbackId: string, message: { channel: string; ts: string }): Promise<Outcome>;
  opensHome(): Promise<Outcome>;
  /** The DM with the app, made when it isn't there. */
  appDm(): string;
  readonly home: VisibleView | undefined;
  conversations(): VisibleConversation[];
  /** What is seen in a conversation, oldest first; the DM with the app unless said. */
  messages(channel?: string): VisibleMessage[];
  /** Marks a conversation as read up to now. */
  reads(channel: string): void;
  /** The newest visible button with that text: in the modal, else in the newest message, else on Home. */
  clicks(label: string, where?: { in?: Place }): Promise<Outcome>;
  act(act: Act): Promise<Outcome>;
  /** Chooses in a select, radio, overflow or datepicker; `field` is its label, placeholder, action_id, or the text beside it. */
  picks(field: string, choice: string, where?: { in?: Place }): Promise<Outcome>;
  /** Types into an external select and gets the texts of the options the app offers. */
  searches(field: string, typed: string, where?: { in?: Place }): Promise<string[]>;
  /** The same by ids, with values. */
  searchesIn(act: Omit<Act, 'value'>, typed: string): Promise<Choice[]>;
  /** Fills the inputs of the modal on top by their labels, with the texts of options where they are choices. */
  fills(fields: Record<string, string | readonly string[]>): Promise<Outcome>;
  readonly modal: VisibleView | undefined;
  /** The stack, the one on top last. */
  readonly modals: VisibleView[];
  submits(): Promise<Outcome>;
  /** Closes the modal on top, or all of them at once (the × of a stack). */
  closes(how?: { all?: boolean }): Promise<Outcome>;
  /** What Slack itself said to this person, oldest first. */
  readonly notices: readonly string[];
  /** The DM with the app and the open modal, as text. */
  sees(): string;
};
