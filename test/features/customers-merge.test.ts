import { afterEach, describe, expect, it } from 'vitest';
import { warningFor } from '../../src/features/customers/index.ts';
import { ABOUT, knows, looksUp } from '../support/directory.ts';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { openPlansIn, PLAN } from '../support/plan.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const WHOM = 'Welke klant is het eigenlijk?';

async function houseOf(...names: string[]) {
  house = await street.house({ at: '2026-11-20T09:00:00Z' });
  for (const name of names) await knows(house, name);
  return house;
}

const idOf = (name: string) => house.db.run(async (tx) => (await tx.customer.findFirstOrThrow({ where: { name } })).id);
const set = (name: string, data: object) => house.db.run((tx) => tx.customer.updateMany({ where: { name }, data }));

/** Somebody says that the first is a double of the second. */
async function merges(userId: string, double: string, customer: string) {
  const somebody = house.as(userId);
  await looksUp(somebody, double);
  await somebody.clicks('Staat er dubbel in …');
  await somebody.searches(WHOM, customer);
  await somebody.picks(WHOM, customer);
  return somebody.submits();
}

describe('two entries of one customer', () => {
  it('become one: conversations, plan, idea, words and facts are there', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    await set('Bakkerij Zuid BV', { key: '12', segment: 'Horeca', doNotContact: true, contactId: 'UKAVYA' });
    await set('Bakkerij Zuid', { segment: 'Retail' });
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid BV' });
    const customerId = await idOf('Bakkerij Zuid BV');
    await house.db.run(async (tx) => {
      await tx.nudge.create({ data: { userId: 'UBEN', month: '2026-11', customerId, skipped: [] } });
      await tx.nudge.create({ data: { userId: 'UKAVYA', month: '2026-11', skipped: [customerId] } });
      await tx.plan.create({ data: { userId: 'UBEN', onDay: house.clock.now(), customerId, kind: 'call' } });
    });
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    expect(house.as('UNOOR').modal?.readable).toContain('Alles van Bakkerij Zuid BV staat nu bij Bakkerij Zuid.');
    const into = await idOf('Bakkerij Zuid');
    const [rows, survivor] = await house.db.run(async (tx) => [
      [
        await tx.conversation.count({ where: { customerId: into } }),
        await tx.plan.count({ where: { customerId: into } }),
        await tx.nudge.count({ where: { customerId: into } }),
        await tx.nudge.count({ where: { skipped: { has: into } } }),
      ],
      await tx.customer.findFirst({ where: { id: into } }),
    ]);
    expect(rows).toEqual([1, 1, 1, 1]);
    expect(survivor).toMatchObject({
      key: '12',
      segment: 'Retail',
      contactId: 'UKAVYA',
      doNotContact: true,
      archivedAt: null,
    });
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek');
    expect(await sanne.searches(FORM.nl.whom, 'zuid bv')).toEqual([
      ...['Bakkerij Zuid', '“zuid bv” toevoegen', '“zuid bv” toevoegen als soort klant'],
    ]);
  });

  it('stay one for whoever adds the old name again, and for whoever merges on', async () => {
    await houseOf('Zuid', 'Bakkerij Zuid', 'Bakkerij Zuid BV');
    await merges('UNOOR', 'Zuid', 'Bakkerij Zuid');
    await house.as('UNOOR').closes({ all: true });
    await merges('UNOOR', 'Bakkerij Zuid', 'Bakkerij Zuid BV');
    const sanne = house.as('USANNE');
    await logs(sanne, { customer: 'Zuid' });
    await aMinuteLater(house);
    expect(newest(sanne)?.readable).toContain('Je gesprek met Bakkerij Zuid BV');
  });

  it('let the one that stays take the other’s name', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    const noor = house.as('UNOOR');
    await noor.closes({ all: true });
    await looksUp(noor, 'Bakkerij Zuid');
    await noor.fills({ [ABOUT.name]: 'Bakkerij Zuid BV' });
    expect((await noor.submits()).errors).toEqual({});
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid BV' });
    await aMinuteLater(house);
    expect(newest(house.as('USANNE'))?.readable).toContain('Je gesprek met Bakkerij Zuid BV');
  });

  it.each([
    ['itself', 'Bakkerij Zuid', 'Dat is dezelfde regel. Kies de andere.'],
    ['a name nobody knows', '“Slagerij Vos” toevoegen', 'Kies een klant die we al kennen.'],
    ['a kind of customer', 'Zuiderburen (soort klant)', 'Een klant en een soort klant blijven twee. Kies een andere.'],
  ])('are not %s', async (_what, choice, says) => {
    await houseOf('Bakkerij Zuid');
    await knows(house, 'Zuiderburen', 'kind');
    const noor = house.as('UNOOR');
    await looksUp(noor, 'Bakkerij Zuid');
    await noor.clicks('Staat er dubbel in …');
    await noor.searches(WHOM, choice.startsWith('“') ? 'Slagerij Vos' : 'zuid');
    await noor.picks(WHOM, choice);
    expect((await noor.submits()).errors).toEqual({ [WHOM]: says });
  });

  it('are an admin’s to merge, or of the fixed contact of both', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    await set('Bakkerij Zuid BV', { contactId: 'USANNE' });
    const refused = await merges('USANNE', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    expect(refused.errors).toEqual({
      [WHOM]: 'Alleen een beheerder, of de vaste contactpersoon van allebei, kan deze samenvoegen.',
    });
    await house.as('USANNE').closes({ all: true });
    await set('Bakkerij Zuid', { contactId: 'USANNE' });
    expect((await merges('USANNE', 'Bakkerij Zuid BV', 'Bakkerij Zuid')).errors).toEqual({});
  });
});

describe('merged while a form was open', () => {
  it('a conversation is saved with the customer it turned out to be, and nothing is asked twice', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Ze bestellen op donderdag');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid BV', how: FORM.nl.called });
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    expect((await sanne.submits()).errors).toEqual({});
    await aMinuteLater(house);
    expect(newest(sanne)?.readable).toContain('Je gesprek met Bakkerij Zuid telt mee');
  });

  it('a plan too', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.clicks('Kies een moment', { in: 'home' });
    await sanne.searches(PLAN.whom, 'bv');
    await sanne.picks(PLAN.whom, 'Bakkerij Zuid BV');
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    expect((await sanne.submits()).errors).toEqual({});
    expect(await openPlansIn(house)).toBe(1);
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Bakkerij Zuid bellen');
  });

  it('so is what a colleague knows of them', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid BV');
    await sanne.fills({ [ABOUT.segment]: 'Horeca' });
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    expect((await sanne.submits()).errors).toEqual({});
    const survivor = await house.db.run((tx) => tx.customer.findFirst({ where: { name: 'Bakkerij Zuid' } }));
    expect(survivor).toMatchObject({ segment: 'Horeca' });
  });

  it('a warning is about the customer it turned out to be', async () => {
    await houseOf('Bakkerij Zuid BV', 'Bakkerij Zuid');
    await set('Bakkerij Zuid', { doNotContact: true });
    await merges('UNOOR', 'Bakkerij Zuid BV', 'Bakkerij Zuid');
    const customer = { id: await idOf('Bakkerij Zuid'), name: 'Bakkerij Zuid', sort: 'customer' } as const;
    const warning = await house.db.run((tx) => warningFor(tx, { customer, userId: 'USANNE', on: '2026-11-20' }, 'nl'));
    expect(JSON.stringify(warning)).toContain('liever niet');
  });
});
