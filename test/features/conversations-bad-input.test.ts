import { afterEach, describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const conversations = () => street.look(house, (tx) => tx.conversation.findMany({ include: { customer: true } }));

async function filledIn() {
  house = await street.house({ at: FRIDAY });
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek Ze bestellen op donderdag');
  await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called });
  return sanne;
}

describe('a day that can’t be', () => {
  it.each(['2026-02-30', '2026-13-01', 'morgen', ''])('“%s” is asked again, and nothing is lost', async (day) => {
    const sanne = await filledIn();
    await sanne.submits();
    await sanne.types('/klant gesprek Nog een gesprek');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called, on: '2026-12-24' });
    await sanne.submits();
    const submit = lastSent(house.slack, 'view_submission');
    await sendChanged(house.slack, submit, (payload) =>
      JSON.parse(JSON.stringify(payload).replaceAll('2026-12-24', day)),
    );
    await house.settled();
    expect((await conversations()).map(({ learned }) => learned)).toEqual(['Ze bestellen op donderdag']);
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Nog een gesprek');
  });
});

describe('a customer who changes while the form is open', () => {
  it('archived: the form asks whom, everything else stands, and another can be chosen', async () => {
    house = await street.house({ at: FRIDAY });
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Slagerij Vos' });
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Minder zout');
    await fillsIn(sanne, { customer: 'Slagerij Vos', how: FORM.nl.called });
    await street.look(house, (tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    expect((await sanne.submits()).errors).toEqual({
      [FORM.nl.whom]:
        'Deze klant is intussen verwijderd. Kies een andere, of typ de naam om hem opnieuw toe te voegen.',
    });
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Minder zout');
    await fillsIn(sanne, { customer: 'Slagerij De Vos' });
    expect((await sanne.submits()).errors).toEqual({});
  });

  it('merged into another, in the list: the edit asks whom, and goes back to the list when it knows', async () => {
    house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await logs(sanne, { customer: 'Slagerij Vos', learned: 'Minder zout' });
    await logs(house.as('UBEN'), { lang: 'en', customer: 'De Vos' });
    await sanne.types('/klant ik');
    await sanne.clicks('Aanpassen');
    const archivedAt = house.clock.now();
    await street.look(house, (tx) => tx.customer.updateMany({ where: { name: 'Slagerij Vos' }, data: { archivedAt } }));
    expect(Object.keys((await sanne.submits()).errors)).toEqual([FORM.nl.whom]);
    await fillsIn(sanne, { customer: 'De Vos' });
    await sanne.submits();
    expect(sanne.modal?.readable).toContain('De Vos · vrijdag 20 november');
    expect(sanne.modal?.readable).toContain('> Minder zout');
  });
});

describe('words that swell on their way to Slack', () => {
  it.each([
    ['ampersands', '&'.repeat(3_000)],
    ['angle brackets', '<>'.repeat(1_500)],
    ['lines', 'a\n'.repeat(1_500)],
  ])('3,000 %s are confirmed, shown on Home and in the list, and kept whole', async (_what, learned) => {
    house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await logs(sanne, { learned });
    await aMinuteLater(house);
    expect(newest(sanne)?.readable).toContain('telt mee voor november');
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Bakkerij Zuid');
    await sanne.types('/klant ik');
    expect(sanne.modal?.readable).toContain('Eén gesprek');
    expect(await conversations()).toMatchObject([{ learned: learned.trim() }]);
  });
});
