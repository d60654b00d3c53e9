import type { Block, InputValues, Text } from '../shapes.ts';
import type { ChannelKind } from './seed.ts';

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
