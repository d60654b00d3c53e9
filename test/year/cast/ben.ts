import { type Character, livingIn } from '../character.ts';
import { already, changesDays, chooses, movesTo, plans } from '../deeds.ts';

/** He moves over the ocean for the summer, and back. */
export const ben: Character = {
  ...livingIn(
    [
      { from: '2026-01-01', zone: 'America/New_York' },
      { from: '2027-05-31', zone: 'Europe/Amsterdam' },
      { from: '2027-09-02', zone: 'America/New_York' },
    ],
    'UBEN',
    'Ben Carter',
    'en-US',
  ),
  about: 'Ben Carter, product, in New York; over the summer in Amsterdam. Times are those of where he is.',
  deeds: [
    {
      at: '2026-12-15 10:00',
      says: 'says on Home that he has the holidays of the United States',
      does: changesDays({ country: 'United States' }),
    },
    { at: '2027-02-01 10:30', says: '“Next week”', does: chooses('next week') },
    {
      at: '2027-02-08 14:00',
      says: 'has talked to one',
      does: already({ customer: 'Harbor Foods', learned: 'They count pallets by hand.' }),
    },
    {
      at: '2027-03-01 11:00',
      says: 'plans a call for 12 March, “before lunch”',
      does: plans({ customer: 'Harbor Foods', on: '2027-03-12', words: 'before lunch' }),
    },
    {
      at: '2027-03-12 11:00',
      says: 'has talked to one',
      does: already({ customer: 'Harbor Foods', learned: 'A scanner would pay for itself.' }),
    },
    {
      at: '2027-04-01 10:30',
      says: 'has talked to one',
      does: already({ customer: 'Elm Dairy', learned: 'They plan by the weather.' }),
    },
    { at: '2027-05-31 12:00', says: 'lands in Amsterdam', does: movesTo('Europe/Amsterdam') },
    { at: '2027-07-01 11:00', says: '“Not this month”', does: chooses('not-this-month') },
    {
      at: '2027-08-02 10:30',
      says: 'has talked to one',
      does: already({ customer: 'Elm Dairy', learned: 'The drought costs them a fifth.' }),
    },
    { at: '2027-09-02 15:00', says: 'is back in New York', does: movesTo('America/New_York') },
    {
      at: '2027-09-07 11:00',
      says: 'has talked to one',
      does: already({ customer: 'Harbor Foods', learned: 'The scanner is there.' }),
    },
    {
      at: '2027-11-01 10:30',
      says: 'plans for Thanksgiving by mistake',
      does: plans({ customer: 'Elm Dairy', on: '2027-11-25' }),
    },
    {
      at: '2027-11-26 12:00',
      says: 'has talked to one',
      does: already({ customer: 'Elm Dairy', learned: 'A quiet year is a good year.' }),
    },
  ],
};
