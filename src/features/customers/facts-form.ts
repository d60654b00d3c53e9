import { z } from 'zod';
import { action, type OpenView } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import type { Lang } from '../../texts.ts';
import { STATUSES } from './facts-rules.ts';
import { tidyName } from './rules.ts';
import { say } from './texts.ts';

/** How long a segment or a number elsewhere may be, in characters. */
export const LONGEST_FACT = 70;

/** Opens "About this customer". */
export const factsAction = action('customers.facts', z.object({ id: z.uuid() }));
/** Takes a customer out of every list, or back in. */
export const archiveButton = action('customers.archive', z.object({ id: z.uuid(), back: z.boolean() }));
/** Opens the search for a customer, from Home. */
export const lookUpButton = action('customers.open', z.null());

/** Asks of which customer one is a double. */
export const mergeButton = action('customers.merge', z.object({ id: z.uuid() }));

const whom = (lang: Lang) => z.object({ whom: z.string({ error: say(lang).whomMissing }).min(1) });

export const lookUpForm = modal('customers.look-up', whom);
export const mergeForm = modal('customers.double', whom);

const fact = z
  .string()
  .nullish()
  .transform((typed) => tidyName(typed ?? '') || null);

/** The answers of the form; every field is called what it is in Facts. A kind of customer has fewer of them. */
export const factsForm = modal('customers.about', (lang) =>
  z.object({
    name: z
      .string({ error: say(lang).nameMissing })
      .transform(tidyName)
      .refine((name) => name !== '', say(lang).nameMissing),
    status: z.enum(STATUSES).optional(),
    contactId: z
      .string()
      .nullish()
      .transform((userId) => userId ?? null),
    doNotContact: z
      .array(z.string())
      .nullish()
      .transform((ticked) => (ticked ?? []).length > 0),
    segment: fact,
    key: fact,
    fits: z
      .enum(['yes', 'no', 'unknown'])
      .nullish()
      .transform((one) => (one === 'yes' || one === 'no' ? one === 'yes' : null)),
  }),
);

const metadata = z.object({ customerId: z.uuid() });

/** Whom an open form is about; only an id, which proves nothing. */
export const customerOf = ({ private_metadata }: Pick<OpenView, 'private_metadata'>): string =>
  metadata.parse(JSON.parse(private_metadata)).customerId;

/** What travels with such a form. */
export const aboutCustomer = (customerId: string): string => JSON.stringify({ customerId });
