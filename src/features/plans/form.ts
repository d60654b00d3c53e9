import { z } from 'zod';
import { action, type OpenView } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { PLAN_KINDS } from './rules.ts';
import { say } from './texts.ts';

export const FORM = 'plans.form';
/** A kind was chosen in the open form. */
export const KIND = 'plans.kind';

/** Opens the plan: one's own, or a new one with the customer that is suggested. */
export const planButton = action('plans.open', z.object({ customerId: z.uuid().optional() }));
/** "I'll talk to them", on a customer's page: one's plan is with this customer from now on. */
export const talkButton = action('plans.talk', z.object({ customerId: z.uuid() }));
/** Takes what was typed into the form of a conversation that is still to come. */
export const fromLogButton = action('plans.from-log', z.null());
export const neverMindButton = action('plans.never-mind', z.object({ on: z.iso.date() }));

/** What travels with the form: the form of a conversation it came from, or the customer whose page it was opened on. */
const behind = z.object({ draftId: z.uuid().optional(), pageOf: z.uuid().optional() });
export type Behind = z.infer<typeof behind>;

/** The same, read back from an open form; nothing where it was opened anywhere else. */
export const behindOf = ({ private_metadata }: Pick<OpenView, 'private_metadata'>): Behind =>
  private_metadata ? behind.parse(JSON.parse(private_metadata)) : {};

/** The answers of the form. `whom` is an option of the customer select, or nobody yet. */
export const planForm = modal(FORM, (lang) => {
  const t = say(lang);
  return z.object({
    when: z.iso.date({ error: t.whenMissing }),
    whom: z
      .string()
      .nullish()
      .transform((chosen) => chosen ?? null),
    how: z.enum(PLAN_KINDS),
    words: z
      .string({ error: t.tooLong })
      .trim()
      .max(3000, t.tooLong)
      .nullish()
      .transform((words) => words || null),
  });
});
