import { type Character, inAmsterdam } from '../character.ts';
import { already, asksFor } from '../deeds.ts';

/** She closes the books in the first week of the month. */
export const marieke: Character = {
  ...inAmsterdam('UMARIEKE', 'Marieke Smit'),
  about:
    'Marieke Smit, administratie. De eerste week van de maand sluit ze de boeken; ze wil vanaf de 8e gevraagd worden.',
  deeds: [
    { at: '2026-12-15 10:00', says: 'kiest op haar startpagina: vanaf de 8e', does: asksFor({ day: 'De 8e' }) },
    {
      at: '2027-01-12 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Garage Blok', learned: 'Ze lezen de factuur op hun telefoon.' }),
    },
    {
      at: '2027-02-23 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Garage Blok', learned: 'Een week uitstel helpt echt.' }),
    },
    {
      at: '2027-03-08 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Drukkerij Mol', learned: 'Ze missen een ordernummer.' }),
    },
    {
      at: '2027-05-10 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Drukkerij Mol', learned: 'Het ordernummer staat er nu.' }),
    },
    {
      at: '2027-07-09 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Garage Blok', learned: 'Niets nieuws.' }),
    },
    {
      at: '2027-09-09 16:00',
      says: 'sprak iemand',
      does: already({ customer: 'Garage Blok', learned: 'Ze nemen iemand aan.' }),
    },
    {
      at: '2027-10-18 12:00',
      says: 'wil weer op de eerste werkdag gevraagd worden',
      does: asksFor({ day: 'De eerste werkdag' }),
    },
  ],
};
