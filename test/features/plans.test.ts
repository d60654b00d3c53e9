import { afterEach, describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, lastAnswer, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { lastSent } from '../support/tamper.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** Tuesday 1 December 2026, half past nine in Amsterdam; in five working days it is Tuesday 8 December. */
const TUESDAY = '2026-12-01T08:30:00Z';

const PLAN = {
  when: 'Op welke dag?',
  whom: 'Welke klant?',
  how: 'Hoe?',
  words: 'In je eigen woorden',
} as const;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

async function at(moment = TUESDAY) {
  house = await street.house({ at: moment, people: [SANNE, BEN, NOOR] });
  return house.as('USANNE');
}

type Wanted = { on?: string; customer?: string; how?: string; words?: string };

/** Makes a plan from Home. */
async function plans({ on, customer, how, words }: Wanted = {}) {
  const sanne = house.as('USANNE');
  await sanne.opensHome();
  await sanne.clicks('Kies een moment', { in: 'home' });
  if (customer) {
    await sanne.searches(PLAN.whom, customer);
    await sanne.picks(PLAN.whom, `“${customer}” toevoegen`);
  }
  await sanne.fills({
    ...(on && { [PLAN.when]: on }),
    ...(how && { [PLAN.how]: how }),
    ...(words && { [PLAN.words]: words }),
  });
  return sanne.submits();
}

const saysNow = () => heard(house, 'USANNE').at(-1)?.readable;
const broughtUp = () => heard(house, 'USANNE').filter(({ readable }) => readable.includes('voorgenomen'));
const openPlans = () => house.db.run((tx) => tx.plan.count({ where: { ended: null } }));

describe('a plan from the nudge', () => {
  it('is two clicks: five working days from now, the suggested customer, by telephone', async () => {
    const sanne = await at('2026-11-30T08:30:00Z');
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

describe('the form', () => {
  it.each([
    ['2026-11-30', 'Die dag is voorbij. Welke dag komt je uit?'],
    ['2027-03-01', 'Dat is meer dan 60 dagen weg. Kies een eerdere dag; er zit een nieuwe maand tussen.'],
  ])('answers %s beside the field, and keeps what was typed', async (on, says) => {
    const sanne = await at();
    expect((await plans({ on, words: 'na de lunch' })).errors).toEqual({ [PLAN.when]: says });
    expect(sanne.modal?.filled[PLAN.words]).toBe('na de lunch');
    expect(await openPlans()).toBe(0);
  });

  it('says so where the customer was archived while it was open; nothing is lost', async () => {
    const sanne = await at();
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid' });
    await sanne.opensHome();
    await sanne.clicks('Kies een moment', { in: 'home' });
    await sanne.picks(PLAN.whom, 'Bakkerij Zuid');
    await sanne.fills({ [PLAN.words]: 'na de lunch' });
    await house.db.run((tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    expect((await sanne.submits()).errors).toEqual({
      [PLAN.whom]: 'Deze klant is intussen verwijderd. Kies een andere, of laat het leeg.',
    });
    expect(sanne.modal?.filled[PLAN.words]).toBe('na de lunch');
  });

  it('shows three other questions when the kind changes, and keeps what was typed', async () => {
    const sanne = await at();
    await sanne.opensHome();
    await sanne.clicks('Kies een moment', { in: 'home' });
    await sanne.fills({ [PLAN.words]: 'na de lunch', [PLAN.when]: '2026-12-04' });
    await sanne.picks(PLAN.how, 'Langsgaan');
    expect(sanne.modal?.readable).toContain('Kun je laten zien hoe jullie dat doen?');
    expect(sanne.modal?.readable).not.toContain('Waar zijn jullie nu druk mee?');
    expect(sanne.modal?.filled).toMatchObject({ [PLAN.words]: 'na de lunch', [PLAN.when]: '2026-12-04' });
    await sanne.submits();
    expect(sanne.home?.readable).toContain('Gepland voor vrijdag 4 december: bij een klant langsgaan, na de lunch.');
  });

  it('a saved form that Slack sends again doesn’t undo a newer plan', async () => {
    const sanne = await at();
    await plans({ on: '2026-12-03' });
    const submit = lastSent(house.slack, 'view_submission');
    await sanne.opensHome();
    await sanne.clicks('Aanpassen', { in: 'home' });
    await sanne.fills({ [PLAN.when]: '2026-12-04' });
    await Promise.all([sanne.submits(), sanne.submits()]);
    await house.slack.redeliver(submit);
    await house.settled();
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Gepland voor vrijdag 4 december');
    expect(await openPlans()).toBe(1);
  });

  it('its words are inert', async () => {
    await at();
    await plans({ on: '2026-12-01', words: '<!channel> <@UBEN>' });
    await house.turnTo('2026-12-01T08:35:00Z');
    const [posted] = house.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(JSON.stringify(posted?.args)).not.toMatch(/<!channel>|<@UBEN>/);
  });
});

describe('a conversation that is still to come', () => {
  it('becomes a plan with everything that was typed, and the form of the conversation is gone', async () => {
    const sanne = await at();
    await sanne.types('/klant gesprek Vragen naar de koelcel');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Op bezoek', on: '2026-12-09' });
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('Die dag moet nog komen. Wil je er een plan van maken?');
    await sanne.clicks('Maak er een plan van');
    expect(sanne.modal?.filled).toMatchObject({
      [PLAN.when]: '2026-12-09',
      [PLAN.whom]: '“Bakkerij Zuid” toevoegen',
      [PLAN.how]: 'Langsgaan',
      [PLAN.words]: 'Vragen naar de koelcel',
    });
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modals).toEqual([]);
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('bij Bakkerij Zuid langsgaan, Vragen naar de koelcel.');
    expect(await house.db.run((tx) => tx.draft.count())).toBe(0);
  });

  it('who changes her mind finds the conversation as she typed it, and can give another day', async () => {
    const sanne = await at();
    await sanne.types('/klant gesprek Vragen naar de koelcel');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Gebeld', on: '2026-12-09' });
    await sanne.submits();
    await sanne.clicks('Maak er een plan van');
    await sanne.closes();
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Vragen naar de koelcel');
    await sanne.fills({ [FORM.nl.when]: '2026-11-30' });
    expect((await sanne.submits()).errors).toEqual({});
    await aMomentLater(house);
    expect(saysNow()).toContain('Je gesprek met Bakkerij Zuid telt mee voor november.');
    expect(await openPlans()).toBe(0);
  });
});

describe('one’s own plan', () => {
  it('stands on Home with change, done and never mind, for nobody else', async () => {
    const sanne = await at();
    await plans({ customer: 'Bakkerij Zuid' });
    const plan = sanne.home?.readable ?? '';
    for (const part of ['Mijn plan', 'Bakkerij Zuid bellen', '[Aanpassen]', '[Gedaan]', '[Laat maar]'])
      expect(plan).toContain(part);
    await house.as('UNOOR').opensHome();
    expect(house.as('UNOOR').home?.readable).not.toContain('Bakkerij Zuid');
  });

  it('left open on its day still stands there', async () => {
    const sanne = await at();
    await plans({ on: '2026-12-02' });
    await house.turnTo('2026-12-04T09:00:00Z', 60);
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Gepland voor woensdag 2 december, en open gebleven: een klant bellen.');
  });

  it('a button of a plan that isn’t there any more is answered kindly', async () => {
    const sanne = await at();
    await plans({ on: '2026-12-01' });
    await house.turnTo('2026-12-01T08:35:00Z');
    const click = { ...(await sanne.clicks('Laat maar')) };
    expect(click.acked).toBe(true);
    const sent = lastSent(house.slack, 'block_actions');
    await house.slack.redeliver({ ...sent, payload: { ...sent.payload, trigger_id: '1.2.other' } });
    await house.settled();
    expect(lastAnswer(sanne)).toBe('Dit plan is er niet meer. Een nieuw plan maak je op je startpagina.');
  });

  it('is forgotten two months later', async () => {
    await at();
    await plans({ on: '2026-12-02' });
    await house.turnTo('2027-02-03T09:00:00Z', 30 * 24 * 60);
    expect(await house.db.run((tx) => tx.plan.count())).toBe(0);
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
