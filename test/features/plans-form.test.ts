import { afterEach, describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, lastAnswer } from '../support/moves.ts';
import { openPlansIn, PLAN, plansFromHome, type Wanted } from '../support/plan.ts';
import { aStreet } from '../support/street.ts';
import { lastSent } from '../support/tamper.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** Tuesday 1 December 2026, half past nine in Amsterdam. */
async function at() {
  house = await street.house({ at: '2026-12-01T08:30:00Z', people: [SANNE, BEN, NOOR] });
  return house.as('USANNE');
}

const plans = (wanted: Wanted) => plansFromHome(house.as('USANNE'), wanted);
const openPlans = () => openPlansIn(house);

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

  it('keeps who would come along, for how long, and what was chosen, in her own words', async () => {
    const sanne = await at();
    await sanne.types('/klant gesprek Vragen naar de koelcel');
    await sanne.clicks('Meer toevoegen');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Op bezoek', on: '2026-12-09' });
    await sanne.fills({
      'Hoe lang, ongeveer?': '30',
      'Wie van ons was er nog bij?': ['UNOOR'],
      'Waar ging het over?': 'Onze relatie',
    });
    await sanne.submits();
    await sanne.clicks('Maak er een plan van');
    expect(sanne.modal?.filled[PLAN.words]).toBe('Vragen naar de koelcel\nmet Noor Jansen · 30 minuten · Onze relatie');
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modals).toEqual([]);
  });

  it('of which more was typed than a plan holds leaves the conversation’s form open, with all of it', async () => {
    const sanne = await at();
    const need = 'Ruimte. '.repeat(300).trim();
    await sanne.types(`/klant gesprek ${'Koeling. '.repeat(200).trim()}`);
    await sanne.clicks('Meer toevoegen');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Gebeld', on: '2026-12-09' });
    await sanne.fills({ 'Wat zat er achter de vraag?': need });
    await sanne.submits();
    await sanne.clicks('Maak er een plan van');
    expect(sanne.modal?.filled[PLAN.words]).toMatch(/Ruimte\.?…$/);
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modals).toHaveLength(1);
    expect(sanne.modal?.filled['Wat zat er achter de vraag?']).toBe(need);
    expect(await openPlans()).toBe(1);
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
    expect(heard(house, 'USANNE').at(-1)?.readable).toContain('Je gesprek met Bakkerij Zuid telt mee voor november.');
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
