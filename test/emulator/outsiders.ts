import type { Organisation, SeedPerson } from './core/types.ts';

/** Whoever is in Lindenhof's Slack without working there: guests, bots, somebody who left, customers. All invented. */
const NL = { tz: 'Europe/Amsterdam', locale: 'nl-NL' };

/** When the designer's assignment ends: the end of 2027. */
const ASSIGNMENT_ENDS = 1_830_294_000;

const guests: SeedPerson[] = [
  {
    id: 'UGUEST1',
    name: 'guest.auditor',
    real_name: 'Gast Accountant',
    is_restricted: true,
    guest_invited_by: 'UNOORJANSEN',
    ...NL,
  },
  {
    id: 'UGUEST2',
    name: 'guest.designer',
    real_name: 'Gast Ontwerper',
    is_restricted: true,
    is_ultra_restricted: true,
    guest_invited_by: 'UNOORJANSEN',
    guest_expiration_ts: ASSIGNMENT_ENDS,
    ...NL,
  },
];

const absent: SeedPerson[] = [
  { id: 'UGONE', name: 'oud.collega', real_name: 'Oud Collega', deleted: true, ...NL },
  { id: 'UINVITED', name: 'nieuw', real_name: 'Nieuw Uitgenodigd', is_invited_user: true, ...NL },
];

const bots: SeedPerson[] = [
  { id: 'UBUILD', name: 'buildbot', real_name: 'Buildbot', is_bot: true },
  { id: 'UFLOW', name: 'workflow', real_name: 'Vakantieverzoek', is_bot: true, is_workflow_bot: true },
];

/** A customer with a Slack of its own, which shares a channel with Lindenhof. */
export const CUSTOMER: Organisation = { id: 'T0GOUDENKORST', name: 'De Gouden Korst', domain: 'gouden-korst' };

const customers: SeedPerson[] = [
  { id: 'UMERELAARTS', name: 'merel', real_name: 'Merel Aarts', title: 'Inkoop', team_id: CUSTOMER.id, ...NL },
  { id: 'UJIPVANLOON', name: 'jip', real_name: 'Jip van Loon', title: 'Bakkerij', team_id: CUSTOMER.id, ...NL },
];

/** The customer's people, who are in the shared channel. */
export const CUSTOMERS_PEOPLE = customers.map(({ id }) => id);

/** Guests of several channels and of one, in that order. */
export const GUESTS = guests.map(({ id }) => id);

export const outsiders: readonly SeedPerson[] = [...guests, ...absent, ...bots, ...customers];
