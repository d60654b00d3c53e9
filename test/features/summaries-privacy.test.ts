import { afterEach, describe, expect, it } from 'vitest';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, benTold, heard, idsWithNoise, saveSettings } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, MARJAN, NOOR, SANNE, STORIES } from '../support/village.ts';

const DAY = 24 * 60;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

type World = { sanneLogs: number; benLogs: number; noise: number; sanneRests?: boolean };

/**
 * One week of a small house, in which Marjan leads and Noor is the admin. Answers everything these two get to see that
 * isn't their own doing: messages, Home, the summary on demand, settings, help, the stories channel.
 */
async function seenBy({ sanneLogs, benLogs, noise, sanneRests = false }: World): Promise<string[]> {
  const people = [SANNE, BEN, MARJAN, NOOR];
  house = await street.house({ at: '2026-11-30T09:00:00Z', people, ids: idsWithNoise(noise) });
  await saveSettings(house.as('UNOOR'), { leaders: ['UMARJAN'], channel: STORIES });
  await house.as('UNOOR').types('/klant instellingen');
  await house.as('UNOOR').clicks('Berichtjes starten');
  await house.as('UNOOR').closes({ all: true });
  await house.turnTo('2026-12-02T12:00:00Z', DAY);
  await benTold(house, benLogs, '2026-12-02');
  for (let n = 0; n < sanneLogs; n++)
    await logs(house.as('USANNE'), { customer: 'Tuinderij Bos', learned: `Iets ${n}.` });
  if (sanneRests) await stops();
  await house.turnTo('2026-12-07T09:00:00Z', DAY);
  await aMomentLater(house);
  return [...(await looks('UMARJAN')), ...(await looks('UNOOR'))];
}

async function stops() {
  await house.db.run((tx) => tx.rest.create({ data: { userId: 'USANNE', until: null, at: house.clock.now() } }));
}

async function looks(userId: string): Promise<string[]> {
  const person = house.as(userId);
  for (const command of ['/klant', '/klant help', '/klant overzicht', '/klant instellingen'])
    await person.types(command);
  await person.opensHome();
  await house.settled();
  const read = [...person.messages(), ...person.messages(STORIES)].map(({ readable, text }) => `${readable}\n${text}`);
  return [...read, person.home?.readable ?? '', person.modal?.readable ?? ''];
}

describe('what leaders and admins see is the same', () => {
  it('whether Sanne spoke with four customers or Ben did', async () => {
    const sanne = await seenBy({ sanneLogs: 4, benLogs: 9, noise: 0 });
    const ben = await seenBy({ sanneLogs: 0, benLogs: 13, noise: 0 });
    expect(sanne).toEqual(ben);
    expect(sanne.join('\n')).toContain('ongeveer 15');
  });

  it('whether Sanne spoke with one customer or none, where the noise fell the other way', async () => {
    const spoke = await seenBy({ sanneLogs: 1, benLogs: 12, noise: 0 });
    const didNot = await seenBy({ sanneLogs: 0, benLogs: 12, noise: 1 });
    expect(spoke).toEqual(didNot);
  });

  it('whether Sanne stopped the nudges or not', async () => {
    const stopped = await seenBy({ sanneLogs: 0, benLogs: 12, noise: 0, sanneRests: true });
    const did = await seenBy({ sanneLogs: 0, benLogs: 12, noise: 0 });
    expect(stopped).toEqual(did);
  });
});

it('neither the true total nor anybody’s count stands in anything that leaders and admins see', async () => {
  const seen = (await seenBy({ sanneLogs: 4, benLogs: 13, noise: 5 })).join('\n');
  expect(seen).toContain('ongeveer 20');
  const numbers = new Set(seen.match(/\d+/g));
  for (const secret of ['17', '22', '13']) expect(numbers).not.toContain(secret);
  expect(seen).not.toMatch(/\bSanne\b|\bBen\b|USANNE|UBEN/);
});

it('the closed week keeps the noised number alone', async () => {
  await seenBy({ sanneLogs: 2, benLogs: 11, noise: 4 });
  const rows = await house.db.run((tx) => tx.closedWeek.findMany({ where: { week: '2026-W49' } }));
  expect(rows.map(({ conversations }) => conversations)).toEqual([17]);
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['closedAt', 'conversations', 'week', 'workspaceId']);
  expect(heard(house, 'UMARJAN').at(-1)?.readable).toContain('ongeveer 15');
});
