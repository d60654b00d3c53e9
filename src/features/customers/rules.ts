/** How many characters of a name are kept: what fits in an option's value beside its mark (decisions, "Drafts, modals"). */
export const LONGEST_NAME = 70;

/** What an option of the customer select stands for: one we know, or a name to add when the form is saved. */
export type Whom = { id: string } | { add: string; sort: 'customer' | 'kind' };

/** A typed name as it is kept: one line, no spaces around it, 70 characters at most. */
export const tidyName = (typed: string): string =>
  [...typed.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_NAME).join('');

const ADD = { customer: '+', kind: '*' } as const;

export const addValue = (name: string, sort: 'customer' | 'kind'): string => `${ADD[sort]}${tidyName(name)}`;

/** The reverse of an option's value. */
export function whomOf(value: string): Whom {
  if (value.startsWith(ADD.customer)) return { add: value.slice(1), sort: 'customer' };
  if (value.startsWith(ADD.kind)) return { add: value.slice(1), sort: 'kind' };
  return { id: value };
}
