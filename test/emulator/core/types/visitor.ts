import type { Browsing } from './browsing.ts';
import type { VisibleConversation, VisibleMessage, VisibleView } from './seen.ts';

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

/** Where an element is clicked on. */
export type Container = { kind: 'message'; channel: string; ts: string } | { kind: 'view'; viewId: string };

/**
 * A click or a choice by ids. `value`: the option's value, a user or channel id, a date, a time, text (rich text as it is
 * typed); a list of them for checkboxes and multi selects, of file ids for a file input; nothing for buttons, and for
 * clearing a choice.
 */
export type Act = {
  container: Container;
  blockId: string;
  actionId: string;
  value?: string | readonly string[];
  /** Somebody is still at it: kept, and not told to the app even where the element dispatches its actions. */
  typing?: boolean;
};

/** What somebody looks at. */
export type Place = VisibleMessage | 'home' | 'modal';

/**
 * Where to look for a button or field. `beside`: words in the text of its block or, for a row of buttons, of the nearest
 * block above with any text; it tells the same button on several rows apart.
 */
export type Spot = { in?: Place; beside?: string };

/** Slack's own choices for an open external select: options with their values. */
export type Choice = { text: string; value: string; description: string | undefined; group: string | undefined };

/** Where a message goes, and what goes with it. */
export type Where = { in?: string; threadTs?: string; broadcast?: boolean; files?: readonly string[] };

/** A file on somebody's computer; its kind by the ending of its name unless said. */
export type Upload = { name: string; mimetype?: string; content: Uint8Array | string };

/** Somebody at a keyboard: does what a person can do, sees what that person would see. */
export type Visitor = Browsing & {
  userId: string;
  /**
   * Text with `/` in front is a slash command, anything else a message. Where: the DM with the app unless said.
   * `files`: ids from `uploads`. `broadcast`: an answer in a thread that is shown in the conversation too.
   */
  types(text: string, where?: Where): Promise<Outcome>;
  /** Takes a file from this person's computer: an id for a message or a file input. At most 30 MB. */
  uploads(file: Upload): string;
  /** Puts an emoji under a message, or takes it away again where this person has put it before. */
  reacts(name: string, at: { channel: string; ts: string }): Promise<Outcome>;
  /** Loads Slack anew: what only this person saw, and what Slack said to them, is gone. */
  reloads(): void;
  shortcut(nameOrCallbackId: string): Promise<Outcome>;
  messageShortcut(nameOrCallbackId: string, message: { channel: string; ts: string }): Promise<Outcome>;
  opensHome(): Promise<Outcome>;
  /** The DM with the app, made when it isn't there; '' for another organisation's people, who have none. */
  appDm(): string;
  readonly home: VisibleView | undefined;
  conversations(): VisibleConversation[];
  /** What is seen in a conversation, oldest first; the DM with the app unless said. */
  messages(channel?: string): VisibleMessage[];
  /** Marks a conversation as read up to now. */
  reads(channel: string): void;
  /** The newest visible button with that text: in the modal, else in the newest message, else on Home. */
  clicks(label: string, where?: Spot): Promise<Outcome>;
  act(act: Act): Promise<Outcome>;
  /** Chooses in a select, radio, overflow or datepicker; `field` is its label, placeholder, action_id, or the text beside it. */
  picks(field: string, choice: string, where?: Spot): Promise<Outcome>;
  /** Types into an external select and gets the texts of the options the app offers. */
  searches(field: string, typed: string, where?: Spot): Promise<string[]>;
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
