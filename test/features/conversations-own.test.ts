import { describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

const conversationsOf = (house: House) =>
  street.look(house, (tx) => tx.conversation.findMany({ include: { customer: true } }));

/** A house in which somebody has just logged a conversation. */
async function logged(userId = 'USANNE', answers: Parameters<typeof logs>[1] = {}) {
  const house = await street.house({ at: FRIDAY });
  const visitor = house.as(userId);
  await logs(visitor, answers);
  return { house, visitor };
}

function confirmationOf(visitor: Visitor) {
  const found = newest(visitor);
  if (!found) throw new Error(`${visitor.userId} got no confirmation`);
  return found;
}

describe('the confirmation', () => {
  it('says in English who can read it, and quotes the words', async () => {
    const { visitor } = await logged('UBEN', { lang: 'en', customer: 'Harbour Cafe', learned: 'Line one\nline two' });
    expect(newest(visitor)?.readable).toBe(
      [
        'Saved, thank you. Your conversation with Harbour Cafe counts for November.',
        '> Line one',
        '> line two',
        'Colleagues can find this, without your name. If it gets used, you’ll hear about it.',
        '[Edit] [Withdraw]',
      ].join('\n'),
    );
  });

  it.each([
    [
      'USANNE',
      'nl',
      'Praktisch contact',
      'Praktisch contact: goed om te weten, telt niet mee als gesprek van de maand.',
    ],
    [
      'UBEN',
      'en',
      'Practical contact',
      'Practical contact: good to know; it doesn’t count as this month’s conversation.',
    ],
  ] as const)('practical contact isn’t counted, and %s is told kindly in %s', async (userId, lang, how, says) => {
    const { visitor } = await logged(userId, { lang, how });
    expect(newest(visitor)?.readable).toContain(says);
    await visitor.opensHome();
    expect(visitor.home?.readable).toContain(lang === 'nl' ? 'Nog geen gesprek in november.' : 'No conversation in');
    expect(visitor.home?.readable).toContain('Ze bestellen op donderdag');
  });

  it('what an admin doesn’t count is said with a thank-you too', async () => {
    const house = await street.house({ at: FRIDAY });
    await street.choose(house, 'countingKinds', ['visit']);
    const sanne = house.as('USANNE');
    await logs(sanne);
    expect(newest(sanne)?.readable).toContain(
      'Bewaard, dank je wel: Bakkerij Zuid. “Gebeld” is in dit huis goed om te weten',
    );
  });

  it('“Only me” is kept for its author alone, and counts', async () => {
    const { visitor } = await logged('USANNE', { readers: 'me' });
    expect(newest(visitor)?.readable).toContain('telt mee voor november');
    expect(newest(visitor)?.readable).toContain('Alleen jij kunt dit lezen.');
  });
});

describe('changing one’s own', () => {
  it('from the confirmation: the form shows what was saved, and the confirmation follows', async () => {
    const { house, visitor } = await logged();
    await visitor.clicks('Aanpassen');
    expect(visitor.modal?.filled).toMatchObject({
      [FORM.nl.whom]: 'Bakkerij Zuid',
      [FORM.nl.how]: 'Gebeld',
      [FORM.nl.learned]: 'Ze bestellen op donderdag',
    });
    await fillsIn(visitor, { customer: 'Slagerij Vos', how: 'Op bezoek', learned: 'Toch op vrijdag', readers: 'me' });
    expect((await visitor.submits()).errors).toEqual({});
    await aMinuteLater(house);
    expect(visitor.messages().filter(({ bot }) => bot)).toHaveLength(1);
    expect(newest(visitor)?.readable).toBe(
      [
        'Bewaard, dank je wel. Je gesprek met Slagerij Vos telt mee voor november.',
        '> Toch op vrijdag',
        'Alleen jij kunt dit lezen.',
        '[Aanpassen] [Intrekken]',
      ].join('\n'),
    );
    expect(await conversationsOf(house)).toMatchObject([{ learned: 'Toch op vrijdag', kind: 'visit', readers: 'me' }]);
    expect(house.slack.refusals).toEqual([]);
  });

  it('from Home: Home and the confirmation follow', async () => {
    const { house, visitor } = await logged();
    await visitor.opensHome();
    await visitor.clicks('Aanpassen', { in: 'home' });
    await fillsIn(visitor, { learned: 'Toch op vrijdag' });
    await visitor.submits();
    await aMinuteLater(house);
    expect(visitor.home?.readable).toContain('Toch op vrijdag');
    expect(visitor.home?.readable).not.toContain('donderdag');
    expect(newest(visitor)?.readable).toContain('Toch op vrijdag');
  });

  it('of two on Home, the one beside the button', async () => {
    const { house, visitor } = await logged();
    await logs(visitor, { customer: 'Slagerij Vos', learned: 'Minder zout' });
    await visitor.opensHome();
    await visitor.clicks('Intrekken', { in: 'home', beside: 'Bakkerij Zuid' });
    await aMinuteLater(house);
    expect(await conversationsOf(house)).toMatchObject([{ learned: 'Minder zout' }]);
    expect(visitor.home?.readable).not.toContain('Bakkerij Zuid');
    expect(visitor.home?.readable).toContain('Slagerij Vos');
  });

  it('of a customer who was archived: the form asks whom, and the rest stands', async () => {
    const { house, visitor } = await logged();
    await street.look(house, (tx) => tx.customer.updateMany({ data: { archivedAt: house.clock.now() } }));
    await visitor.clicks('Aanpassen');
    expect(visitor.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag');
  });
});

describe('withdrawing one’s own', () => {
  it('from the confirmation: it is gone from the DM, from Home and from the database', async () => {
    const { house, visitor } = await logged();
    const outcome = await visitor.clicks('Intrekken');
    await aMinuteLater(house);
    expect(outcome.ephemeral.map(({ readable }) => readable)).toEqual([
      'Ingetrokken. Het is weg, ook waar je het deelde.',
    ]);
    expect(visitor.messages().filter(({ bot, ephemeral }) => bot && !ephemeral)).toEqual([]);
    expect(await conversationsOf(house)).toEqual([]);
    await visitor.opensHome();
    expect(visitor.home?.readable).not.toContain('Ze bestellen op donderdag');
    expect(house.slack.refusals).toEqual([]);
  });

  it('a button that is left over says that there is nothing left to change', async () => {
    const { house, visitor } = await logged();
    const confirmation = confirmationOf(visitor);
    await street.look(house, (tx) => tx.conversation.deleteMany());
    const { ephemeral } = await visitor.clicks('Aanpassen', { in: confirmation });
    expect(ephemeral.map(({ readable }) => readable)).toEqual([
      'Dit gesprek is al ingetrokken. Er valt niets meer aan te passen.',
    ]);
  });

  it('a form that was open for editing says so when it is saved', async () => {
    const { house, visitor } = await logged();
    await visitor.clicks('Aanpassen', { in: confirmationOf(visitor) });
    await street.look(house, (tx) => tx.conversation.deleteMany());
    await fillsIn(visitor, { learned: 'Toch op vrijdag' });
    expect((await visitor.submits()).errors).toEqual({
      [FORM.nl.whom]: 'Dit gesprek is al ingetrokken. Er valt niets meer aan te passen.',
    });
    expect(await conversationsOf(house)).toEqual([]);
  });
});

describe('a colleague’s conversation', () => {
  it.each(['Edit', 'Withdraw'])('is nobody else’s to change: “%s” with its id behind it', async (label) => {
    const { house, visitor } = await logged();
    const [sannes] = await conversationsOf(house);
    const ben = house.as('UBEN');
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'They count in crates' });
    await aMinuteLater(house);
    await ben.clicks(label, { in: confirmationOf(ben) });
    await sendChanged(
      house.slack,
      lastSent(house.slack, 'block_actions'),
      clickWith({ value: JSON.stringify({ id: sannes?.id }) }),
    );
    await house.settled();
    expect(ben.messages().findLast(({ ephemeral }) => ephemeral)?.readable).toBe(
      'This conversation has been withdrawn already. There is nothing left to change.',
    );
    expect(await conversationsOf(house)).toContainEqual(sannes);
    expect(ben.sees()).not.toContain('Ze bestellen op donderdag');
    expect(newest(visitor)?.readable).toContain('Ze bestellen op donderdag');
  });

  it('stays as it is when a form with its id in the metadata is saved', async () => {
    const { house } = await logged();
    const [sannes] = await conversationsOf(house);
    const ben = house.as('UBEN');
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe' });
    await aMinuteLater(house);
    await ben.clicks('Edit');
    await fillsIn(ben, { lang: 'en', learned: 'Changed by Ben' });
    await ben.submits();
    const submit = lastSent(house.slack, 'view_submission');
    await sendChanged(house.slack, submit, (payload) => {
      const view = payload.view as { private_metadata: string };
      const metadata: object = JSON.parse(view.private_metadata);
      return {
        ...payload,
        trigger_id: 'another',
        view: { ...view, private_metadata: JSON.stringify({ ...metadata, about: sannes?.id }) },
      };
    });
    await house.settled();
    const rows = await conversationsOf(house);
    expect(rows.find(({ userId }) => userId === 'USANNE')?.learned).toBe('Ze bestellen op donderdag');
  });

  it('of another workspace doesn’t exist here', async () => {
    const { house } = await logged();
    const [conversation] = await conversationsOf(house);
    const elsewhere = await street.house({ at: FRIDAY });
    const sanne = elsewhere.as('USANNE');
    await logs(sanne, { customer: 'Slagerij Vos' });
    await sanne.clicks('Aanpassen');
    await sanne.closes();
    const click = lastSent(elsewhere.slack, 'block_actions');
    const value = JSON.stringify({ id: conversation?.id });
    await sendChanged(elsewhere.slack, click, clickWith({ value }));
    await elsewhere.settled();
    expect(sanne.messages().findLast(({ ephemeral }) => ephemeral)?.readable).toContain('al ingetrokken');
    expect(await conversationsOf(house)).toHaveLength(1);
  });
});
