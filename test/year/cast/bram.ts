import { type Character, inAmsterdam } from '../character.ts';
import { changesDays, types } from '../deeds.ts';

/** He answers nothing, and is left in peace. */
export const bram: Character = {
  ...inAmsterdam('UBRAM', 'Bram Peeters'),
  about: 'Bram Peeters, magazijn in Gent. Hij heeft de feestdagen van België, en geeft nergens antwoord op.',
  deeds: [
    { at: '2026-12-15 10:00', says: 'kiest de feestdagen van België', does: changesDays({ country: 'België' }) },
    { at: '2027-09-07 12:40', says: 'schrijft: “Wat is dit ook alweer?”', does: types('Wat is dit ook alweer?') },
  ],
};
