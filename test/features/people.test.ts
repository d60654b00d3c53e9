import { describe, expect, it } from 'vitest';
import type { SeedPerson } from '../emulator/core/index.ts';
import { logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';
import { BEN, KAVYA, NOOR, OTHERS, SANNE } from '../support/village.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const FOREIGNER: SeedPerson = { id: 'UFOREIGN', name: 'foreign', real_name: 'Van Elders', team_id: 'TELSEWHERE' };
const STRANGER: SeedPerson = { id: 'USTRANGER', name: 'stranger', real_name: 'Een Vreemde', is_stranger: true };
const EVERYBODY = [SANNE, BEN, KAVYA, NOOR, ...OTHERS, FOREIGNER, STRANGER];

const personOf = (house: House, userId: string) =>
  street.look(house, (tx) => tx.person.findFirst({ where: { userId } }));

/** What somebody got who wasn't let in: nothing of the house's. */
function expectNothing(house: House, userId: string) {
  const seen = house.as(userId).sees();
  expect(seen).not.toContain('Ze bestellen op donderdag');
  expect(seen).not.toContain('Bakkerij Zuid');
  expect(house.as(userId).modal?.title ?? 'Mantra').toBe('Mantra');
}

describe('Mantra is for the people who work here', () => {
  it.each([
    ['a guest', 'UGUEST'],
    ['a guest of one channel', 'UGUESTONE'],
    ['somebody who left', 'UGONE'],
    ['somebody who was only invited', 'UINVITED'],
    ['a bot', 'UROBOT'],
    ['a workflow', 'UFLOW'],
    ['somebody of another organisation', 'UFOREIGN'],
    ['a stranger', 'USTRANGER'],
  ])('%s gets a sentence at most, by command, shortcut, Home and message', async (_who, userId) => {
    const house = await street.house({ at: FRIDAY, people: EVERYBODY });
    await logs(house.as('USANNE'));
    const outsider = house.as(userId);
    for (const typed of ['/customer', '/customer log secret', '/customer help', '/customer settings', 'hello']) {
      const { ephemeral, modal } = await outsider.types(typed);
      expect(modal).toBeUndefined();
      for (const { readable } of ephemeral) expect(readable).toMatch(/Guests, bots and people|Gasten, bots en mensen/);
    }
    await outsider.shortcut('Customer conversation');
    await outsider.opensHome();
    expect(outsider.home).toBeUndefined();
    expectNothing(house, userId);
    expect(await street.look(house, (tx) => tx.draft.count())).toBe(0);
  });

  it.each([
    ['a guest', 'UGUEST', undefined],
    ['somebody of another organisation', 'UFOREIGN', 'TELSEWHERE'],
  ])('%s who clicks on a colleague’s button is refused', async (_who, userId, team) => {
    const house = await street.house({ at: FRIDAY, people: EVERYBODY });
    const sanne = house.as('USANNE');
    await logs(sanne);
    await aMinuteLater(house);
    await sanne.clicks('Aanpassen');
    await sanne.closes();
    await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), (payload) => {
      const clicked = clickWith({ userId })(payload);
      return team ? { ...clicked, user: { id: userId, team_id: team } } : clicked;
    });
    await house.settled();
    expectNothing(house, userId);
    expect(await street.look(house, (tx) => tx.conversation.count())).toBe(1);
  });

  it('settings and the summary are for admins and leaders, and whoever isn’t reads who may', async () => {
    const house = await street.house({ at: FRIDAY });
    const settings = await house.as('USANNE').types('/klant instellingen');
    expect(settings.ephemeral[0]?.readable).toContain('Dat is voor beheerders');
    const summary = await house.as('UBEN').types('/customer summary');
    expect(summary.ephemeral[0]?.readable).toContain('The weekly summary is for leaders.');
    expect((await house.as('UNOOR').types('/klant instellingen')).modal?.title).toBe('Instellingen');
  });
});

describe('who is here is known from Slack', () => {
  it('people are known from the start, with language and zone, and who counts as a colleague', async () => {
    const house = await street.house({ at: FRIDAY, people: EVERYBODY });
    const rows = await street.look(house, (tx) => tx.person.findMany());
    const members = rows.filter(({ member }) => member).map(({ userId, lang, zone }) => `${userId} ${lang} ${zone}`);
    expect(members.sort()).toEqual([
      'UBEN en America/New_York',
      'UKAVYA en Asia/Kolkata',
      'UNOOR nl Europe/Amsterdam',
      'USANNE nl Europe/Amsterdam',
    ]);
    expect(rows.filter(({ admin }) => admin).map(({ userId }) => userId)).toEqual(['UNOOR']);
  });

  it('somebody the roster doesn’t know yet is looked up and served at once', async () => {
    const house = await street.house({ at: FRIDAY });
    await street.look(house, (tx) => tx.person.deleteMany({ where: { userId: 'UBEN' } }));
    const ben = house.as('UBEN');
    await ben.types('/customer log They count in crates');
    expect(ben.modal?.title).toBe('Customer conversation');
    expect(await personOf(house, 'UBEN')).toMatchObject({ member: true, lang: 'en', zone: 'America/New_York' });
    await street.look(house, (tx) => tx.person.deleteMany({ where: { userId: 'UKAVYA' } }));
    await house.as('UKAVYA').opensHome();
    expect(house.as('UKAVYA').home?.readable).toContain('My November');
  });

  it('a newcomer is known when they join', async () => {
    const house = await street.house({ at: FRIDAY });
    house.slack.people.join({ id: 'UNEW', name: 'mila', real_name: 'Mila Bos', tz: 'Europe/Berlin', locale: 'nl-NL' });
    await house.settled();
    expect(await personOf(house, 'UNEW')).toMatchObject({
      name: 'Mila Bos',
      lang: 'nl',
      zone: 'Europe/Berlin',
      member: true,
    });
  });

  it('a new name, language and zone hold from the next click', async () => {
    const house = await street.house({ at: '2026-11-20T20:00:00Z' });
    house.slack.people.change('UBEN', { tz: 'Asia/Tokyo', locale: 'nl-BE', name: 'benjamin' });
    await house.settled();
    await house.as('UBEN').types('/klant gesprek');
    expect(house.as('UBEN').modal?.title).toBe('Klantgesprek');
    expect(house.as('UBEN').modal?.filled['Wanneer?']).toBe('2026-11-21');
  });

  it('somebody who leaves is served no more, and keeps out of the roster of colleagues', async () => {
    const house = await street.house({ at: FRIDAY });
    await logs(house.as('UBEN'), { lang: 'en' });
    house.slack.people.leave('UBEN');
    await house.settled();
    expect(await personOf(house, 'UBEN')).toMatchObject({ member: false });
    const { modal, ephemeral } = await house.as('UBEN').types('/customer log');
    expect(modal).toBeUndefined();
    expect(ephemeral[0]?.readable).toContain('Mantra is for the people who work here.');
  });

  it('a colleague who becomes a guest is a guest', async () => {
    const house = await street.house({ at: FRIDAY });
    house.slack.people.change('UKAVYA', { is_restricted: true });
    await house.settled();
    expect((await house.as('UKAVYA').types('/customer')).ephemeral[0]?.readable).toContain('Guests, bots');
  });

  it('whoever vanished without a word is noticed in the night', async () => {
    const house = await street.house({ at: FRIDAY });
    await street.look(house, (tx) =>
      tx.person.updateMany({ where: { userId: 'UBEN' }, data: { userId: 'UVANISHED' } }),
    );
    await house.turnTo('2026-11-21T06:00:00Z', 6 * 60);
    expect(await personOf(house, 'UVANISHED')).toMatchObject({ member: false });
    expect(await personOf(house, 'UBEN')).toMatchObject({ member: true });
  });
});

describe('a large roster', () => {
  const many: SeedPerson[] = Array.from({ length: 450 }, (_, n) => ({
    id: `U${String(n).padStart(5, '0')}`,
    name: `p${n}`,
    real_name: `Persoon ${n}`,
    tz: 'Europe/Amsterdam',
    locale: 'nl-NL',
  }));
  const pages = (house: House) => house.slack.calls.filter(({ method }) => method === 'users.list');

  it('is read page by page', async () => {
    const house = await street.house({ at: FRIDAY, people: [...many, NOOR] });
    expect(await street.look(house, (tx) => tx.person.count({ where: { member: true } }))).toBe(451);
    expect(pages(house).length).toBeGreaterThanOrEqual(3);
  });

  it('waits as long as Slack asks before the next page, and people are served meanwhile', async () => {
    const house = await street.house({ at: FRIDAY, people: [...many, NOOR, SANNE] });
    await street.look(house, (tx) => tx.person.deleteMany());
    const before = pages(house).length;
    house.slack.faults.add({ method: 'users.list', retryAfter: 30, times: 1 });
    house.clock.jump(new Date('2026-11-21T06:00:00Z'));
    await house.running.tick();
    await expect.poll(() => pages(house).length).toBe(before + 1);
    expect(await street.look(house, (tx) => tx.person.count())).toBe(0);

    const sanne = house.as('USANNE');
    const asked = sanne.types('/klant');
    await expect.poll(() => sanne.sees()).toContain('Waar gaat het over?');

    house.clock.jump(new Date('2026-11-21T06:00:29Z'));
    expect(pages(house)).toHaveLength(before + 1);
    house.clock.jump(new Date('2026-11-21T06:00:30Z'));
    await asked;
    await house.settled();
    expect(await street.look(house, (tx) => tx.person.count({ where: { member: true } }))).toBe(452);
  });

  it('a page that fails marks nobody gone', async () => {
    const house = await street.house({ at: FRIDAY });
    house.slack.faults.add({ method: 'users.list', error: 'internal_error' });
    house.clock.jump(new Date('2026-11-21T06:00:00Z'));
    await house.running.tick();
    await house.settled();
    expect(await street.look(house, (tx) => tx.person.count({ where: { member: true } }))).toBe(4);
    expect(newest(house.as('UBEN'))).toBeUndefined();
  });
});
