import { afterEach, describe, expect, it } from 'vitest';
import { settingStore } from '../../src/features/settings/index.ts';
import type { SeedPerson } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, SANNE } from '../support/village.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const open = async (people: SeedPerson[]) => {
  house = await street.house({ at: '2026-11-30T09:00:00Z', people });
};
const noor = () => house.as('UNOOR');
const settingsNow = () => house.db.run((tx) => settingStore(tx).all());

describe('the house begins', () => {
  it('with the zone and the language of most members, whatever guests and bots have', async () => {
    const guests = Array.from({ length: 5 }, (_, n) => ({
      ...{ id: `UGUEST${n}X`, name: `g${n}`, real_name: `Gast ${n}`, tz: 'Asia/Tokyo', locale: 'ja-JP' },
      is_restricted: true,
    }));
    const indian = { ...BEN, id: 'UASHA', name: 'asha', real_name: 'Asha Iyer', tz: 'Asia/Kolkata', locale: 'en-GB' };
    await open([KAVYA, indian, BEN, NOOR, ...guests]);
    const { zone, houseLang } = await settingsNow();
    expect({ zone, houseLang }).toEqual({ zone: 'Asia/Kolkata', houseLang: 'en' });
  });

  it('and keeps them when people come and go', async () => {
    await open([SANNE, MARJAN, NOOR]);
    for (const one of [BEN, KAVYA]) house.slack.people.join({ ...one, tz: 'America/New_York' });
    for (const one of [SANNE, MARJAN]) house.slack.people.leave(one.id);
    await house.turnTo('2026-12-02T09:00:00Z', 24 * 60);
    expect((await settingsNow()).zone).toBe('Europe/Amsterdam');
  });
});

describe('the zone of the house', () => {
  it('is found by its city', async () => {
    await open([SANNE, NOOR]);
    await noor().types('/klant instellingen');
    expect(await noor().searches('Tijdzone van het huis', 'new y')).toEqual(['America/New_York']);
    await noor().picks('Tijdzone van het huis', 'America/New_York');
    expect((await noor().submits()).errors).toEqual({});
    expect((await settingsNow()).zone).toBe('America/New_York');
  });

  it('offers nothing for what no city is called, and keeps the old one', async () => {
    await open([SANNE, NOOR]);
    await noor().types('/klant instellingen');
    expect(await noor().searches('Tijdzone van het huis', 'xyzzy')).toEqual([]);
    await noor().submits();
    expect((await settingsNow()).zone).toBe('Europe/Amsterdam');
  });
});
