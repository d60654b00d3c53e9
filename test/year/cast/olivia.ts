import { type Character, livingIn } from '../character.ts';
import { already, asksFor, chooses, leaves } from '../deeds.ts';

/** She skips, pauses, and leaves the house. */
export const olivia: Character = {
  ...livingIn([{ from: '2026-01-01', zone: 'Europe/Amsterdam' }], 'UOLIVIA', 'Olivia Grant', 'en-GB'),
  about: 'Olivia Grant, research, in Amsterdam. She skips a month, pauses over a busy spring, and leaves in August.',
  deeds: [
    {
      at: '2027-01-04 11:00',
      says: 'has talked to one',
      does: already({ customer: 'Museum West', learned: 'Visitors ask for quiet hours.' }),
    },
    { at: '2027-02-01 11:00', says: '“Not this month”', does: chooses('not-this-month') },
    { at: '2027-04-15 11:00', says: 'pauses until Monday 14 June, on Home', does: asksFor({ until: '2027-06-14' }) },
    {
      at: '2027-06-15 11:00',
      says: 'has talked to one',
      does: already({ customer: 'Museum West', learned: 'Quiet hours are full.' }),
    },
    { at: '2027-08-31 17:00', says: 'leaves: her account is closed', does: leaves },
  ],
};
