import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { say } from './texts.ts';

/** Where somebody is: whose page it is, and how far back they have turned, from 0. */
export const place = z.object({ customerId: z.uuid(), page: z.int().min(0).max(500) });
export type Place = z.infer<typeof place>;

/** Asks whose page it should be, with three ideas. */
export const whoButton = action('pages.who', z.null());
/** Opens a customer's page, on top of what is open. */
export const openButton = action('pages.open', z.object({ customerId: z.uuid() }));
/** The same in the place of what is open: another page of it, or the one that was chosen. */
export const turnButton = action('pages.turn', place);
/** All of one conversation, on top of the page. */
export const readButton = action('pages.read', z.object({ id: z.uuid() }));
/** Adds a customer of this name, and shows their page. */
export const addButton = action('pages.add', z.object({ name: z.string().min(1).max(300) }));

/** Whose page it should be, chosen from everybody. */
export const whoForm = modal('pages.whose', (lang) => z.object({ whom: z.uuid({ error: say(lang).whomMissing }) }));
