import type { ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Role } from '../features/people/index.ts';
import type { Lang } from '../texts.ts';
import type { OpenView, Turn } from './action.ts';
import type { Modal } from './view.ts';

/** What was typed, by field; errors by field, in the person's language. */
export type Read<F> = { ok: true; fields: F } | { ok: false; errors: Record<string, string> };

/** What becomes of a submitted form: it closes, or stays with errors beside its fields, or is replaced. */
export type Submitted = 'close' | { errors: Record<string, string> } | { update: Modal };

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
  undefined;
