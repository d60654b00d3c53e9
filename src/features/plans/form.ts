import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { PLAN_KINDS } from './rules.ts';
import { say } from './texts.ts';

export const FORM = 'plans.form';
/** A kind was chosen in the open form. */
export const KIND = 'plans.kind';

/** Opens the plan: one's own, or a new one with the customer that is suggested. */
export const planButton = action('plans.open', z.object({ customerId: z.uuid().optional() }));
/** Takes what was typed into the form of a conversation that is still to come. */
export const fromLogButton = action('plans.from-log', z.null());
export const neverMindButton = action('plans.never-mind', z.object({ on: z.iso.date() }));

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
