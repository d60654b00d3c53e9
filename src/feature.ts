import type { Button, PlainTextOption } from '@slack/types';
import type { Tx } from './db/workspace.ts';
import type { Kind, Put } from './delivery/outbox.ts';
import type { Deps } from './deps.ts';
import type { Person, Role, WorkingDays } from './features/people/index.ts';
import type { Settings } from './features/settings/table.ts';
import type { News } from './news.ts';
import type { Listener, Turn } from './slack/action.ts';
import type { AnyBlock } from './slack/blocks.ts';
import type { Mrkdwn } from './slack/escape.ts';
import type { ModalListener } from './slack/modal.ts';
import type { Lang } from './texts.ts';

/** A shortcut in Slack's menus. `id` is its callback_id in the manifest. */
export type Shortcut = { id: string; by: Role; run(deps: Deps, turn: Turn): Promise<void> };

/** Suggestions for an external select, by the action_id of its element: one indexed query, at most 100 answers. */
export type Options = { id: string; by: Role; find(deps: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> };

/**
 * Something that happened in Slack. Bolt has acknowledged it before we run, and Slack may send it again: a handler
 * is repeatable, and the nightly reconcile heals what was lost.
 */
export type EventListener = { type: string; run(deps: Deps, event: Record<string, unknown>): Promise<void> };

/**
 * Asked every minute: which messages are due? Rows are made when due, never ahead. `mayBe` is a cheap first look
 * without the database; `rows` is an indexed query, never "load everybody", and repeatable for the same `now`.
 */
export type Due = {
  name: string;
  mayBe(now: Date): boolean;
  rows(deps: Deps, tx: Tx, now: Date, limit: number, seen: Seen): Promise<Put[]>;
  /**
   * Asked after an outage: what else became due, and ended before it was over? Such a row expires at once and is never
   * sent; it is there to be counted. `since`: when this was last asked. For kinds that end within days.
   */
  missed?(deps: Deps, tx: Tx, since: Date, now: Date, limit: number, seen: Seen): Promise<Put[]>;
};

/**
 * How far a rule has seen to each part of its people, by names and numbers of its own; so that a minute later it looks
 * only at what is new. Undefined: not lately. What the rule notes counts once its rows are kept.
 */
export type Seen = {
  upTo(part: string): number | undefined;
  note(part: string, upTo: number): void;
  /** With whom the last page of a part ended that takes several; undefined: it begins. */
  endOf(part: string): string | undefined;
  noteEnd(part: string, userId: string): void;
};

/** What this habit shows on somebody's Home tab; undefined: nothing today. Sections stand in the order of the features. */
export type HomeSection = (
  deps: Deps,
  tx: Tx,
  who: { person: Person; roles: ReadonlySet<Role>; lang: Lang },
) => Promise<AnyBlock[] | undefined>;

/**
 * This habit's part of the settings form. The block_id of an input is the key of its setting, and the setting's
 * schema reads the answer; `check` is for what only Slack or the database knows: errors by key.
 */
export type SettingsSection = {
  /** Its place in the form: smaller comes first. */
  place: number;
  blocks(settings: Settings, house: House): AnyBlock[];
  /** What to say beside an answer that the schema of its setting doesn't read; else: choose one of the answers. */
  misread?(lang: Lang): Partial<Record<keyof Settings, string>>;
  check?(deps: Deps, answers: Partial<Settings>, lang: Lang): Promise<Record<string, string>>;
  /** Keeps what isn't a setting of the whole workspace, from the raw answers by block_id; `changed`: what isn't as the form showed it. */
  keep?(tx: Tx, given: Record<string, unknown>, changed: ReadonlySet<string>, change: Change): Promise<void>;
};

/** The house around the settings form: its reader's language, and what isn't a setting itself. */
export type House = {
  lang: Lang;
  now: Date;
  channelLangs: Readonly<Record<string, Lang>>;
  /** The house's own working days, and what its country is called. */
  works: WorkingDays;
  countryName: string;
};

/** Who changed a setting and when; `id` is made anew for each one kept. */
export type Change = { by: string; at: Date; newId(): string };

/** How this habit explains itself in help: what it is, and the words it answers to. */
export type Help = (lang: Lang) => { title: string; says: string; words: { type: string; does: string }[] };

/**
 * What this habit adds to the menu that `/customer` and a text typed to Mantra offer. A button carries where the text
 * can be read back. Entries stand in the order of the features; the very first takes any text.
 */
export type Menu = (
  tx: Tx,
  who: { person: Person; lang: Lang; now: Date },
  from: TypedText,
) => Button[] | Promise<Button[]>;

/** Where a typed text can be read back: our draft (after a command), Slack's own message (in the DM), or nowhere. */
export type TypedText = { draftId: string } | { channel: string; ts: string } | null;

/** A column that holds personal data: what it is, whether the person's export shows it, what erasing does, how long it is kept. */
export type Column = {
  table: string;
  column: string;
  holds: 'identity' | 'their own words' | 'their choice' | 'what they did' | 'about a customer';
  export: boolean;
  erase: 'row' | 'blank' | 'keep';
  keepMonths: number;
};

/**
 * Something that came of what somebody told about a customer, in words for them: nobody else's name is in it, and nothing
 * that isn't for their eyes. `at`: when it happened; `customerId`: whose page has more of it.
 */
export type Use = { at: Date; says: Mrkdwn; customerId: string };

/**
 * What came here of what somebody told, after one moment and up to another, the newest first. Looked up when they are told
 * and whenever that is shown anew, so what was withdrawn is gone from it. The habit tells when there is something (`used`).
 */
export type BecameOf = (deps: Deps, tx: Tx, of: Person, span: { since: Date; until: Date }) => Promise<Use[]>;

/** One habit: what it listens to, what it does by the clock, what it says, and what it keeps. */
export type Feature = {
  name: string;
  actions?: readonly Listener[];
  modals?: readonly ModalListener[];
  shortcuts?: readonly Shortcut[];
  options?: readonly Options[];
  events?: readonly EventListener[];
  due?: readonly Due[];
  /** Work at most once a night that makes no message: the roster, what is past its keeping. */
  nightly?: (deps: Deps, now: Date) => Promise<void>;
  messages?: readonly Kind[];
  /** What follows here from something that happened elsewhere, in its transaction (news.ts). */
  hears?: (deps: Deps, tx: Tx, news: News) => Promise<unknown>;
  becameOf?: BecameOf;
  settings?: SettingsSection;
  home?: HomeSection;
  help?: Help;
  menu?: Menu;
  /** What the form of a conversation offers where its day is still to come. */
  ahead?: (lang: Lang) => Button;
  personal: readonly Column[];
};
