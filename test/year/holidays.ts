/**
 * The public holidays of 2027 as the countries' own lists have them, written down by hand: what the product takes from a
 * package is checked against this. Those on a Saturday or Sunday are left out.
 */
export const HOLIDAYS = {
  NL: ['01-01', '03-29', '04-27', '05-06', '05-17'],
  BE: ['01-01', '03-29', '05-06', '05-17', '07-21', '11-01', '11-11'],
  'DE-BY': ['01-01', '01-06', '03-26', '03-29', '05-06', '05-17', '05-27', '11-01'],
  'DE-NW': ['01-01', '03-26', '03-29', '05-06', '05-17', '05-27', '11-01'],
  US: ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24'],
} as const satisfies Record<string, readonly string[]>;

/** Where somebody of the house has their holidays. */
export type Place = keyof typeof HOLIDAYS;
