import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { aHouse, type House } from '../support/house.ts';
import { fillsInTheRest, heard, lastAnswer, logs, postedAt, postedTo, startsNudges } from '../support/moves.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
const NUDGED = '2026-12-01T09:00:00Z';

let database: TestDatabase;
let house: House;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  expect(house.slack.refusals).toEqual([]);
  await house.close();
});
afterAll(async () => {
  await database.close();
});

/** Everybody's first nudge stands there at ten on Tuesday 1 December; Ben knows the customers, none of them for long. */
async function nudgedWith(customers: string[]) {
  house = await aHouse({ at: '2026-11-16T09:00:00Z', database, people: [SANNE, BEN, NOOR] });
  await startsNudges(house.as('UNOOR'));
  for (const [at, customer] of customers.entries()) {
    const on = `2026-11-0${at + 1}`;
    await logs(house.as('UBEN'), { customer, learned: 'They order on Thursdays.', on }, 'en');
  }
  await house.turnTo('2026-12-01T08:55:00Z', WEEK);
  await house.turnTo(NUDGED);
}

const nudge = (userId = 'USANNE') => heard(house, userId).findLast(({ readable }) => readable.includes('Welke klant'));
const saysNow = (userId = 'USANNE') => heard(house, userId).at(-1)?.readable;

describe('"I already talked to one"', () => {
  it('opens the log with the customer of the nudge, and saves it as December’s', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    const sanne = house.as('USANNE');
    expect(nudge()?.readable).toContain('Een idee: Bakkerij Zuid. We hebben ze sinds november niet gesproken.');
    await sanne.clicks('Ik sprak al iemand');
    expect(sanne.modal?.filled['Wie heb je gesproken?']).toBe('Bakkerij Zuid');
    await sanne.fills({ 'Wat heb je geleerd?': 'De koelcel is leeg op donderdag.' });
    expect((await fillsInTheRest(sanne, { customer: 'Bakkerij Zuid' }, 'nl')).errors).toEqual({});
    await house.settled();
    expect(saysNow()).toContain('Je gesprek met Bakkerij Zuid telt mee voor december.');
  });

  it('without any customer in the house, the nudge asks without an idea and the log opens empty', async () => {
    await nudgedWith([]);
    const sanne = house.as('USANNE');
    expect(nudge()?.readable.split('\n').slice(1, 3)).toEqual([
      'Welke klant spreek jij in december?',
      'Een kwartiertje is genoeg.',
    ]);
    await sanne.clicks('Ik sprak al iemand');
    expect(sanne.modal?.title).toBe('Klantgesprek');
  });
});

describe('"Another customer"', () => {
  it('goes through the customers by longest silence, and says when there are no more', async () => {
    await nudgedWith(['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos']);
    const seen = [nudge()?.readable.match(/Een idee: (.*?)\./)?.[1]];
    for (let times = 0; times < 2; times++) {
      await house.as('USANNE').clicks('Een andere klant');
      await house.settled();
      seen.push(nudge()?.readable.match(/Een idee: (.*?)\./)?.[1]);
    }
    expect(seen.toSorted()).toEqual(['Bakkerij Zuid', 'Installateur Pol', 'Tuinderij Bos']);
    await house.as('USANNE').clicks('Een andere klant');
    await house.settled();
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
    await house.settled();
    expect(nudge()?.readable).toContain('Dat was de laatste die ik heb.');
  });

  it('a colleague is sent to another customer than Sanne', async () => {
    await nudgedWith(['Bakkerij Zuid', 'Installateur Pol']);
    const ideas = ['USANNE', 'UNOOR'].map((userId) => nudge(userId)?.readable.match(/Een idee: (.*?)\./)?.[1]);
    expect(ideas.toSorted()).toEqual(['Bakkerij Zuid', 'Installateur Pol']);
  });
});

describe('the ⋯ menu', () => {
  it('"next week" comes back the next Monday at ten, once', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await house.settled();
    expect(saysNow()).toBe('Goed, ik vraag het je maandag 7 december nog eens.');
    await house.turnTo('2026-12-07T08:45:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2026-12-07T09:15:00Z');
    await house.turnTo('2026-12-30T12:00:00Z', 24 * 60);
    const again = heard(house, 'USANNE').slice(1);
    expect(again.map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-12-07 10:00']);
    expect(again[0]?.readable).toContain('Je vroeg me deze week terug te komen.');
    expect(again[0]?.readable).toContain('[Ik sprak al iemand]');
  });

  it('"next week", but she logs before Monday: nothing more comes', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid', learned: 'De koelcel is leeg.' });
    await house.turnTo('2026-12-07T08:45:00Z', WEEK);
    await house.turnTo('2026-12-08T09:15:00Z', 60);
    expect(heard(house, 'USANNE').filter(({ readable }) => readable.includes('Je vroeg me'))).toEqual([]);
  });

  it('"next week" near the end of the month leaves it to the next month’s nudge', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.turnTo('2026-12-29T09:00:00Z', WEEK);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await house.settled();
    expect(saysNow()).toBe('Goed, ik vraag het je volgende maand nog eens.');
    await house.turnTo('2027-01-01T08:55:00Z', WEEK);
    await house.turnTo('2027-01-08T12:00:00Z', 60);
    expect(heard(house, 'USANNE').slice(1).map((message) => postedAt(message, AMSTERDAM))).toEqual([
      '2027-01-01 10:00',
    ]);
  });

  it('"not this month" keeps December quiet; January begins anew', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Deze maand niet');
    await house.settled();
    expect(saysNow()).toBe('Goed, deze maand niet. In januari begin je gewoon opnieuw.');
    await house.turnTo('2027-01-01T08:55:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2027-01-01T09:15:00Z');
    expect(heard(house, 'USANNE')).toHaveLength(2);
  });

  it('"why do I get this?" is answered to her alone, and the nudge stays', async () => {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Waarom krijg ik dit?');
    expect(lastAnswer(house.as('USANNE'))).toContain('In dit huis spreekt iedereen elke maand een klant.');
    expect(nudge()?.readable).toContain('[Ik sprak al iemand]');
  });

  it('the same in English for Ben', async () => {
    await nudgedWith([]);
    await house.turnTo('2026-12-01T15:00:00Z');
    const said: (string | undefined)[] = [];
    for (const answer of ['Next week', 'Not this month', 'Stop']) {
      await house.db.run((tx) => tx.nudge.updateMany({ data: { answer: null } }));
      await house.as('UBEN').picks('⋯', answer);
      await house.settled();
      said.push(saysNow('UBEN'));
      await house.as('UBEN').opensHome();
    }
    expect(said[0]).toBe('Fine, I’ll ask again on Monday 7 December.');
  });
});

describe('Sanne stops', () => {
  async function stopped() {
    await nudgedWith(['Bakkerij Zuid']);
    await house.as('USANNE').picks('⋯', 'Stoppen');
    await house.settled();
  }

  it('hears that nobody sees it, and nothing more after that', async () => {
    await stopped();
    expect(saysNow()).toBe(
      'Ik laat je met rust. Wil je weer meedoen, typ dan /klant of stuur me een bericht. Niemand ziet dat ik stop.',
    );
    await house.turnTo('2027-02-02T12:00:00Z', 3 * 60);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    expect(heard(house, 'UNOOR')).toHaveLength(3);
  });

  it('comes back from Home', async () => {
    await stopped();
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await house.settled();
    expect(sanne.home?.readable).toContain('Berichtjes: gestopt. Dat ziet niemand.');
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await house.settled();
    expect(sanne.modal?.readable).toContain('Fijn dat je er weer bent.');
    expect(sanne.home?.readable).not.toContain('Berichtjes: gestopt');
    await house.turnTo('2027-01-01T08:55:00Z', WEEK);
    await house.turnTo('2027-01-01T09:15:00Z');
    expect(heard(house, 'USANNE')).toHaveLength(2);
  });

  it('comes back from the menu of /klant', async () => {
    await stopped();
    const sanne = house.as('USANNE');
    await sanne.types('/klant');
    await sanne.clicks('Weer meedoen');
    await house.settled();
    expect(lastAnswer(sanne)).toContain('Fijn dat je er weer bent.');
    await house.turnTo('2027-01-01T08:55:00Z', WEEK);
    await house.turnTo('2027-01-01T09:15:00Z');
    expect(heard(house, 'USANNE')).toHaveLength(2);
  });

  it('shows nobody else: not on Noor’s Home, not in her settings', async () => {
    await stopped();
    const noor = house.as('UNOOR');
    await noor.opensHome();
    await noor.types('/klant instellingen');
    await house.settled();
    expect(`${noor.home?.readable}\n${noor.modal?.readable}`).not.toMatch(/sanne|gestopt/i);
  });
});
