import { type Character, inAmsterdam } from '../character.ts';
import { already, changesDays, setsStatus } from '../deeds.ts';

/** She is on parental leave from March to September. */
export const femke: Character = {
  ...inAmsterdam('UFEMKE', 'Femke Jansen'),
  about: 'Femke Jansen, inkoop, maandag tot en met donderdag. Van half maart tot half september met verlof.',
  deeds: [
    {
      at: '2026-12-15 10:00',
      says: 'zegt op haar startpagina op welke dagen ze werkt',
      does: changesDays({ week: ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag'] }),
    },
    {
      at: '2027-01-05 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Houthandel Vink', learned: 'Ze leveren liever in één keer.' }),
    },
    {
      at: '2027-02-15 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Houthandel Vink', learned: 'Eén levering bevalt.' }),
    },
    { at: '2027-03-11 17:30', says: 'zet haar status op 🍼, zonder eind', does: setsStatus(':baby_bottle:') },
    { at: '2027-09-20 08:30', says: 'is terug en haalt haar status weg', does: setsStatus('') },
    {
      at: '2027-10-12 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Houthandel Vink', learned: 'Er is een nieuwe voorman.' }),
    },
  ],
};
