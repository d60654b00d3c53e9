import type { ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Role } from '../features/people/index.ts';
import type { Lang } from '../texts.ts';
import type { OpenView, Turn } from './action.ts';
import type { Modal } from './view.ts';

/** What was typed, by field; errors by field, in the person's language. */
export type Read<F> = { ok: true; fields: F } | { ok: false; errors: Record<string, string> };

/** What becomes of a submitted form: it closes, alone or with those below it, or stays with errors, or is replaced. */
export type Submitted =
  | 'close'
  | 'close all'
  | { errors: Record<string, string> }
  | {
      update: Modal;
      /** What takes longer than Slack waits: begins once the form is acknowledged. A crash loses it. */
      after?: () => Promise<void>;
    };

/**
 * A form and its answers. The block_id of an input is `<field>` or `<field>.<revision>`: Slack keeps what was typed
 * under the same block_id and ignores a new initial value, so a field whose value we set gets a new revision.
 */
export type ModalForm<F> = { id: string; read(view: Pick<OpenView, 'state'>, lang: Lang): Read<F> };

export type ModalListener = {
  id: string;
  by: Role;
  /** Runs before the acknowledgement and must be one short transaction, repeatable for the same draft. */
  submit(deps: Deps, turn: Turn, view: OpenView): Promise<Submitted>;
  /** The person closed the form without saving. */
  closed?(deps: Deps, turn: Turn, draftId: string): Promise<void>;
};

/** `schema(lang)` says its errors in that language. `id` is `<habit>.<form>`. */
export const modal = <F>(id: string, schema: (lang: Lang) => z.ZodType<F>): ModalForm<F> => ({
  id,
  read({ state }, lang) {
    const result = schema(lang).safeParse(answers(state));
    if (result.success) return { ok: true, fields: result.data };
    const errors = Object.entries(z.flattenError(result.error).fieldErrors as Record<string, string[]>);
    return { ok: false, errors: Object.fromEntries(errors.map(([field, [first]]) => [field, first ?? ''])) };
  },
});

type Bound<F> = {
  submit(deps: Deps, turn: Turn, fields: F, form: FormIds): Promise<Submitted>;
  closed?: NonNullable<ModalListener['closed']>;
  by?: Role;
};

/** Binds a form to what happens when it is saved; fields that don't read well go back with their errors. */
export const onSubmit = <F>(form: ModalForm<F>, { submit, closed, by = 'member' }: Bound<F>): ModalListener => ({
  id: form.id,
  by,
  submit: async (deps, turn, view) => {
    const read = form.read(view, turn.lang);
    return read.ok ? submit(deps, turn, read.fields, formIds(view)) : { errors: read.errors };
  },
  ...(closed && { closed }),
});

/** What somebody has typed so far, by field, whatever the revision of the field's block. */
export const answers = (state: OpenView['state']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(state.values as Record<string, Record<string, ViewStateValue>>).map(([blockId, inputs]) => [
      fieldOf(blockId),
      answer(Object.values(inputs)[0]),
    ]),
  );

/**
 * The fields whose answer isn't what the form showed: Slack sends its blocks, initial values included, back with the
 * answers. Whoever saves a form that others save too writes these alone, and undoes nobody's change.
 */
export function changedFields({ state, blocks }: Pick<OpenView, 'state' | 'blocks'>): Set<string> {
  const fields = blocks.flatMap((block) => {
    const { data } = inputBlock.safeParse(block);
    return data ? [[fieldOf(data.block_id), data.element] as const] : [];
  });
  const showed = new Map(fields);
  const changed = Object.entries(answers(state)).filter(([field, now]) => !isSame(now, showed.get(field)));
  return new Set(changed.map(([field]) => field));
}

const optionValue = z.object({ value: z.string() }).transform(({ value }) => value);

/** An input's value before anybody answered, as `answers` reads it after. */
const inputBlock = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  element: z
    .object({
      initial_value: z.string().optional(),
      initial_option: optionValue.optional(),
      initial_options: z.array(optionValue).optional(),
      initial_user: z.string().optional(),
      initial_users: z.array(z.string()).optional(),
      initial_conversation: z.string().optional(),
    })
    .transform((initial): unknown => Object.values(initial).find((value) => value !== undefined)),
});

/** Nothing chosen comes as an empty list, as null, or not at all; a list's order says nothing. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(settled(one)) === JSON.stringify(settled(other));

const settled = (value: unknown) =>
  Array.isArray(value) ? (value.length > 0 ? value.toSorted() : null) : (value ?? null);

export const fieldOf = (blockId: string) => blockId.split('.', 1)[0] ?? '';

/** What travels with a form: its draft, and what it changes. Only ids; whose they are, the database says. */
export type FormIds = { draftId: string; about?: string | undefined };

const metadata = z.object({ draftId: z.uuid(), about: z.uuid().optional() });

export const formIds = (view: Pick<OpenView, 'private_metadata'>): FormIds =>
  metadata.parse(JSON.parse(view.private_metadata));

const answer = (input: ViewStateValue | undefined): unknown =>
  input?.value ??
  input?.selected_option?.value ??
  input?.selected_options?.map(({ value }) => value) ??
  input?.selected_users ??
  input?.selected_user ??
  input?.selected_conversation ??
  input?.selected_channel ??
  input?.selected_date ??
  input?.files?.map(({ id }) => id) ??
  undefined;
