import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import type { Lang } from '../../texts.ts';
import { MOST_COMPANIONS } from '../companions/index.ts';
import { typedText } from '../drafts/index.ts';
import { KINDS } from '../settings/index.ts';
import { INITIATIVES, LEVELS, READERS } from './rules.ts';
import { say } from './texts.ts';

/** Opens the log: from a nudge with its customer, from a plan with its kind too, from the menu with what was typed. */
export const logButton = action(
  'conversations.log',
  z.object({ from: typedText, customerId: z.uuid().optional(), kind: z.enum(KINDS).optional() }),
);

/** Opens one's newest conversation with what was typed below what it says. */
export const addToButton = action('conversations.add-to', z.object({ id: z.uuid(), from: typedText }));

/** Shows the questions that aren't needed, below what has been typed. */
export const moreButton = action('conversations.more', z.null());

const ofOne = z.object({ id: z.uuid() });
export const editButton = action('conversations.edit', ofOne);
export const withdrawButton = action('conversations.withdraw', ofOne);

/** The answers of the form. `whom` is an option of the customer select: an id, or a name to add. */
export type Answers = z.infer<ReturnType<typeof answers>>;

export const logForm = modal('conversations.new', (lang) => answers(lang));
export const editForm = modal('conversations.change', (lang) => answers(lang));

/** What an open form needs to be shown anew: kept in its draft, checked when read back. */
export const formState = z.object({
  learned: z.string().optional(),
  cutAt: z.number().optional(),
  restShown: z.boolean().optional(),
  customerId: z.uuid().optional(),
  kind: z.enum(KINDS).optional(),
  heldOn: z.iso.date(),
  conversationId: z.uuid().optional(),
  /** The draft whose whole text stands in the form: it goes when the conversation is saved. */
  typedId: z.uuid().optional(),
  /** What the person comes back to when it is saved; whoever opened the form knows what it means. */
  behind: z.json().optional(),
});
export type FormState = z.infer<typeof formState>;

const optionalText = (lang: Lang) =>
  z
    .string({ error: say(lang).tooLong })
    .trim()
    .max(3000)
    .nullish()
    .transform((text) => text || null);

const answers = (lang: Lang) => {
  const t = say(lang);
  return z.object({
    whom: z.string({ error: t.whomMissing }).min(1),
    how: z.enum(KINDS, { error: t.howMissing }),
    learned: z.string({ error: t.learnedMissing }).trim().min(1, t.learnedMissing).max(3000, t.tooLong),
    when: z.iso.date({ error: t.whenMissing }),
    readers: z.enum(READERS),
    need: optionalText(lang),
    said: optionalText(lang),
    initiative: z
      .enum(INITIATIVES)
      .nullish()
      .transform((one) => one ?? null),
    level: z
      .enum(LEVELS)
      .nullish()
      .transform((one) => one ?? null),
    topic: z
      .string()
      .max(40)
      .nullish()
      .transform((one) => one ?? null),
    companions: z.array(z.string()).max(MOST_COMPANIONS).nullish(),
    minutes: z
      .union([
        z.literal('').transform(() => null),
        z.coerce.number({ error: t.minutesWrong }).int(t.minutesWrong).min(1, t.minutesWrong).max(1440, t.minutesWrong),
      ])
      .nullish()
      .transform((one) => one ?? null),
  });
};
