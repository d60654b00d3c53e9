import type { KnownBlock } from '@slack/types';
import type { Attachment, InputValues, Reaction } from '../core/types.ts';
import type { ChartBlock } from './contract/chart.ts';
import type { PageClock, PageFault } from './contract/inspector.ts';

export type {
  Act as ElementAct,
  Choice,
  Container,
  InputValue,
  InputValues,
  Reaction,
} from '../core/types.ts';
export type * from './contract/chart.ts';
export type * from './contract/inspector.ts';

/** A block as the browser draws it. On the wire it is JSON that Slack's rules have passed. */
export type AnyBlock = KnownBlock | ChartBlock;

export type PagePerson = {
  id: string;
  /** `sanne.devries`, as it is typed behind an @. */
  handle: string;
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
  /** Can sit at this keyboard: no bot, not gone, and not only invited. */
  playable: boolean;
  /** A bot, an app or Slackbot. */
  bot: boolean;
  /** The name of another organisation that they are of. */
  organisation?: string;
  /** An emoji's name with its colons, the words beside it, and when it clears itself (ISO, of the turned clock). */
  status?: { emoji: string; text: string; until?: string };
};

/** Someone's user group, as `<!subteam^S…>` mentions it. */
export type PageGroup = { id: string; handle: string; name: string };

/** Everybody, fetched once and again when `PageState.peopleRevision` isn't `revision` any more. */
export type PagePeople = { revision: number; people: PagePerson[]; groups: PageGroup[] };

export type PageConversation = {
  id: string;
  name: string;
  kind: 'app' | 'public' | 'private' | 'im' | 'mpim';
  /** New messages of others, answers in threads not among them. */
  unread: number;
  /** How many of those speak to this person: all in direct messages, in channels those that name them. */
  mentions: number;
  archived: boolean;
  /** This person is in it. */
  member: boolean;
  /** Shared with another organisation. */
  external: boolean;
  topic: string;
  /** Ids of the others in a direct message; how many there are in a channel. */
  others: string[];
  members: number;
};

export type PageFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Bytes. */
  size: number;
  /** On this page. */
  url: string;
};

/** Something under a message that isn't its own words; colours, fields and dates as Slack has them. */
export type PageAttachment<B = AnyBlock> = Omit<Attachment, 'blocks'> & { blocks?: B[] };

export type PageMessage<B = AnyBlock> = {
  channel: string;
  ts: string;
  author: string;
  authorId: string;
  fromApp: boolean;
  /** The author's organisation, where it isn't this workspace's. */
  organisation?: string;
  text: string;
  blocks: B[];
  attachments: PageAttachment<B>[];
  files: PageFile[];
  reactions: Reaction[];
  /** What this person has chosen in its blocks. */
  values: InputValues;
  ephemeral: boolean;
  edited: boolean;
  /** The parent's ts, for an answer in a thread. */
  threadTs?: string;
  /** An answer in a thread that stands in the conversation too. */
  broadcast: boolean;
  /** The answers to it: how many, by whom, and when the last one came (a ts). */
  replies: number;
  repliers: string[];
  latestReply?: string;
};

/** A thread that is looked at, the first message first; without messages where there is none. */
export type PageThread<B = AnyBlock> = { ts: string; messages: PageMessage<B>[] };

/** A thread this person is in, as the list of them shows it. */
export type PageThreadEntry<B = AnyBlock> = {
  channel: string;
  parent: PageMessage<B>;
  /** The newest answers, oldest first. */
  newest: PageMessage<B>[];
  unread: number;
};

export type PageView<B = AnyBlock> = {
  id: string;
  callbackId: string;
  title: string;
  submit?: string;
  close: string;
  blocks: B[];
  values: InputValues;
  /** What is wrong, by block_id. */
  errors: Record<string, string>;
};

export type PageCommand = { command: string; description: string; usageHint: string };
export type PageShortcut = { name: string; callbackId: string; type: 'global' | 'message' };

/** Everything one person sees, and what stands beside it. `B` is the block as its reader types it. */
export type PageState<B = AnyBlock> = {
  team: string;
  /** `dm` is empty for people of other organisations, who may have no direct messages with it. */
  app: { name: string; botUserId: string; dm: string };
  me: PagePerson;
  /** Another number: the people must be fetched anew. */
  peopleRevision: number;
  /** Those this person is in, and the one that is open. */
  conversations: PageConversation[];
  /** Another number: the list of all channels must be fetched anew. */
  channelsRevision: number;
  /** The conversation that is open: its newest messages, oldest first, and how many there are before them. */
  open: {
    id: string;
    messages: PageMessage<B>[];
    earlier: number;
    /** The ts up to which this person had read, before they looked. */
    readUpTo: string;
  };
  /** The thread beside it. */
  thread?: PageThread<B>;
  /** The threads this person is in: how many have something new, and, where they are looked at, all of them. */
  threads: { unread: number; list?: PageThreadEntry<B>[] };
  /** The stack, the one on top last. */
  modals: PageView<B>[];
  home?: PageView<B>;
  commands: PageCommand[];
  shortcuts: PageShortcut[];
  notices: string[];
  /** What a newcomer could type. */
  example?: string;
  clock: PageClock;
  faults: PageFault[];
};
