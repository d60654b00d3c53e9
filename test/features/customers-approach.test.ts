import { afterEach, describe, expect, it } from 'vitest';
import { ABOUT, knows, looksUp } from '../support/directory.ts';
import { FORM, fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, startsNudges } from '../support/moves.ts';
import { openPlansIn, PLAN } from '../support/plan.ts';
import { aStreet } from '../support/street.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const RATHER_NOT =
  'Bakkerij Zuid wordt liever niet door ons benaderd. Druk nog een keer op Bewaren, dan is het toch bewaard.';
const ENOUGH =
  'Bakkerij Zuid is al zo vaak benaderd als we voor een kwartaal afspraken. Druk nog een keer op Bewaren, dan is het toch bewaard.';

/** Sanne and Ben, and a bakery that both know of. */
async function at(instant: string) {
  house = await street.house({ at: instant, people: [SANNE, BEN, NOOR] });
  await knows(house, 'Bakkerij Zuid');
  return house.as('USANNE');
}

const wantsNoContact = () => house.db.run((tx) => tx.customer.updateMany({ data: { doNotContact: true } }));
const conversations = () => house.db.run((tx) => tx.conversation.count());

/** The log form as Sanne has filled it in, still open. */
async function filledIn(how: string = FORM.nl.called, learned = 'Ze bestellen op donderdag') {
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek');
  await fillsIn(sanne, { customer: 'Bakkerij Zuid', how, learned });
  return sanne;
}

async function planFilledIn(on: string) {
  const sanne = house.as('USANNE');
  await sanne.opensHome();
  await sanne.clicks('Kies een moment', { in: 'home' });
  await sanne.searches(PLAN.whom, 'bakkerij');
  await sanne.picks(PLAN.whom, 'Bakkerij Zuid');
  await sanne.fills({ [PLAN.when]: on, [PLAN.words]: 'na de lunch' });
  return sanne;
}

describe('a customer who would rather not be contacted', () => {
  it('is warned of when a conversation of ours is saved; saved again, it is saved, with all that was typed', async () => {
    await at('2026-11-20T09:00:00Z');
    await wantsNoContact();
    const sanne = await filledIn();
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modal?.readable).toContain(RATHER_NOT);
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag');
    expect(await conversations()).toBe(0);
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
    expect(await conversations()).toBe(1);
  });

  it('may call us: then nobody is warned', async () => {
    await at('2026-11-20T09:00:00Z');
    await wantsNoContact();
    const sanne = await filledIn('Evenement');
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
    expect(await conversations()).toBe(1);
  });

  it('is warned of when a talk is planned; another customer chosen then is asked about anew', async () => {
    await at('2026-11-20T09:00:00Z');
    await wantsNoContact();
    const quiet = await knows(house, 'Café Zuid');
    await house.db.run((tx) => tx.customer.updateMany({ where: { id: quiet.id }, data: { doNotContact: true } }));
    const sanne = await planFilledIn('2026-11-24');
    await sanne.submits();
    expect(sanne.modal?.readable).toContain(RATHER_NOT);
    await sanne.searches(PLAN.whom, 'café');
    await sanne.picks(PLAN.whom, 'Café Zuid');
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('Café Zuid wordt liever niet door ons benaderd.');
    expect(sanne.modal?.readable).not.toContain(RATHER_NOT);
    expect(sanne.modal?.filled[PLAN.words]).toBe('na de lunch');
    expect(await openPlansIn(house)).toBe(0);
    await sanne.submits();
    expect(await openPlansIn(house)).toBe(1);
  });

  it('is shown with what is known of them, from the warning, and the form below stays', async () => {
    await at('2026-11-20T09:00:00Z');
    await wantsNoContact();
    const sanne = await filledIn();
    await sanne.submits();
    await sanne.clicks('Over deze klant');
    expect(sanne.modal?.filled[ABOUT.name]).toBe('Bakkerij Zuid');
    await sanne.closes();
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag');
  });
});

describe('a customer who has been approached often enough', () => {
  it('once a quarter: Ben has called them, and Sanne is warned; for the next quarter she isn’t', async () => {
    await at('2026-11-20T09:00:00Z');
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', on: '2026-10-05' });
    const sanne = await planFilledIn('2026-12-31');
    await sanne.submits();
    expect(sanne.modal?.readable).toContain(ENOUGH);
    await sanne.fills({ [PLAN.when]: '2027-01-04' });
    await sanne.closes();
    await planFilledIn('2027-01-04');
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
  });

  it('doesn’t count when they called us, nor one’s own plan for the very call one notes', async () => {
    const sanne = await at('2026-11-20T09:00:00Z');
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', how: 'Event' });
    await planFilledIn('2026-11-24');
    await sanne.submits();
    expect(await openPlansIn(house)).toBe(1);
    await filledIn();
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
    expect(await conversations()).toBe(2);
  });

  it('Sanne’s plan is warned of when Ben plans the same', async () => {
    const sanne = await at('2026-11-20T09:00:00Z');
    await planFilledIn('2026-11-24');
    await sanne.submits();
    const ben = house.as('UBEN');
    await ben.types('/customer log');
    await fillsIn(ben, { lang: 'en', customer: 'Bakkerij Zuid', how: 'Call', learned: 'They order on Thursdays' });
    await ben.submits();
    expect(ben.modal?.readable).toContain('Bakkerij Zuid has been approached as often as we agreed for a quarter.');
  });

  it.each([
    ['by herself: it is no news to her', { by: 'USANNE', contactId: null }],
    ['by Ben, while she is their fixed contact', { by: 'UBEN', contactId: 'USANNE' }],
  ])('Sanne isn’t warned of what was done %s', async (_says, { by, contactId }) => {
    await at('2026-11-20T09:00:00Z');
    await house.db.run((tx) => tx.customer.updateMany({ data: { contactId } }));
    await logs(house.as(by), { lang: by === 'UBEN' ? 'en' : 'nl', customer: 'Bakkerij Zuid' });
    const sanne = await filledIn();
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
    expect(await conversations()).toBe(2);
  });

  it('Save pressed twice at once is one conversation, and no warning about itself', async () => {
    await at('2026-11-20T09:00:00Z');
    const sanne = await filledIn();
    await Promise.all([sanne.submits(), sanne.submits()]);
    expect(sanne.modal).toBeUndefined();
    expect(await conversations()).toBe(1);
  });

  it('as often as an admin chose', async () => {
    await at('2026-11-20T09:00:00Z');
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    await noor.fills({ 'Hoe vaak mag één klant benaderd worden?': '2', 'In welke tijd?': 'Een maand' });
    expect((await noor.submits()).errors).toEqual({});
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', on: '2026-11-05' });
    const sanne = await filledIn();
    await sanne.submits();
    expect(sanne.modal).toBeUndefined();
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', on: '2026-11-06' });
    await filledIn();
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('als we voor een maand afspraken');
  });
});

describe('the idea in a nudge', () => {
  /** Everybody's nudge of December stands there. */
  async function nudged() {
    await startsNudges(house.as('UNOOR'));
    await house.turnTo('2026-12-01T08:55:00Z', 7 * 24 * 60);
    await house.turnTo('2026-12-01T16:00:00Z', 60);
  }
  const ideas = () =>
    ['USANNE', 'UBEN', 'UNOOR'].map(
      (userId) => /(?:Een idee|One idea): (.*?)\./.exec(heard(house, userId).at(-1)?.readable ?? '')?.[1],
    );

  it('goes to one of them, the others are asked without one', async () => {
    await at('2026-11-16T09:00:00Z');
    await nudged();
    expect(ideas().filter(Boolean)).toEqual(['Bakkerij Zuid']);
  });

  it('goes to nobody once somebody called them this quarter', async () => {
    await at('2026-11-16T09:00:00Z');
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Bakkerij Zuid', on: '2026-11-02' });
    await nudged();
    expect(ideas().filter(Boolean)).toEqual([]);
  });

  it('is free again for others once its reader leaves this month be', async () => {
    await at('2026-11-16T09:00:00Z');
    await nudged();
    const had = ['USANNE', 'UBEN', 'UNOOR'][ideas().findIndex(Boolean)] ?? '';
    await house.as(had).picks('⋯', 'Deze maand niet');
    await aMomentLater(house);
    const ben = house.as('UBEN');
    await ben.types('/customer log');
    await fillsIn(ben, { lang: 'en', customer: 'Bakkerij Zuid', how: 'Call', learned: 'They order on Thursdays' });
    await ben.submits();
    expect(ben.modal).toBeUndefined();
  });

  it('is never a former customer', async () => {
    await at('2026-11-16T09:00:00Z');
    await looksUp(house.as('UNOOR'), 'Bakkerij Zuid');
    await house.as('UNOOR').fills({ [ABOUT.status]: 'Voormalige klant' });
    await house.as('UNOOR').submits();
    await nudged();
    expect(ideas().filter(Boolean)).toEqual([]);
  });
});
