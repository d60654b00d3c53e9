import type { Customer } from './store.ts';

export const STATUSES = ['prospect', 'customer', 'former'] as const;
export type Status = (typeof STATUSES)[number];

/** What the house knows of a customer. `key`: their number in another system; `contactId`: the colleague who knows them best. */
export type Facts = Customer & {
  key: string | null;
  status: Status;
  contactId: string | null;
  /** Whether we can do right by them; null: nobody has said. */
  fits: boolean | null;
  segment: string | null;
  doNotContact: boolean;
  isArchived: boolean;
};

/** What somebody changes of it. */
export type Change = Partial<Omit<Facts, 'id' | 'sort' | 'isArchived'>>;

/** Who changes something: their id, and whether they are an admin. */
export type Changer = { userId: string; admin: boolean };

/**
 * Who may do what can hurt a customer or can't be undone: lift "please don't contact", hand over the fixed contact,
 * archive, merge. Everything else is any member's.
 */
export const isKeeper = ({ userId, admin }: Changer, { contactId }: Pick<Facts, 'contactId'>): boolean =>
  admin || contactId === userId;

/**
 * The first field this person may not change. A fixed contact is theirs to hand over while they are here (`contactIsHere`);
 * of a customer who doesn't want contact nobody makes themself the one who may lift that.
 */
export function refusedField(
  change: Change,
  before: Facts,
  by: Changer,
  contactIsHere: boolean,
): 'contactId' | 'doNotContact' | undefined {
  if (isKeeper(by, before)) return undefined;
  if (change.contactId !== undefined && (contactIsHere || before.doNotContact)) return 'contactId';
  return before.doNotContact && change.doNotContact === false ? 'doNotContact' : undefined;
}
