import { type Character, inAmsterdam } from '../character.ts';
import { already, anotherDay, changesDays, done, logs, logsWith, neverMind, plans } from '../deeds.ts';

/** She plans: the year of somebody for whom it works. */
export const sanne: Character = {
  ...inAmsterdam('USANNE', 'Sanne de Vries'),
  about: 'Sanne de Vries, planner, maandag tot en met vrijdag in Utrecht. Ze maakt er een plan van.',
  deeds: [
    { at: '2027-01-04 10:20', says: 'maakt met twee klikken een plan: over vijf werkdagen', does: plans() },
    {
      at: '2027-01-11 11:00',
      says: '“Gedaan”: Bakkerij Zuid gesproken',
      does: done({ customer: 'Bakkerij Zuid', learned: 'Op donderdag is de koelcel leeg.' }),
    },
    {
      at: '2027-02-01 11:00',
      says: 'plan voor woensdag 10 februari, “na de lunch”; die dag komt het er niet van',
      does: plans({ customer: 'Drukkerij Mol', on: '2027-02-10', words: 'na de lunch' }),
    },
    { at: '2027-02-15 10:30', says: 'kiest de volgende dag', does: plans() },
    {
      at: '2027-02-16 15:00',
      says: '“Gedaan”: Drukkerij Mol gesproken',
      does: done({ customer: 'Drukkerij Mol', learned: 'Ze willen de proefdruk een dag eerder.' }),
    },
    {
      at: '2027-03-01 13:00',
      says: 'sprak vanochtend al iemand',
      does: already({ customer: 'Bakkerij Zuid', learned: 'Een levering op woensdag zou schelen.' }),
    },
    {
      at: '2027-04-01 10:15',
      says: 'plan voor dinsdag 27 april, zonder te zien dat het Koningsdag is',
      does: plans({ customer: 'Kwekerij Anker', on: '2027-04-27' }),
    },
    { at: '2027-04-28 09:20', says: '“Andere dag”: morgen', does: anotherDay() },
    {
      at: '2027-04-29 16:00',
      says: '“Gedaan”: Kwekerij Anker gesproken',
      does: done({ customer: 'Kwekerij Anker', learned: 'In april bellen ze liever niet.' }),
    },
    {
      at: '2027-05-02 20:00',
      says: 'legt op zondagavond een gesprek op de markt vast, nog voor de vraag van mei er is',
      does: logs({ customer: 'Kaasboer Ooms', learned: 'Hij zoekt iemand voor de zaterdag.' }),
    },
    {
      at: '2027-06-03 14:00',
      says: 'legt een gesprek vast waar Daan bij was, en noemt hem',
      does: logsWith(['UDAAN'], { customer: 'Bakkerij Zuid', learned: 'De woensdag bevalt.' }),
    },
    {
      at: '2027-06-28 12:00',
      says: 'vult haar vakantie in: 12 tot en met 30 juli',
      does: changesDays({ from: '2027-07-12', until: '2027-07-30' }),
    },
    { at: '2027-08-02 10:30', says: 'plan voor 9 augustus', does: plans({ customer: 'Drukkerij Mol' }) },
    { at: '2027-08-09 09:10', says: '“Laat maar”', does: neverMind },
    {
      at: '2027-08-17 12:00',
      says: 'sprak toch iemand',
      does: already({ customer: 'Drukkerij Mol', learned: 'De proefdruk komt nu op tijd.' }),
    },
    { at: '2027-09-27 11:00', says: 'plan over de maand heen: 4 oktober', does: plans({ customer: 'Kwekerij Anker' }) },
    {
      at: '2027-10-04 12:00',
      says: '“Gedaan”: Kwekerij Anker gesproken',
      does: done({ customer: 'Kwekerij Anker', learned: 'Ze stoppen met de bollen.' }),
    },
    { at: '2027-11-01 10:20', says: 'plan voor 8 november', does: plans({ customer: 'Kaasboer Ooms' }) },
    {
      at: '2027-11-05 16:30',
      says: 'belt een paar dagen eerder dan gepland',
      does: logs({ customer: 'Kaasboer Ooms', learned: 'Gevonden: een scholier, via de bakker.' }),
    },
    {
      at: '2027-12-01 10:20',
      says: 'plan voor eerste kerstdag',
      does: plans({ customer: 'Bakkerij Zuid', on: '2027-12-25' }),
    },
  ],
};
