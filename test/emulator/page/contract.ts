import type { Block, KnownBlock } from '@slack/types';
import type { InputValues } from '../core/types.ts';

export type { Act as ElementAct, Choice, Container, InputValue, InputValues } from '../core/types.ts';

/** A chart (docs.slack.dev/reference/block-kit/blocks/data-visualization-block), which the SDK's types don't know yet. */
export type ChartBlock = Block & { type: 'data_visualization'; title?: string; chart: PieChart | AxisChart };
export type PieChart = { type: 'pie'; segments: Point[] };
export type AxisChart = {
  type: 'line' | 'bar' | 'area';
  series: { name: string; data: Point[] }[];
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
};
export type Point = { label: string; value: number };

/** A block as the browser draws it. On the wire it is JSON that Slack's rules have passed. */
export type AnyBlock = KnownBlock | ChartBlock;

export type PagePerson = {
  id: string;
  name: string;
  title: string;
  /** Owner, Admin, Member, Guest, App … */
  role: string;
  /** IANA, as `Europe/Amsterdam`. */
  zone: string;
  /** BCP 47, as `nl-NL`. */
  locale: string;
  /** Six hex digits. */
  color: string;
  /** Can sit at this keyboard: no bot, and not gone. */
  playable: boolean;
};

export type PageConversation = {
  id: string;
  name: string;
  kind: 'app' | 'public' | 'private' | 'im' | 'mpim';
  unread: number;
  archived: boolean;
};

export type PageMessage<B = AnyBlock> = {
  channel: string;
  ts: string;
  author: string;
  authorId: string;
  fromApp: boolean;
  text: string;
  blocks: B[];
  ephemeral: boolean;
  edited: boolean;
  /** The parent's ts, for an answer in a thread. */
  threadTs?: string;
};

export type PageView<B = AnyBlock> = {
  id: string;
  title: string;
  submit?: string;
  close: string;
  blocks: B[];
  values: InputValues;
  /** What is wrong, by block_id. */
  errors: Record<string, string>;
};

export type PageClock = {
  /** The turned clock, ISO. */
  now: string;
  turning: boolean;
  /** Where it can be turned to: a label and an instant (ISO). */
  targets: { label: string; at: string }[];
};

export type PageCommand = { command: string; description: string; usageHint: string };
export type PageShortcut = { name: string; callbackId: string; type: 'global' | 'message' };

/** Everything one person sees, and what stands beside it. `B` is the block as its reader types it. */
export type PageState<B = AnyBlock> = {
  team: string;
  app: { name: string; botUserId: string; dm: string };
  me: PagePerson;
  people: PagePerson[];
  conversations: PageConversation[];
  /** The conversation that is open: its newest messages, oldest first, and how many there are before them. */
  open: { id: string; messages: PageMessage<B>[]; earlier: number };
  /** The stack, the one on top last. */
  modals: PageView<B>[];
  home?: PageView<B>;
  commands: PageCommand[];
  shortcuts: PageShortcut[];
  notices: string[];
  /** What a newcomer could type. */
  example: string;
  clock: PageClock;
};

/** One line of the inspector. */
export type LogLine = {
  id: number;
  kind: 'call' | 'delivery' | 'refusal';
  /** Of the turned clock, ISO. */
  at: string;
  name: string;
  ms?: number;
  /** What went wrong, in Slack's word. */
  refused?: string;
};
