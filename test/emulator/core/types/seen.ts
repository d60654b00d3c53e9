import type { Attachment, Block, Text } from '../shapes.ts';
import type { InputValues } from './filled.ts';
import type { ChannelKind } from './seed.ts';

/** A file as a person sees it in a message or an input. `url` serves it to the app's token only. */
export type VisibleFile = { id: string; name: string; title: string; mimetype: string; size: number; url: string };

/** An emoji under a message, and who put it there. */
export type Reaction = { name: string; users: string[] };

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
  /** An answer in a thread that stands in the conversation too. */
  broadcast: boolean;
  files: VisibleFile[];
  reactions: Reaction[];
  attachments: Attachment[];
  /** What this person has chosen in its blocks, by block_id and action_id. */
  chosen: InputValues;
  /** The writer's organisation, where it isn't this workspace's. */
  team?: string;
};

/** A line of the sidebar as one person sees it. */
export type VisibleConversation = {
  id: string;
  name: string;
  /** 'app' is the DM with the app. */
  kind: 'app' | ChannelKind;
  /** New messages of others, answers in threads not among them. */
  unread: number;
  /** How many of those speak to this person: all in direct messages, in channels those that name them. */
  mentions: number;
  member: boolean;
  archived: boolean;
  external: boolean;
  topic: string;
  /** Ids of the others in a direct message; empty for a channel. */
  others: string[];
  /** How many are in it. */
  members: number;
};

/** A modal or a Home tab as its person sees it. */
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
