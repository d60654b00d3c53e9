import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

const customersOf = (house: Parameters<typeof street.look>[0]) =>
  street.look(house, (tx) => tx.customer.findMany({ orderBy: { folded: 'asc' } }));

/** What Sanne is offered after typing. */
async function offers(house: Awaited<ReturnType<typeof street.house>>, typed: string) {
  const sanne = house.as('USANNE');
  if (!sanne.modal) await sanne.types('/klant gesprek');
  return sanne.searches(FORM.nl.whom, typed);
}

async function houseWith(...names: string[]) {
  const house = await street.house({ at: FRIDAY });
  for (const customer of names) await logs(house.as('UBEN'), { lang: 'en', customer });
  return house;
}

describe('finding a customer', () => {
  it.each(['cafe zu', 'CAFÉ', 'zuid', 'Zuid Ca', 'café zuid'])('“%s” finds Café Zuid', async (typed) => {
    const house = await houseWith('Café Zuid', 'Bakkerij Noord');
    const offered = await offers(house, typed);
    expect(offered).toContain('Café Zuid');
    expect(offered).not.toContain('Bakkerij Noord');
  });

  it('the middle of a word finds nothing, and adding is offered', async () => {
    const house = await houseWith('Café Zuid');
    expect(await offers(house, 'afé')).toEqual(['“afé” toevoegen', '“afé” toevoegen als soort klant']);
  });

  it('a name that is there already is not offered to be added, however it is written', async () => {
    const house = await houseWith('Café Zuid');
    expect(await offers(house, 'cafe zuid')).toEqual(['Café Zuid', '“cafe zuid” toevoegen als soort klant']);
  });

  it('before anything is typed, those one spoke with last come first', async () => {
    const house = await houseWith('Aannemer Alfa', 'Bakkerij Beta');
    await logs(house.as('USANNE'), { customer: 'Zagerij Zeta' });
    expect(await offers(house, '')).toEqual(['Zagerij Zeta', 'Aannemer Alfa', 'Bakkerij Beta']);
  });

  it('characters of search patterns are just characters', async () => {
    const house = await houseWith('Café Zuid');
    for (const typed of ['%', '_', '\\', "'", '"; drop table customers', '🙂'])
      expect(await offers(house, typed)).not.toContain('Café Zuid');
    expect(await offers(house, 'zuid')).toContain('Café Zuid');
  });

  it('archived customers are not offered', async () => {
    const house = await houseWith('Café Zuid');
    await street.look(house, (tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    expect(await offers(house, 'zuid')).toEqual(['“zuid” toevoegen', '“zuid” toevoegen als soort klant']);
    expect(await offers(house, '')).toEqual([]);
  });

  it('nobody finds another workspace’s customers', async () => {
    await houseWith('Café Zuid');
    const elsewhere = await street.house({ at: FRIDAY });
    expect(await offers(elsewhere, 'zuid')).not.toContain('Café Zuid');
  });
});

describe('adding on the spot', () => {
  it('makes a customer when the form is saved, and not before', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Iets');
    expect(await sanne.searches(FORM.nl.whom, '  Slagerij   Vos ')).toContain('“Slagerij Vos” toevoegen');
    await sanne.picks(FORM.nl.whom, '“Slagerij Vos” toevoegen');
    await fillsIn(sanne, { how: 'Gebeld' });
    expect(await customersOf(house)).toEqual([]);
    await sanne.submits();
    expect(await customersOf(house)).toMatchObject([{ name: 'Slagerij Vos', sort: 'customer', addedBy: 'USANNE' }]);
    expect(newest(sanne)?.readable).toContain('Je gesprek met Slagerij Vos');
  });

  it('makes a kind of customer, which colleagues find as such', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Iets');
    await sanne.searches(FORM.nl.whom, 'Gezin, huurwoning');
    await sanne.picks(FORM.nl.whom, '“Gezin, huurwoning” toevoegen als soort klant');
    await fillsIn(sanne, { how: 'Gebeld' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await offers(house, 'huur')).toContain('Gezin, huurwoning (soort klant)');
    const ben = house.as('UBEN');
    await ben.types('/customer log');
    expect(await ben.searches(FORM.en.whom, 'gezin')).toContain('Gezin, huurwoning (kind of customer)');
  });

  it('two people who add the same name at once get the same customer', async () => {
    const house = await street.house({ at: FRIDAY });
    const [sanne, ben] = [house.as('USANNE'), house.as('UBEN')];
    await sanne.types('/klant gesprek Iets');
    await fillsIn(sanne, { customer: 'Café Zuid', how: 'Evenement' });
    await ben.types('/customer log Something');
    await fillsIn(ben, { lang: 'en', customer: 'cafe zuid', how: 'Event' });
    const [one, other] = await Promise.all([sanne.submits(), ben.submits()]);
    expect([one.errors, other.errors]).toEqual([{}, {}]);
    expect(await customersOf(house)).toHaveLength(1);
    const told = await street.look(house, (tx) => tx.conversation.findMany());
    expect(new Set(told.map(({ customerId }) => customerId)).size).toBe(1);
    expect(told).toHaveLength(2);
  });

  it('a very long name is kept as far as it fits, and Slack takes it', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    const long = `Stichting ${'Woonvoorziening '.repeat(20)}`;
    await sanne.types('/klant gesprek Iets');
    const offered = await sanne.searches(FORM.nl.whom, long);
    await sanne.picks(FORM.nl.whom, offered[0] ?? '');
    await fillsIn(sanne, { how: 'Gebeld' });
    expect((await sanne.submits()).errors).toEqual({});
    expect((await customersOf(house)).map(({ name }) => name)).toEqual([long.slice(0, 70).trim()]);
    expect(house.slack.refusals).toEqual([]);
  });

  it('a customer who was archived while the form was open: the form says so, and what was typed stays', async () => {
    const house = await houseWith('Café Zuid');
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Ze willen eerder leveren');
    await fillsIn(sanne, { customer: 'Café Zuid', how: 'Gebeld' });
    await street.look(house, (tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    expect((await sanne.submits()).errors).toEqual({
      [FORM.nl.whom]:
        'Deze klant is intussen verwijderd. Kies een andere, of typ de naam om hem opnieuw toe te voegen.',
    });
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze willen eerder leveren');
    await fillsIn(sanne, { customer: 'Café Zuid' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await customersOf(house)).toMatchObject([{ name: 'Café Zuid', archivedAt: null }]);
  });
});
