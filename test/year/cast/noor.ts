import { NOOR } from '../../support/village.ts';
import { type Character, inAmsterdam } from '../character.ts';
import { already } from '../deeds.ts';

const talk = (at: string, customer: string, learned: string) => ({
  ...{ at, says: `sprak ${customer}` },
  does: already({ customer, learned }),
});

/** She runs it, and leads: the summary on Mondays comes beside everything else. */
export const noor: Character = {
  ...inAmsterdam(NOOR.id, NOOR.real_name),
  seed: NOOR,
  about: 'Noor Jansen, directie. Ze startte Mantra, en krijgt als leidinggevende op maandag het weekoverzicht.',
  deeds: [
    talk('2027-01-04 16:00', 'Bakkerij Zuid', 'Ze willen weten wie hun planner is.'),
    talk('2027-02-01 16:00', 'Drukkerij Mol', 'Een vaste belafspraak zou helpen.'),
    talk('2027-03-01 16:00', 'Garage Blok', 'Ze vergelijken ons met de buren.'),
    talk('2027-04-01 16:00', 'Kwekerij Anker', 'Het voorjaar is te kort.'),
    talk('2027-05-03 16:00', 'Houthandel Vink', 'Duurder, maar op tijd.'),
    talk('2027-06-01 16:00', 'Kaasboer Ooms', 'Zaterdag is zijn beste dag.'),
    talk('2027-07-01 16:00', 'Slagerij Vos', 'Zijn zoon neemt het over.'),
    talk('2027-08-02 16:00', 'Bakkerij Zuid', 'In augustus is er niemand.'),
    talk('2027-09-01 16:00', 'Drukkerij Mol', 'Ze drukken minder en beter.'),
    talk('2027-10-01 16:00', 'Garage Blok', 'Ze blijven.'),
    talk('2027-11-01 16:00', 'Kwekerij Anker', 'Ze zoeken een opvolger.'),
    talk('2027-12-01 16:00', 'Houthandel Vink', 'Tot in het nieuwe jaar.'),
  ],
};
