import { type Character, livingIn } from '../character.ts';
import { already, changesDays } from '../deeds.ts';

/** She works three days a week, with the holidays of Bavaria, and needs the reminder. */
export const lena: Character = {
  ...livingIn([{ from: '2026-01-01', zone: 'Europe/Berlin' }], 'ULENA', 'Lena Hofer', 'de-DE'),
  about: 'Lena Hofer, accounts, Monday to Wednesday in Munich. It takes a reminder, and then she calls.',
  deeds: [
    {
      at: '2026-12-15 10:00',
      says: 'says on Home: Monday to Wednesday, holidays of Bavaria',
      does: changesDays({ week: ['Monday', 'Tuesday', 'Wednesday'], country: 'Germany, Bayern' }),
    },
    {
      at: '2027-01-18 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Gasthof Adler', learned: 'They pay late in winter.' }),
    },
    {
      at: '2027-02-16 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Gasthof Adler', learned: 'Nobody picks up before ten.' }),
    },
    {
      at: '2027-04-19 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Metzgerei Huber', learned: 'They want one invoice a month.' }),
    },
    {
      at: '2027-05-18 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Gasthof Adler', learned: 'The garden opens in June.' }),
    },
    {
      at: '2027-06-21 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Metzgerei Huber', learned: 'One invoice works.' }),
    },
    {
      at: '2027-08-16 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Gasthof Adler', learned: 'The garden was full.' }),
    },
    {
      at: '2027-09-20 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Metzgerei Huber', learned: 'Nothing new.' }),
    },
    {
      at: '2027-11-16 15:00',
      says: 'has talked to one',
      does: already({ customer: 'Gasthof Adler', learned: 'They close in February.' }),
    },
  ],
};
