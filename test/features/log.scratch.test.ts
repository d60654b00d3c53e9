import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { aHouse } from '../support/house.ts';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.close(); });

it('scratch', async () => {
  const log = { debug() {}, info(f: object, m: string) { console.log(m, JSON.stringify(f)); }, warn(f: object, m: string) { console.log('WARN', m, JSON.stringify(f)); }, error(f: object, m: string) { console.log('ERR', m, JSON.stringify(f)); } };
  const house = await aHouse({ at: '2026-11-20T09:00:00Z', database, log });
  const sanne = house.as('USANNE');
  await sanne.types("/klant gesprek Ze bestellen op donderdag");
  console.log(sanne.sees());
  console.log(await sanne.searches('Wie heb je gesproken?', 'Bakkerij Z'));
  await sanne.picks('Wie heb je gesproken?', '“Bakkerij Z” toevoegen');
  await sanne.fills({ 'Hoe spraken jullie elkaar?': 'Gebeld' });
  console.log((await sanne.submits()).errors);
  await house.settled();
  console.log(sanne.sees());
  console.log(house.slack.refusals);
  await house.turnTo('2026-11-20T10:00:00Z');
  console.log(sanne.sees());
  await sanne.opensHome();
  await house.settled();
  console.log(sanne.home?.readable);
  await sanne.types("/klant"); console.log((await sanne.types("/customer help")).acked, sanne.sees());
  expect(house.slack.refusals).toEqual([]);
  await house.close();
});
