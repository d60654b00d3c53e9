import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { wordsOf } from '../../words.ts';
import { editForm } from '../conversations/index.ts';
import { say } from './texts.ts';

/** How much can be typed to look for, in characters: it travels in the buttons. */
export const MOST_TYPED = 100;

/** Where somebody is in their own conversations: what they look for, and the page, from 0. */
export const place = z.object({ word: z.string(), customerId: z.uuid().nullable(), page: z.int().min(0) });
export type Place = z.infer<typeof place>;

/** Everything, from the newest on. */
export const START: Place = { word: '', customerId: null, page: 0 };

export const openButton = action('logbook.open', z.null());
export const exportButton = action('logbook.export', z.null());
export const turnButton = action('logbook.turn', place);
export const editButton = action('logbook.edit', z.object({ id: z.uuid(), at: place }));
export const withdrawButton = action('logbook.withdraw', z.object({ id: z.uuid(), at: place }));

/** The page is a form: what is typed in it is looked for. */
export const searchForm = modal('logbook.search', (lang) =>
  z.object({
    word: z
      .string()
      .nullish()
      .transform((word) => [...(word ?? '').trim()].slice(0, MOST_TYPED).join(''))
      .refine((word) => word === '' || wordsOf(word).length > 0, { error: say(lang).wordless }),
    customer: z
      .uuid()
      .nullish()
      .transform((id) => id ?? null),
  }),
);

/** The form of a conversation, opened from the page and going back to it. */
export const changeForm = { ...editForm, id: 'logbook.change' };
