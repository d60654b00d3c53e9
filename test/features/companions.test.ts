import { afterEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { fillsIn, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { benTold, heard, idsWithNoise, postedTo, startsNudges } from '../support/moves.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { BEN, KAVYA, NOOR, OTHERS, SANNE } from '../support/village.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const WHO = 'Wie van ons was er nog bij?';
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const companionsOf = () => street.look(house, (tx) => tx.companion.findMany({ orderBy: { userId: 'asc' } }));

type Wishes = Partial<Parameters<typeof fillsIn>[1]>;

/** Sanne fills in the form with these colleagues behind "Add more", and saves it. */
async function logsWith(companions: string[], answers: Wishes = {}) {
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek');
  await fillsIn(sanne, {
    customer: 'Bakkerij Zuid',
    how: 'Op bezoek',
    learned: 'Ze bestellen op donderdag',
    ...answers,
  });
  await sanne.clicks('Meer toevoegen');
  await sanne.fills({ [WHO]: companions });
  return sanne.submits();
}

async function jointly(companions = ['UBEN'], answers: Wishes = {}) {
  house = await street.house({ at: FRIDAY });
  expect((await logsWith(companions, answers)).errors).toEqual({});
  await aMinuteLater(house);
  return { sanne: house.as('USANNE'), ben: house.as('UBEN'), kavya: house.as('UKAVYA') };
}

/** What somebody reads on their Home. */
async function home(person: Visitor): Promise<string> {
  await person.opensHome();
  return person.home?.readable ?? '';
}

describe('a colleague who is named', () => {
  it('finds it on Home, and gets no message about it', async () => {
    const { ben } = await jointly();
    expect(await home(ben)).toContain(
      'Sanne de Vries logged a conversation with Bakkerij Zuid on Friday 20 November, and says you were there.',
    );
    expect(heard(house, 'UBEN')).toEqual([]);
    expect(postedTo(house)).toEqual(['USANNE']);
  });

  it('reads the customer, the day and who logged it, never the words', async () => {
    const { ben } = await jointly();
    expect(await home(ben)).not.toContain('donderdag');
    await ben.clicks('Yes, I was there', { in: 'home' });
    expect(ben.home?.readable).not.toContain('donderdag');
  });

  it('says yes with one tap: it counts for their month, once, and for the author as before', async () => {
    const { ben, sanne, kavya } = await jointly(['UBEN', 'UKAVYA']);
    expect(await home(ben)).toContain('No conversation in November yet.');
    await ben.clicks('Yes, I was there', { in: 'home' });
    expect(ben.home?.readable).toContain('You had one conversation with a customer in November.');
    expect(ben.home?.readable).not.toContain('Were you there too?');
    expect(await home(sanne)).toContain('Je had in november één gesprek met een klant.');
    expect(await home(kavya)).toContain('No conversation in November yet.');
  });

  it('says that it was somebody else: nothing counts, and it doesn’t ask again when the author edits', async () => {
    const { ben, sanne } = await jointly();
    await home(ben);
    await ben.clicks('That wasn’t me', { in: 'home' });
    expect(ben.home?.readable).not.toContain('Bakkerij Zuid');
    await sanne.clicks('Aanpassen');
    expect(sanne.modal?.filled[WHO]).toEqual(['Ben Carter']);
    await fillsIn(sanne, { learned: 'Toch op vrijdag' });
    await sanne.submits();
    expect(await home(ben)).not.toContain('Bakkerij Zuid');
    expect(await companionsOf()).toMatchObject([{ userId: 'UBEN', answer: 'no' }]);
  });

  it('can take a yes back', async () => {
    const { ben } = await jointly();
    await home(ben);
    await ben.clicks('Yes, I was there', { in: 'home' });
    expect(ben.home?.readable).toContain('Also yours this month: Bakkerij Zuid, Friday 20 November');
    await ben.clicks('That wasn’t me', { in: 'home' });
    expect(ben.home?.readable).toContain('No conversation in November yet.');
  });

  it('sees practical contact that doesn’t count not counted', async () => {
    const { ben } = await jointly(['UBEN'], { how: 'Praktisch contact' });
    await home(ben);
    await ben.clicks('Yes, I was there', { in: 'home' });
    expect(ben.home?.readable).toContain('No conversation in November yet.');
  });

  it('in Dutch', async () => {
    house = await street.house({ at: FRIDAY });
    const noor = house.as('UNOOR');
    await logsWith(['UNOOR']);
    expect(await home(noor)).toContain('Was jij er ook bij?');
    expect(noor.home?.readable).toContain(
      'Sanne de Vries legde een gesprek met Bakkerij Zuid vast, op vrijdag 20 november, en zegt dat jij erbij was.',
    );
    await noor.clicks('Ja, ik was erbij', { in: 'home' });
    expect(noor.home?.readable).toContain('Je had in november één gesprek met een klant.');
  });
});

describe('the author', () => {
  it('withdraws it: it counts for nobody any more, and a tap that comes too late says so', async () => {
    const { ben, sanne } = await jointly(['UBEN', 'UKAVYA']);
    await home(ben);
    await home(house.as('UKAVYA'));
    await ben.clicks('Yes, I was there', { in: 'home' });
    await sanne.clicks('Intrekken');
    await house.as('UKAVYA').clicks('Yes, I was there', { in: 'home' });
    expect(house.as('UKAVYA').modal?.readable).toContain('This conversation has been withdrawn');
    expect(await home(ben)).toContain('No conversation in November yet.');
    expect(await companionsOf()).toEqual([]);
  });

  it('names others instead: who stays keeps their answer, who goes loses it', async () => {
    const { ben, sanne } = await jointly(['UBEN', 'UKAVYA']);
    await home(ben);
    await ben.clicks('Yes, I was there', { in: 'home' });
    await sanne.clicks('Aanpassen');
    await sanne.fills({ [WHO]: ['UBEN', 'UNOOR'] });
    await sanne.submits();
    expect(await companionsOf()).toMatchObject([
      { userId: 'UBEN', answer: 'yes' },
      { userId: 'UNOOR', answer: null },
    ]);
    expect(await home(house.as('UKAVYA'))).not.toContain('Bakkerij Zuid');
  });

  it('who names nobody but herself names nobody', async () => {
    const { sanne } = await jointly(['USANNE']);
    expect(await companionsOf()).toEqual([]);
    expect(await home(sanne)).toContain('één gesprek');
  });

  it.each(['UGUEST', 'UROBOT', 'UGONE'])('can’t name %s, and loses nothing by it', async (userId) => {
    house = await street.house({ at: FRIDAY, people: [SANNE, BEN, KAVYA, NOOR, ...OTHERS] });
    const { errors } = await logsWith(['UBEN', userId]);
    expect(errors).toEqual({
      [WHO]: 'Je kunt alleen mensen kiezen die hier werken: geen gasten, apps of mensen van andere organisaties.',
    });
    const sanne = house.as('USANNE');
    expect(await street.look(house, (tx) => tx.customer.count())).toBe(0);
    await sanne.fills({ [WHO]: ['UBEN'] });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await companionsOf()).toMatchObject([{ userId: 'UBEN' }]);
  });

  it('can still edit when somebody who was there has left the house', async () => {
    const { sanne } = await jointly();
    await street.look(house, (tx) => tx.person.updateMany({ where: { userId: 'UBEN' }, data: { member: false } }));
    await sanne.clicks('Aanpassen');
    await fillsIn(sanne, { learned: 'Toch op vrijdag' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(newest(sanne)?.readable).toContain('telt mee');
  });

  it('hears from nobody what they answered', async () => {
    const { ben, sanne } = await jointly();
    await home(ben);
    await ben.clicks('That wasn’t me', { in: 'home' });
    await aMinuteLater(house);
    await sanne.opensHome();
    expect(`${sanne.sees()}${sanne.home?.readable}`).not.toContain('Ben');
    expect(heard(house, 'USANNE')).toHaveLength(1);
  });
});

describe('a nudge', () => {
  it('doesn’t come to somebody who has confirmed a joint conversation this month', async () => {
    house = await street.house({ at: '2026-11-16T09:00:00Z', people: [SANNE, BEN, NOOR] });
    await startsNudges(house.as('UNOOR'));
    await house.turnTo('2026-12-01T08:50:00Z', 7 * 24 * 60);
    await logsWith(['UBEN', 'UNOOR']);
    const ben = house.as('UBEN');
    await ben.opensHome();
    await ben.clicks('Yes, I was there', { in: 'home' });
    await house.turnTo('2026-12-01T16:00:00Z');
    expect(heard(house, 'UBEN')).toEqual([]);
    expect(await street.look(house, (tx) => tx.nudge.findMany())).toMatchObject([{ userId: 'UNOOR' }]);
    expect(heard(house, 'UNOOR').map(({ readable }) => readable)).toEqual([
      expect.stringContaining('Welke klant spreek jij in december?'),
    ]);
  });
});

describe('a conversation of several', () => {
  it('is one in the week’s figures', async () => {
    house = await street.house({ at: '2026-11-20T09:00:00Z', ids: idsWithNoise(0) });
    await street.choose(house, 'leaders', ['UNOOR']);
    await logsWith(['UBEN', 'UKAVYA', 'UNOOR']);
    for (const userId of ['UBEN', 'UKAVYA']) {
      await house.as(userId).opensHome();
      await house.as(userId).clicks('Yes, I was there', { in: 'home' });
    }
    await benTold(house, 5, '2026-11-19');
    await house.turnTo('2026-11-23T09:00:00Z', 60);
    const closed = await street.look(house, (tx) => tx.closedWeek.findFirst({ where: { week: '2026-W47' } }));
    expect(closed?.conversations).toBe(6);
  });
});
