import { afterEach, describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, postedAt, startsNudges } from '../support/moves.ts';
import { openPlansIn, PLAN, plansFromHome, type Wanted } from '../support/plan.ts';
import { aStreet } from '../support/street.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** Tuesday 1 December 2026, half past nine in Amsterdam; in five working days it is Tuesday 8 December. */
const TUESDAY = '2026-12-01T08:30:00Z';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

async function at(moment = TUESDAY) {
  house = await street.house({ at: moment, people: [SANNE, BEN, NOOR] });
  return house.as('USANNE');
}

const plans = (wanted: Wanted = {}) => plansFromHome(house.as('USANNE'), wanted);
const saysNow = () => heard(house, 'USANNE').at(-1)?.readable;
const broughtUp = () => heard(house, 'USANNE').filter(({ readable }) => readable.includes('voorgenomen'));
const openPlans = () => openPlansIn(house);

describe('a plan from the nudge', () => {
  it('is two clicks: five working days from now, the suggested customer, by telephone', async () => {
    const sanne = await at('2026-11-30T08:30:00Z');
    await street.choose(house, 'approachCap', 9);
    await startsNudges(house.as('UNOOR'));
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', on: '2026-11-02' });
    await house.turnTo('2026-12-01T08:55:00Z', WEEK);
    await house.turnTo('2026-12-01T09:05:00Z', 5);
    await sanne.clicks('Kies een moment');
    expect(sanne.modal?.filled).toMatchObject({
      [PLAN.when]: '2026-12-08',
      [PLAN.whom]: 'Bakkerij Zuid',
      [PLAN.how]: 'Bellen',
    });
    expect((await sanne.submits()).errors).toEqual({});
    await aMomentLater(house);
    expect(saysNow()).toContain('Gepland voor dinsdag 8 december: Bakkerij Zuid bellen.');
    expect(saysNow()).toContain('Op dinsdag 8 december om negen uur kom ik erop terug.');
    expect(saysNow()).toContain('[Aanpassen]');
    expect(saysNow()).not.toContain('[Een andere klant]');
    await house.turnTo('2026-12-08T07:55:00Z', WEEK);
    await house.turnTo('2026-12-08T08:01:00Z');
    expect(broughtUp().map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-12-08 09:00']);
    expect(saysNow()).toContain('Vandaag: Bakkerij Zuid bellen. Dat had je je voorgenomen.');
  });
});

describe('on its day', () => {
  async function itsDay(wanted: Wanted = { customer: 'Bakkerij Zuid', words: 'na de lunch.' }) {
    const sanne = await at();
    expect((await plans(wanted)).errors).toEqual({});
    await house.turnTo('2026-12-08T07:55:00Z', WEEK);
    await house.turnTo('2026-12-08T08:01:00Z');
    return sanne;
  }

  it('it comes back once, in her own words, with three questions to begin with', async () => {
    await itsDay();
    expect(saysNow()).toContain('Vandaag: Bakkerij Zuid bellen, na de lunch. Dat had je je voorgenomen.');
    expect(saysNow()).toContain('Waar zijn jullie nu druk mee?');
    await house.turnTo('2026-12-11T16:00:00Z', WEEK);
    expect(broughtUp()).toHaveLength(1);
    expect(await openPlans()).toBe(1);
  });

  it('"done" opens the log with customer and kind in it: a talk is logged in three clicks and one sentence', async () => {
    const sanne = await itsDay();
    await sanne.clicks('Gedaan');
    expect(sanne.modal?.filled).toMatchObject({ [FORM.nl.whom]: 'Bakkerij Zuid', [FORM.nl.how]: 'Gebeld' });
    await sanne.fills({ [FORM.nl.learned]: 'Ze bestellen op donderdag.' });
    expect((await sanne.submits()).errors).toEqual({});
    await aMomentLater(house);
    expect(broughtUp()).toEqual([]);
    expect(heard(house, 'USANNE').map(({ readable }) => readable.split('\n')[0])).toEqual([
      'Gedaan. Fijn dat je ze gesproken hebt.',
      'Bewaard, dank je wel. Je gesprek met Bakkerij Zuid telt mee voor december.',
    ]);
    expect(await openPlans()).toBe(0);
  });

  it('"another day" proposes the next one, and it comes back then', async () => {
    const sanne = await itsDay();
    await sanne.clicks('Andere dag');
    expect(sanne.modal?.filled).toMatchObject({ [PLAN.when]: '2026-12-09', [PLAN.words]: 'na de lunch.' });
    await sanne.submits();
    await aMomentLater(house);
    expect(saysNow()).toBe('Verzet naar woensdag 9 december.');
    await house.turnTo('2026-12-09T07:55:00Z', WEEK);
    await house.turnTo('2026-12-09T08:05:00Z', 5);
    expect(broughtUp().map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-12-09 09:00']);
  });

  it('"never mind" is the end of it, also pressed twice', async () => {
    const sanne = await itsDay();
    await Promise.all([sanne.clicks('Laat maar'), sanne.clicks('Laat maar')]);
    await aMomentLater(house);
    expect(saysNow()).toBe('Goed, laat maar. Een nieuw plan maken kan altijd.');
    expect(await openPlans()).toBe(0);
  });

  it('can be stopped from right there', async () => {
    const sanne = await itsDay();
    await sanne.picks('⋯', 'Stoppen');
    await aMomentLater(house);
    expect(saysNow()).toContain('Ik laat je met rust.');
  });

  it('a customer who was archived meanwhile isn’t named', async () => {
    const sanne = await at();
    await plans({ customer: 'Bakkerij Zuid' });
    await house.db.run((tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    await house.turnTo('2026-12-08T08:01:00Z', WEEK);
    expect(saysNow()).toContain('Vandaag: een klant bellen. Dat had je je voorgenomen.');
    await sanne.clicks('Gedaan');
    expect(sanne.modal?.filled).toMatchObject({ [FORM.nl.how]: 'Gebeld' });
  });
});

describe('when it comes back', () => {
  it('a plan for Christmas Day comes on the Monday after it, and says for when it was', async () => {
    await at('2026-12-21T08:30:00Z');
    await plans({ on: '2026-12-25' });
    expect(house.as('USANNE').home?.readable).toContain('Op maandag 28 december om negen uur kom ik erop terug.');
    await house.turnTo('2026-12-28T07:50:00Z', WEEK);
    expect(broughtUp()).toEqual([]);
    await house.turnTo('2026-12-28T08:05:00Z');
    expect(saysNow()).toContain('Voor vrijdag 25 december: een klant bellen. Dat had je je voorgenomen.');
  });

  it('whoever is off that day hears it when they are back', async () => {
    await at();
    await plans();
    await house.db.run((tx) =>
      tx.absence.create({
        data: { userId: 'USANNE', source: 'own', fromDay: new Date('2026-12-07'), untilDay: new Date('2026-12-09') },
      }),
    );
    await house.turnTo('2026-12-10T07:50:00Z', WEEK);
    expect(broughtUp()).toEqual([]);
    await house.turnTo('2026-12-10T08:05:00Z');
    expect(broughtUp()).toHaveLength(1);
  });

  it.each([
    ['that afternoon', '2026-12-08T14:00:00Z', 1],
    ['the day after', '2026-12-09T14:00:00Z', 1],
    ['two days later', '2026-12-10T09:00:00Z', 0],
  ])('after an outage until %s: %s', async (_when, back, times) => {
    await at();
    await plans();
    house.clock.jump(new Date(back));
    await house.running.tick();
    await aMomentLater(house);
    expect(broughtUp()).toHaveLength(times);
  });

  it('a plan for today is brought up at once, with its buttons', async () => {
    await at();
    await plans({ on: '2026-12-01', words: 'om drie uur' });
    await house.turnTo('2026-12-01T08:35:00Z');
    expect(saysNow()).toContain('Vandaag: een klant bellen, om drie uur.');
  });

  it('not to whoever rests', async () => {
    const sanne = await at();
    await plans();
    await sanne.types('/klant');
    await house.db.run((tx) => tx.rest.create({ data: { userId: 'USANNE', at: house.clock.now() } }));
    await house.turnTo('2026-12-08T09:00:00Z', WEEK);
    expect(broughtUp()).toEqual([]);
  });
});

describe('a log ends it', () => {
  it('and what was asked that month asks no more', async () => {
    const sanne = await at('2026-11-30T08:30:00Z');
    await startsNudges(house.as('UNOOR'));
    await house.turnTo('2026-12-15T09:05:00Z', 60);
    await sanne.clicks('Kies een moment');
    await sanne.submits();
    await logs(sanne, { customer: 'Bakkerij Zuid' });
    await aMomentLater(house);
    const [nudge, reminder] = heard(house, 'USANNE').map(({ readable }) => readable);
    expect([nudge, reminder]).toEqual(Array(2).fill('Je hebt in december een klant gesproken. Dank je wel.'));
  });

  it('with any customer, before its day: nothing comes back', async () => {
    const sanne = await at();
    await plans({ customer: 'Bakkerij Zuid' });
    await logs(sanne, { customer: 'Tuinderij Bos' });
    expect(sanne.home?.readable).not.toContain('Mijn plan');
    await house.turnTo('2026-12-08T09:00:00Z', WEEK);
    expect(broughtUp()).toEqual([]);
  });

  it('that doesn’t count for the month leaves it as it was', async () => {
    const sanne = await at();
    await plans({ customer: 'Bakkerij Zuid' });
    await logs(sanne, { customer: 'Tuinderij Bos', how: 'Praktisch contact' });
    await logs(sanne, { customer: 'Tuinderij Bos', on: '2026-11-30' });
    expect(await openPlans()).toBe(1);
  });

  it('also where a colleague logged it, once she says that she was there', async () => {
    const sanne = await at();
    await plans();
    const ben = house.as('UBEN');
    await ben.types('/customer log They count in crates');
    await ben.clicks('Add more');
    await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Call' });
    await ben.fills({ 'Who else of us was there?': ['Sanne de Vries'] });
    await ben.submits();
    await sanne.opensHome();
    await sanne.clicks('Ja, ik was erbij', { in: 'home' });
    expect(await openPlans()).toBe(0);
  });
});

it('Ben reads all of it in English', async () => {
  await at('2026-12-01T14:30:00Z');
  const ben = house.as('UBEN');
  await ben.opensHome();
  await ben.clicks('Pick a moment', { in: 'home' });
  await ben.fills({ 'On which day?': '2026-12-01', 'How?': 'Visit', 'In your own words': 'at three' });
  await ben.submits();
  await house.turnTo('2026-12-01T14:35:00Z');
  expect(heard(house, 'UBEN').at(-1)?.readable).toContain('Today: visit a customer, at three. That was your plan.');
  expect(heard(house, 'UBEN').at(-1)?.readable).toContain('Can you show me how you do that?');
  expect(heard(house, 'UBEN').at(-1)?.readable).toMatch(/\[Done\].*\[Another day\].*\[Never mind\]/s);
});
