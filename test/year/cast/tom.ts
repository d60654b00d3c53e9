import { type Character, inAmsterdam } from '../character.ts';
import { already, chooses, comesBack } from '../deeds.ts';

/** He stops, and comes back when he wants to. */
export const tom: Character = {
  ...inAmsterdam('UTOM', 'Tom Bakker'),
  about: 'Tom Bakker, IT. Hij stopt in februari, en doet in oktober weer mee.',
  deeds: [
    { at: '2027-01-04 10:40', says: '“Deze maand niet”', does: chooses('not-this-month') },
    { at: '2027-02-01 10:40', says: '“Stoppen”', does: chooses('stop') },
    { at: '2027-10-12 12:00', says: '“Weer meedoen”, op zijn startpagina', does: comesBack },
    {
      at: '2027-11-24 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Garage Blok', learned: 'Hun wachtwoorden staan op de deur.' }),
    },
  ],
};
