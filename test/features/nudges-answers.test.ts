import { afterEach, describe, expect, it } from 'vitest';
import { fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, lastAnswer, postedAt, postedTo, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** Asked six hours after Sanne, so that whom she is offered doesn't depend on whom Noor was. */
const NOOR_IN_NEW_YORK = { ...NOOR, tz: 'America/New_York' };
const NUDGED = '2026-12-01T09:01:00Z';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** Everybody's first nudge stands there at ten on Tuesday 1 December; Ben knows the customers, none of them for long. */
async function nudgedWith(customers: string[]) {
  house = await street.house({ at: '2026-11-16T09:00:00Z', people: [SANNE, BEN, NOOR_IN_NEW_YORK] });
  await startsNudges(house.as('UNOOR'));
  for (const [at, customer] of customers.entries()) {
    const on = `2026-11-0${at + 1}`;
    await logs(house.as('UBEN'), { lang: 'en', customer, how: 'Event', on });
  }
  await house.turnTo('2026-12-01T08:55:00Z', WEEK);
  await house.turnTo(NUDGED);
}

const nudge = () => heard(house, 'USANNE').findLast(({ readable }) => readable.includes('Welke klant'));
/** The question of the month, each time it was asked; reminders aren't among them. */
const questions = (userId = 'USANNE') =>
  heard(house, userId).filter(({ readable }) => readable.includes('Welke klant spreek jij'));
const saysNow = (userId = 'USANNE') => heard(house, userId).at(-1)?.readable;

describe('"I already talked to one"', () => {
  it('opens the log with the customer of the nudge, and saves it as December’s', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    const sanne = house.as('USANNE');
    expect(nudge()?.readable).toContain('Een idee: Bakkerij Zuid. We spraken ze voor het laatst in november.');
    await sanne.clicks('Ik sprak al iemand');
    expect(sanne.modal?.filled['Wie heb je gesproken?']).toBe('Bakkerij Zuid');
    await fillsIn(sanne, { how: 'Gebeld', learned: 'De koelcel is leeg op donderdag.' });
    expect((await sanne.submits()).errors).toEqual({});
    await aMomentLater(house);
    expect(saysNow()).toContain('Je gesprek met Bakkerij Zuid telt mee voor december.');
  });

  it('without any customer in the house, the nudge asks without an idea and the log opens empty', async () => {
    await nudgedWith([]);
    const sanne = house.as('USANNE');
    expect(nudge()?.readable.split('\n').slice(1, 3)).toEqual([
      'Welke klant spreek jij in december?',
      'Een kwartiertje is genoeg.',
    ]);
    expect(nudge()?.readable).not.toContain('[Een andere klant]');
    await sanne.clicks('Ik sprak al iemand');
    expect(sanne.modal?.title).toBe('Klantgesprek');
  });
});

describe('"Another customer"', () => {
  it('goes through the customers, the longest silence first, and says when there are no more', async () => {
    await nudgedWith(['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos']);
    const seen = [nudge()?.readable.match(/Een idee: (.*?)\./)?.[1]];
    for (let times = 0; times < 2; times++) {
      await house.as('USANNE').clicks('Een andere klant');
      await aMomentLater(house);
      seen.push(nudge()?.readable.match(/Een idee: (.*?)\./)?.[1]);
    }
    expect(seen).toEqual(['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos']);
    await house.as('USANNE').clicks('Een andere klant');
    await aMomentLater(house);
    expect(nudge()?.readable).toContain('Dat was de laatste die ik heb. Kies zelf');
    expect(nudge()?.readable).not.toContain('[Een andere klant]');
    expect(nudge()?.readable).toContain('[Ik sprak al iemand]');
    expect(postedTo(house).filter((userId) => userId === 'USANNE')).toHaveLength(1);
  });

  it('never shows one who wants no contact, nor one that is archived', async () => {
    await nudgedWith(['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos']);
    const [, first = ''] = nudge()?.readable.match(/Een idee: (.*?)\./) ?? [];
    const [quiet = '', archived = ''] = ['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos'].filter(
      (name) => name !== first,
    );
    await house.db.run(async (tx) => {
      await tx.customer.updateMany({ where: { name: quiet }, data: { doNotContact: true } });
      await tx.customer.updateMany({ where: { name: archived }, data: { archivedAt: house.clock.now() } });
    });
    await house.as('USANNE').clicks('Een andere klant');
    await aMomentLater(house);
    expect(nudge()?.readable).toContain('Dat was de laatste die ik heb.');
  });

  it('sends no two colleagues to the same customer as long as there are others', async () => {
    const customers = ['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos'];
    await nudgedWith(customers);
    await house.turnTo('2026-12-01T15:01:00Z', 60);
    const ideas = ['USANNE', 'UNOOR', 'UBEN'].map((userId) => {
      const said = heard(house, userId).at(-1)?.readable ?? '';
      return customers.find((name) => said.includes(`: ${name}.`));
    });
    expect(ideas[0]).toBe('Bakkerij Zuid');
    expect(ideas.toSorted()).toEqual(customers);
  });
});

describe('the ⋯ menu', () => {
  it('"next week" comes back the next Monday at ten, once', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await aMomentLater(house);
    expect(saysNow()).toBe('Goed, ik vraag het je maandag 7 december nog eens.');
    await house.turnTo('2026-12-07T08:45:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2026-12-07T09:15:00Z');
    await house.turnTo('2026-12-30T12:00:00Z', 24 * 60);
    const again = questions();
    expect(again.map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-12-07 10:00']);
    expect(again[0]?.readable).toContain('Je vroeg me deze week terug te komen.');
    expect(again[0]?.readable).toContain('[Ik sprak al iemand]');
  });

  it('"next week", but she logs before Monday: nothing more comes', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid' });
    await house.turnTo('2026-12-07T08:45:00Z', WEEK);
    await house.turnTo('2026-12-08T09:15:00Z', 60);
    expect(heard(house, 'USANNE').filter(({ readable }) => readable.includes('Je vroeg me'))).toEqual([]);
  });

  it('"next week" near the end of the month leaves it to the next month’s nudge', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.turnTo('2026-12-29T09:00:00Z', WEEK);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await aMomentLater(house);
    expect(saysNow()).toBe('Goed, ik vraag het je volgende maand nog eens.');
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    await house.turnTo('2027-01-11T12:00:00Z', 60);
    expect(questions().map((message) => postedAt(message, AMSTERDAM))).toEqual(['2027-01-04 10:00']);
  });

  it('"not this month" keeps December quiet; January begins anew', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Deze maand niet');
    await aMomentLater(house);
    expect(saysNow()).toBe('Goed, deze maand niet. In januari begin je gewoon opnieuw.');
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2027-01-04T09:15:00Z');
    expect(heard(house, 'USANNE')).toHaveLength(2);
  });

  it('"why do I get this?" is answered to her alone, and the nudge stays', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Waarom krijg ik dit?');
    expect(lastAnswer(house.as('USANNE'))).toContain('In dit huis spreekt iedereen elke maand een klant.');
    expect(nudge()?.readable).toContain('[Ik sprak al iemand]');
  });

  it.each([
    ['Next week', 'Fine, I’ll ask again on Monday 7 December.'],
    ['Not this month', 'Fine, not this month. January starts fresh.'],
    ['Stop', 'I’ll leave you in peace. To come back, type /customer or just write to me. Nobody sees that I stopped.'],
  ])('answers Ben’s "%s" in English', async (answer, says) => {
    await nudgedWith([]);
    await house.turnTo('2026-12-01T15:01:00Z', 60);
    await house.as('UBEN').picks('⋯', answer);
    await aMomentLater(house);
    expect(saysNow('UBEN')).toBe(says);
  });
});

describe('Sanne stops', () => {
  async function stopped() {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Stoppen');
    await aMomentLater(house);
  }

  it('hears that nobody sees it, and nothing more after that', async () => {
    await stopped();
    expect(saysNow()).toBe(
      'Ik laat je met rust. Wil je weer meedoen, typ dan /klant of stuur me een bericht. Niemand ziet dat ik stop.',
    );
    await house.turnTo('2027-01-04T07:00:00Z', WEEK);
    await house.turnTo('2027-01-04T16:00:00Z', 60);
    await house.turnTo('2027-02-01T07:00:00Z', WEEK);
    await house.turnTo('2027-02-01T16:00:00Z', 60);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    expect(questions('UNOOR')).toHaveLength(3);
  });

  it('comes back from Home', async () => {
    await stopped();
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await aMomentLater(house);
    expect(sanne.home?.readable).toContain('Berichtjes: gestopt. Dat ziet niemand.');
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await aMomentLater(house);
    expect(sanne.modal?.readable).toContain('Fijn dat je er weer bent.');
    expect(sanne.home?.readable).not.toContain('Berichtjes: gestopt');
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    await house.turnTo('2027-01-04T09:15:00Z');
    expect(questions()).toHaveLength(2);
  });

  it('comes back from the menu of /klant', async () => {
    await stopped();
    const sanne = house.as('USANNE');
    await sanne.types('/klant');
    await sanne.clicks('Weer meedoen');
    await aMomentLater(house);
    expect(lastAnswer(sanne)).toContain('Fijn dat je er weer bent.');
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    await house.turnTo('2027-01-04T09:15:00Z');
    expect(questions()).toHaveLength(2);
  });

  it('shows nobody else: not on Noor’s Home, not in her settings', async () => {
    await stopped();
    const noor = house.as('UNOOR');
    await noor.opensHome();
    await noor.types('/klant instellingen');
    await aMomentLater(house);
    expect(`${noor.home?.readable}\n${noor.modal?.readable}`).not.toMatch(/sanne|gestopt/i);
  });
});
