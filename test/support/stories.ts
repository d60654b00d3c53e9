import { logs, type Readers } from './form.ts';
import type { House } from './house.ts';
import { aMinuteLater, type Street } from './street.ts';
import { STORIES } from './village.ts';

/** A Friday morning in Amsterdam. */
export const FRIDAY = '2026-11-20T09:00:00Z';

/** A Dutch house with a channel for stories. */
export async function sharing(street: Street): Promise<House> {
  const house = await street.house({ at: FRIDAY });
  await street.choose(house, 'storiesChannel', STORIES);
  await street.choose(house, 'houseLang', 'nl');
  return house;
}

/** What Kavya, who shared nothing, reads in the stories channel. */
export const storiesIn = (house: House) =>
  house
    .as('UKAVYA')
    .messages(STORIES)
    .map(({ readable }) => readable);

/** Sanne logs a conversation and shares it; a minute later all of it is out. */
export async function shares(house: House, readers: Readers = 'story') {
  const sanne = house.as('USANNE');
  await logs(sanne, { readers });
  await aMinuteLater(house);
  return sanne;
}
