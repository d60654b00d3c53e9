import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { wordsOf } from '../../words.ts';
import { PERIODS } from './rules.ts';
import { say } from './texts.ts';

/** How much can be typed to look for, in characters: it travels in the buttons. */
export const MOST_TYPED = 100;

/** Where somebody is: what they look for, and the page of it, from 0. */
export const place = z.object({
  words: z.string(),
  customerId: z.uuid().nullable(),
  topic: z.string().max(40).nullable(),
  period: z.enum(PERIODS).nullable(),
  page: z.int().min(0).max(100),
});
export type Place = z.infer<typeof place>;

export const openButton = action('search.open', z.null());
export const turnButton = action('search.turn', place);
export const exportButton = action('search.export', place);

const chosen = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((one): z.output<T> | null => (one === undefined || one === null ? null : one));

/** The page is a form: what is in it is looked for. */
export const searchForm = modal('search.form', (lang) =>
  z.object({
    words: z
      .string()
      .nullish()
      .transform(tidy)
      .refine((words) => words === '' || wordsOf(words).length > 0, { error: say(lang).wordless }),
    customer: chosen(z.uuid()),
    topic: chosen(z.string().max(40)),
    period: chosen(z.enum(PERIODS)),
  }),
);

/** What was typed, on one line and no longer than it may be. */
export function tidy(typed: string | null | undefined): string {
  return [...(typed ?? '').replace(/\s+/g, ' ').trim()].slice(0, MOST_TYPED).join('');
}
