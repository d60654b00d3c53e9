import { type Character, inAmsterdam } from '../character.ts';
import { already, setsStatus, wasThere } from '../deeds.ts';

/** He joins in May, was there in June, and is on holiday when October begins. */
export const daan: Character = {
  ...inAmsterdam('UDAAN', 'Daan Visser'),
  about: 'Daan Visser, verkoop. Hij begint op maandag 26 april; de eerste twintig werkdagen vraagt niemand hem iets.',
  joins: '2027-04-26 09:00',
  deeds: [
    {
      at: '2027-06-07 12:00',
      says: 'bevestigt op zijn startpagina dat hij bij het gesprek van Sanne was',
      does: wasThere,
    },
    {
      at: '2027-07-01 12:00',
      says: 'sprak al iemand',
      does: already({ customer: 'Slagerij Vos', learned: 'Minder zout, vragen de klanten.' }),
    },
    {
      at: '2027-08-19 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Slagerij Vos', learned: 'Het zout is eruit.' }),
    },
    {
      at: '2027-09-02 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Kaasboer Ooms', learned: 'Iedereen is op vakantie.' }),
    },
    {
      at: '2027-09-24 17:30',
      says: 'zet zijn status op 🌴, tot en met zondag 10 oktober',
      does: setsStatus(':palm_tree:', '2027-10-10T21:59:59Z'),
    },
    {
      at: '2027-11-02 12:00',
      says: 'sprak iemand',
      does: already({ customer: 'Slagerij Vos', learned: 'Nu het vet nog.' }),
    },
  ],
};
