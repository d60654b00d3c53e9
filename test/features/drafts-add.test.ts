import { afterEach, describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const learnedIn = () =>
  street.look(house, async (tx) => (await tx.conversation.findMany()).map(({ learned }) => learned));

/** Sanne has just logged a conversation, and writes to Mantra once more. */
async function afterLogging(words: string) {
  house = await street.house({ at: FRIDAY });
  const sanne = house.as('USANNE');
  await logs(sanne);
  await aMinuteLater(house);
  await sanne.types(words);
  await aMinuteLater(house);
  return sanne;
}

describe('something typed after a conversation was logged', () => {
  it('“het was dinsdag” opens that conversation, whose day can then be set', async () => {
    const sanne = await afterLogging('Het was dinsdag');
    await sanne.clicks('Toevoegen aan Bakkerij Zuid');
    expect(sanne.modal?.filled).toMatchObject({
      [FORM.nl.whom]: 'Bakkerij Zuid',
      [FORM.nl.how]: 'Gebeld',
      [FORM.nl.learned]: 'Ze bestellen op donderdag\nHet was dinsdag',
    });
    await fillsIn(sanne, { learned: 'Ze bestellen op donderdag', on: '2026-11-17' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await street.look(house, (tx) => tx.conversation.findMany())).toMatchObject([
      { learned: 'Ze bestellen op donderdag', heldOn: new Date('2026-11-17') },
    ]);
  });

  it('is added when the form is saved, not before, and the confirmation follows', async () => {
    const sanne = await afterLogging('Behalve in december');
    await sanne.clicks('Toevoegen aan Bakkerij Zuid');
    expect(await learnedIn()).toEqual(['Ze bestellen op donderdag']);
    await sanne.submits();
    await aMinuteLater(house);
    expect(await learnedIn()).toEqual(['Ze bestellen op donderdag\nBehalve in december']);
    const confirmation = sanne.messages().find(({ readable }) => readable.includes('telt mee'));
    expect(confirmation?.readable).toContain('> Behalve in december');
  });

  it('behind a command goes the same way', async () => {
    const sanne = await afterLogging('/klant behalve in december');
    await sanne.clicks('Toevoegen aan Bakkerij Zuid');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag\nbehalve in december');
  });

  it('longer than what is left of the field fills it as far as it goes, and says so', async () => {
    const sanne = await afterLogging('en nog iets '.repeat(300));
    await sanne.clicks('Toevoegen aan Bakkerij Zuid');
    expect(sanne.modal?.readable).toContain('de rest staat nog in je bericht');
    expect((await sanne.submits()).errors).toEqual({});
    const [learned = ''] = await learnedIn();
    expect([...learned]).toHaveLength(3_000);
  });

  it('isn’t offered a week later, to others, or without a text', async () => {
    const sanne = await afterLogging('Behalve in december');
    expect(newest(sanne)?.readable).toContain('[Toevoegen aan Bakkerij Zuid]');
    const { ephemeral } = await sanne.types('/klant');
    expect(ephemeral[0]?.readable).not.toContain('Toevoegen');
    const ben = house.as('UBEN');
    await ben.types('Except in December');
    await aMinuteLater(house);
    expect(newest(ben)?.readable).not.toContain('Add to');
    await house.turnTo('2026-11-28T09:00:00Z', 12 * 60);
    await sanne.types('Toch ook in december');
    await aMinuteLater(house);
    expect(newest(sanne)?.readable).not.toContain('Toevoegen');
  });

  it('to a conversation withdrawn meanwhile says so, and the text can be logged anew', async () => {
    const sanne = await afterLogging('Behalve in december');
    await street.look(house, (tx) => tx.conversation.deleteMany());
    const { ephemeral } = await sanne.clicks('Toevoegen aan Bakkerij Zuid');
    expect(ephemeral[0]?.readable).toContain('al ingetrokken');
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Behalve in december');
  });

  it('reaches nobody else’s conversation, whatever id is sent', async () => {
    const sanne = await afterLogging('Behalve in december');
    const [sannes] = await street.look(house, (tx) => tx.conversation.findMany());
    const ben = house.as('UBEN');
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'They count in crates' });
    await ben.types('/customer and in dozens');
    await ben.clicks('Add to Harbour Cafe');
    await ben.closes();
    const [draft] = await street.look(house, (tx) => tx.draft.findMany({ where: { userId: 'UBEN' } }));
    const value = JSON.stringify({ id: sannes?.id, from: { draftId: draft?.id } });
    await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), clickWith({ value }));
    await house.settled();
    expect(ben.modal).toBeUndefined();
    expect(ben.sees()).not.toContain('donderdag');
    expect(sanne.messages().some(({ readable }) => readable.includes('> Ze bestellen op donderdag'))).toBe(true);
  });
});
