import { describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { ABOUT, knows, looksUp } from '../support/directory.ts';
import { FORM } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

const houseWith = async (...names: string[]) => {
  const house = await street.house({ at: FRIDAY });
  for (const name of names) await knows(house, name);
  return house;
};

const rowOf = (house: House, name: string) =>
  street.look(house, (tx) => tx.customer.findFirst({ where: { name }, omit: { workspaceId: true } }));

/** Changes what is known of a customer without the form. */
const set = (house: House, name: string, data: { doNotContact?: boolean; contactId?: string; key?: string }) =>
  street.look(house, (tx) => tx.customer.updateMany({ where: { name }, data }));

/** By id, as Slack's own list of people may not offer them; without one the choice is cleared. */
const choosesContact = (somebody: Visitor, userId?: string) =>
  somebody.act({
    container: { kind: 'view', viewId: somebody.modal?.id ?? '' },
    ...{ blockId: 'contactId', actionId: 'customers.contact', ...(userId && { value: userId }) },
  });

describe('what is known of a customer', () => {
  it('is found from Home, filled in by any colleague, and shown to the next', async () => {
    const house = await houseWith('Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    expect(sanne.modal?.title).toBe('Over deze klant');
    await sanne.fills({
      [ABOUT.status]: 'Prospect',
      [ABOUT.contact]: 'UKAVYA',
      [ABOUT.segment]: '  Horeca ',
      [ABOUT.fits]: 'Ja',
      [ABOUT.key]: 'D-1007',
    });
    expect((await sanne.submits()).errors).toEqual({});
    expect(sanne.modal).toBeUndefined();
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({
      ...{ status: 'prospect', contactId: 'UKAVYA', segment: 'Horeca', fits: true, key: 'D-1007', doNotContact: false },
    });
    await looksUp(house.as('UNOOR'), 'Bakkerij Zuid');
    expect(house.as('UNOOR').modal?.filled).toMatchObject({
      ...{ [ABOUT.status]: 'Prospect', [ABOUT.segment]: 'Horeca', [ABOUT.fits]: 'Ja', [ABOUT.key]: 'D-1007' },
    });
    expect(house.slack.refusals).toEqual([]);
  });

  it('is asked in English of whoever reads English', async () => {
    const house = await houseWith('Bakkerij Zuid');
    const ben = house.as('UBEN');
    await ben.opensHome();
    await ben.clicks('Customer details', { in: 'home' });
    await ben.searches('Whom do you want to know about?', 'bakk');
    await ben.picks('Whom do you want to know about?', 'Bakkerij Zuid');
    await ben.submits();
    expect(ben.modal?.title).toBe('About this customer');
    await ben.fills({ 'What are they to us?': 'Former customer' });
    await ben.submits();
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ status: 'former' });
  });

  it('of somebody new begins with adding them', async () => {
    const house = await houseWith();
    await looksUp(house.as('USANNE'), 'Slagerij Vos');
    expect(house.as('USANNE').modal?.filled[ABOUT.name]).toBe('Slagerij Vos');
    expect(await rowOf(house, 'Slagerij Vos')).toMatchObject({ addedBy: 'USANNE', status: 'customer', fits: null });
  });

  it('of a kind of customer is its name', async () => {
    const house = await houseWith();
    await knows(house, 'Gezin, huurwoning', 'kind');
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.clicks('Klantgegevens', { in: 'home' });
    await sanne.searches(ABOUT.find, 'gezin');
    await sanne.picks(ABOUT.find, 'Gezin, huurwoning (soort klant)');
    await sanne.submits();
    expect(Object.keys(sanne.modal?.filled ?? {})).toEqual([ABOUT.name]);
    await sanne.fills({ [ABOUT.name]: 'Gezin in een huurwoning' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await rowOf(house, 'Gezin in een huurwoning')).toMatchObject({ sort: 'kind' });
  });

  it('changes where somebody changed it, and nowhere else: a colleague’s change meanwhile stays', async () => {
    const house = await houseWith('Bakkerij Zuid');
    const [sanne, noor] = [house.as('USANNE'), house.as('UNOOR')];
    await looksUp(sanne, 'Bakkerij Zuid');
    await looksUp(noor, 'Bakkerij Zuid');
    await noor.fills({ [ABOUT.segment]: 'Horeca' });
    await noor.submits();
    await sanne.fills({ [ABOUT.key]: '12' });
    await sanne.submits();
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ segment: 'Horeca', key: '12' });
  });

  it('can be emptied again', async () => {
    const house = await houseWith('Bakkerij Zuid');
    const noor = house.as('UNOOR');
    await looksUp(noor, 'Bakkerij Zuid');
    await noor.fills({ [ABOUT.contact]: 'USANNE', [ABOUT.key]: '12', [ABOUT.fits]: 'Nee' });
    await noor.submits();
    await looksUp(noor, 'Bakkerij Zuid');
    await choosesContact(noor);
    await noor.fills({ [ABOUT.key]: '', [ABOUT.fits]: 'Weten we nog niet' });
    expect((await noor.submits()).errors).toEqual({});
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ contactId: null, key: null, fits: null });
  });
});

describe('a new name', () => {
  it('is the one by which the customer is found from then on', async () => {
    const house = await houseWith('Bakerij Zuid');
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakerij Zuid');
    await sanne.fills({ [ABOUT.name]: ' Bakkerij  Zuid' });
    expect((await sanne.submits()).errors).toEqual({});
    await sanne.types('/klant gesprek');
    expect(await sanne.searches(FORM.nl.whom, 'bakk')).toContain('Bakkerij Zuid');
    expect(await sanne.searches(FORM.nl.whom, 'bakerij')).not.toContain('Bakkerij Zuid');
  });

  it('that somebody else has, and a number, are said beside the field, and all that was typed stays', async () => {
    const house = await houseWith('Bakkerij Zuid', 'Café Zuid');
    await set(house, 'Café Zuid', { key: '12' });
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    await sanne.fills({ [ABOUT.name]: 'CAFE zuid', [ABOUT.segment]: 'Horeca', [ABOUT.key]: '12' });
    expect(Object.keys((await sanne.submits()).errors)).toEqual([ABOUT.name]);
    await sanne.fills({ [ABOUT.name]: 'Bakkerij Zuid' });
    expect((await sanne.submits()).errors).toEqual({ [ABOUT.key]: 'Café Zuid heeft dit nummer al.' });
    expect(sanne.modal?.filled).toMatchObject({ [ABOUT.segment]: 'Horeca', [ABOUT.key]: '12' });
  });

  it.each(['', '   '])('“%s” is none', async (name) => {
    const house = await houseWith('Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    await sanne.fills({ [ABOUT.name]: name });
    expect((await sanne.submits()).errors).toHaveProperty(ABOUT.name);
    expect(await rowOf(house, 'Bakkerij Zuid')).not.toBeNull();
  });
});

describe('who may', () => {
  const LIFTED = 'doNotContact';

  it.each([
    ['a colleague', 'USANNE', 'UKAVYA', true],
    ['their fixed contact', 'USANNE', 'USANNE', false],
    ['an admin', 'UNOOR', 'UKAVYA', false],
  ])(
    'anybody says that they would rather not be contacted; for %s to undo it',
    async (_who, userId, contactId, stays) => {
      const house = await houseWith('Bakkerij Zuid');
      await set(house, 'Bakkerij Zuid', { contactId });
      const somebody = house.as(userId);
      await looksUp(house.as('USANNE'), 'Bakkerij Zuid');
      await house.as('USANNE').fills({ [ABOUT.quiet]: ['Liever niet'] });
      await house.as('USANNE').submits();
      expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ [LIFTED]: true });
      await looksUp(somebody, 'Bakkerij Zuid');
      await somebody.fills({ [ABOUT.quiet]: [] });
      expect(Object.keys((await somebody.submits()).errors)).toEqual(stays ? [ABOUT.quiet] : []);
      expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ [LIFTED]: stays });
    },
  );

  it('nobody makes themself the contact of a customer who would rather not be contacted', async () => {
    const house = await houseWith('Bakkerij Zuid');
    await set(house, 'Bakkerij Zuid', { doNotContact: true });
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    await sanne.fills({ [ABOUT.contact]: 'USANNE' });
    expect(Object.keys((await sanne.submits()).errors)).toEqual([ABOUT.contact]);
  });

  it.each([
    ['is theirs to hand over', 'UKAVYA', false],
    ['is anybody’s to replace once they have left', 'UGONE', true],
  ])('a fixed contact %s', async (_says, contactId, may) => {
    const house = await houseWith('Bakkerij Zuid');
    await set(house, 'Bakkerij Zuid', { contactId });
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    await sanne.fills({ [ABOUT.contact]: 'USANNE' });
    await sanne.submits();
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ contactId: may ? 'USANNE' : contactId });
  });

  it.each(['UGUEST', 'UROBOT', 'UGONE'])('%s can be nobody’s fixed contact', async (userId) => {
    const house = await houseWith('Bakkerij Zuid');
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Bakkerij Zuid');
    await choosesContact(sanne, userId);
    expect(Object.keys((await sanne.submits()).errors)).toEqual([ABOUT.contact]);
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ contactId: null });
  });

  it('archives: an admin, and their fixed contact; Sanne sees no such button, and a click of hers is refused', async () => {
    const house = await houseWith('Bakkerij Zuid', 'Café Zuid');
    const [sanne, noor] = [house.as('USANNE'), house.as('UNOOR')];
    await looksUp(sanne, 'Bakkerij Zuid');
    expect(sanne.modal?.readable).not.toContain('Archiveren');
    await sanne.closes();
    await looksUp(noor, 'Café Zuid');
    await noor.clicks('Archiveren');
    expect(noor.modal?.readable).toContain('Café Zuid is gearchiveerd.');
    expect((await rowOf(house, 'Café Zuid'))?.archivedAt).not.toBeNull();
    const { id } = (await rowOf(house, 'Bakkerij Zuid')) ?? expect.fail();
    const click = clickWith({ userId: 'USANNE', value: JSON.stringify({ id, back: false }) });
    await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), click);
    expect(await rowOf(house, 'Bakkerij Zuid')).toMatchObject({ archivedAt: null });
    await sanne.types('/klant gesprek');
    expect(await sanne.searches(FORM.nl.whom, 'zuid')).not.toContain('Café Zuid');
  });

  it('brings an archived customer back by adding the name again', async () => {
    const house = await houseWith('Café Zuid');
    await set(house, 'Café Zuid', { contactId: 'USANNE' });
    const sanne = house.as('USANNE');
    await looksUp(sanne, 'Café Zuid');
    await sanne.clicks('Archiveren');
    await sanne.closes();
    await looksUp(sanne, 'Café Zuid');
    expect(await rowOf(house, 'Café Zuid')).toMatchObject({ archivedAt: null, contactId: 'USANNE' });
    expect(house.slack.refusals).toEqual([]);
  });
});
