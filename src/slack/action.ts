import type { ViewOutput } from '@slack/bolt';
import type { Button, ConfirmationDialog, Overflow } from '@slack/types';
import type { z } from 'zod';
import type { Message } from '../delivery/outbox.ts';
import type { Deps } from '../deps.ts';
import type { Person, Role } from '../features/people/index.ts';
import type { Lang } from '../texts.ts';
import { MAX, option, plain } from './blocks.ts';
import type { Modal } from './view.ts';

/** The view somebody clicked or typed in: enough to read what was typed and to replace it without overtaking. */
export type OpenView = Pick<ViewOutput, 'id' | 'hash' | 'callback_id' | 'private_metadata' | 'state' | 'blocks'> & {
  type: string;
  /** The modals below it: the one it stands on, and the one at the bottom, which is itself where it stands on none. */
  previous_view_id?: string | null;
  root_view_id?: string | null;
};

/** Who did it, from where, and how to answer them: all a handler may know of the request. */
export type Turn = {
  person: Person;
  roles: ReadonlySet<Role>;
  lang: Lang;
  /** Slack's id of this one request: the same again is the same request (db/once.ts). */
  requestId: string;
  /** The view a click came from, if it came from one. */
  view?: OpenView;
  /** The message a click or message shortcut belongs to, or the one that was typed to Mantra. */
  message?: { channel: string; ts: string };
  /** Seen by this person alone, where they clicked or typed. */
  reply(message: Message): Promise<void>;
  /**
   * Opens a modal; from inside a modal it is pushed on top, or takes its place where no more fit on each other. Once per
   * turn: a trigger serves one time.
   */
  open(view: Modal): Promise<void>;
  /** Replaces the modal the click came from; a view that has changed meanwhile stays as it is. */
  update(view: Modal): Promise<void>;
};

type Look = { key?: string; style?: 'primary' | 'danger'; confirm?: ConfirmationDialog };

/**
 * A button or menu and its answer, kept together: one id, one schema for the value it carries. `key` tells apart
 * several of the same action in one block, where Slack refuses equal ids.
 */
export type Action<V> = {
  id: string;
  button(label: string, value: V, look?: Look): Button;
  /** The ⋯ menu, 1-5 choices. */
  overflow(choices: readonly { label: string; value: V }[], look?: Pick<Look, 'key' | 'confirm'>): Overflow;
  read(raw: unknown): V;
};

/** An action bound to its handler and to who may use it, with the value's type folded away so lists can hold any of them. */
export type Listener = { id: string; by: Role; run(deps: Deps, turn: Turn, raw: unknown): Promise<void> };

/** `id` is `<habit>.<verb>`. */
export function action<V>(id: string, schema: z.ZodType<V>): Action<V> {
  const actionId = (key?: string) => (key ? `${id}:${key}` : id);
  return {
    id,
    button: (label, value, { key, ...look } = {}) => ({
      type: 'button',
      action_id: actionId(key),
      text: plain(label, MAX.button),
      value: JSON.stringify(value),
      ...look,
    }),
    overflow: (choices, { key, ...look } = {}) => ({
      type: 'overflow',
      action_id: actionId(key),
      options: choices.map(({ label, value }) => option(label, JSON.stringify(value))),
      ...look,
    }),
    read: (raw) => schema.parse(typeof raw === 'string' ? JSON.parse(raw) : raw),
  };
}

/** Which action an action_id belongs to: everything before the key. */
export const actionOf = (actionId: string) => actionId.split(':', 1)[0] ?? '';

export const on = <V>(
  { id, read }: Action<V>,
  handle: (deps: Deps, turn: Turn, value: V) => Promise<void>,
  by: Role = 'member',
): Listener => ({ id, by, run: (deps, turn, raw) => handle(deps, turn, read(raw)) });
