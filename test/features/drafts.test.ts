import { describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { FORM, fillsIn, newest } from '../support/form.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const BUTTONS = [
  'Ik sprak een klant',
  'Een klant heeft een klacht',
  'Een klant heeft een vraag',
  'We gaan iets besluiten',
];

const buttonsOf = (visitor: Visitor) =>
  visitor
    .messages()
    .at(-1)
    ?.blocks.flatMap(({ elements }) => elements ?? [])
    .map(({ text }) => text);

const labels = (visitor: Visitor) => buttonsOf(visitor)?.map((text) => (typeof text === 'object' ? text?.text : text));

async function at(transport: 'socket' | 'http' = 'socket') {
  const house = await street.house({ at: FRIDAY, transport });
  return { house, sanne: house.as('USANNE'), ben: house.as('UBEN') };
}

describe('writing to Mantra', () => {
  it.each(['socket', 'http'] as const)('is answered with four things it can be, over %s', async (transport) => {
    const { house, sanne } = await at(transport);
    await sanne.types('Ze bestellen op donderdag');
    expect(newest(sanne)?.readable).toContain('Gelezen. Wat is het?');
    expect(labels(sanne)).toEqual(BUTTONS);
    expect(house.slack.refusals).toEqual([]);
  });

  it('keeps nothing of it: the text is read back from Slack when a button is pressed', async () => {
    const { house, sanne } = await at();
    await sanne.types('Kanariegeel is hun kleur');
    const everything = await street.look(house, async (tx) =>
      JSON.stringify([await tx.draft.findMany(), await tx.outbox.findMany(), await tx.conversation.findMany()]),
    );
    expect(everything).not.toContain('Kanariegeel');
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Kanariegeel is hun kleur');
  });

  it('characters that Slack escapes stand in the form as they were typed', async () => {
    const { sanne } = await at();
    await sanne.types('Jansen & Zn: 3 < 4, zeiden ze <hardop>');
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Jansen & Zn: 3 < 4, zeiden ze <hardop>');
  });

  it('works in a thread, below a message of Mantra’s', async () => {
    const { house, sanne } = await at();
    await sanne.types('Ze bestellen op donderdag');
    await aMinuteLater(house);
    const above = newest(sanne);
    await sanne.types('En op vrijdag niet meer', { ...(above && { threadTs: above.ts }) });
    await aMinuteLater(house);
    const answer = sanne.messages().findLast(({ bot }) => bot);
    await sanne.clicks('Ik sprak een klant', { ...(answer && { in: answer }) });
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('En op vrijdag niet meer');
  });

  it('a very long text fills the field as far as it goes, says so, and can be saved', async () => {
    const { house, sanne } = await at();
    await sanne.types('ja en nee '.repeat(4_000));
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.readable).toContain('de eerste 3000 tekens staan hieronder, de rest staat nog in je bericht');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    expect((await sanne.submits()).errors).toEqual({});
    expect(await street.look(house, (tx) => tx.conversation.count())).toBe(1);
    expect(house.slack.refusals).toEqual([]);
  });

  it('a message that is gone, or somebody else’s, is not read: a sentence says so', async () => {
    const { house, sanne, ben } = await at();
    await sanne.types('Ze bestellen op donderdag');
    const sannes = sanne.messages()[0];
    await ben.types('They count in crates');
    await aMinuteLater(house);
    await ben.clicks('I spoke with a customer');
    await ben.closes();
    for (const from of [
      { channel: ben.appDm(), ts: '1700000000.000100' },
      { channel: sannes?.channel, ts: sannes?.ts },
    ]) {
      await sendChanged(
        house.slack,
        lastSent(house.slack, 'block_actions'),
        clickWith({ value: JSON.stringify({ from }) }),
      );
      await house.settled();
      expect(ben.modal).toBeUndefined();
      expect(ben.messages().at(-1)?.readable).toContain('I can’t find that text any more.');
    }
  });

  it('somebody the roster doesn’t know yet is answered at once', async () => {
    const { house } = await at();
    await street.look(house, (tx) => tx.person.deleteMany({ where: { userId: 'UBEN' } }));
    const ben = house.as('UBEN');
    await ben.types('They count in crates');
    expect(newest(ben)?.readable).toContain('Got it. What is it?');
  });

  it('a guest who writes gets no answer that offers anything', async () => {
    const { house } = await at();
    const guest = house.as('UGUEST');
    await guest.types('Mag ik meedoen?');
    expect(labels(guest) ?? []).not.toContain('Ik sprak een klant');
    expect(await street.look(house, (tx) => tx.outbox.count())).toBe(0);
  });
});

describe('a word nobody knows', () => {
  it('keeps the whole text, shows it, and offers the four things it can be', async () => {
    const { house, sanne } = await at();
    const { ephemeral } = await sanne.types('/klant bakkerij Zuid wil eerder leveren');
    expect(ephemeral[0]?.readable).toContain('Gelezen. Wat is het?');
    expect(ephemeral[0]?.readable).toContain('> bakkerij Zuid wil eerder leveren');
    expect(labels(sanne)).toEqual(BUTTONS);
    expect(house.slack.refusals).toEqual([]);
  });

  it('that stands alone is named', async () => {
    const { sanne } = await at();
    const { ephemeral } = await sanne.types('/klant bakkerij');
    expect(ephemeral[0]?.readable).toContain('“bakkerij” ken ik nog niet, dus ik heb je tekst bewaard');
    expect(labels(sanne)).toEqual(BUTTONS);
  });

  it('the first button fills the form with it', async () => {
    const { sanne } = await at();
    await sanne.types('/klant bakkerij Zuid wil eerder leveren');
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('bakkerij Zuid wil eerder leveren');
  });

  it.each([
    ['A customer complains', 'I can’t pass on complaints yet.'],
    ['A customer asks', 'I can’t pass on questions yet.'],
    ['We are deciding something', 'I can’t work with decisions yet.'],
  ])('“%s” says honestly what it can’t do, shows the text again, and the log still takes it', async (label, says) => {
    const { ben } = await at();
    await ben.types('/customer deliver earlier on Fridays?');
    const { ephemeral } = await ben.clicks(label);
    expect(ephemeral[0]?.readable).toContain(says);
    expect(ephemeral[0]?.readable).toContain('> deliver earlier on Fridays?');
    await ben.clicks('I spoke with a customer');
    expect(ben.modal?.filled[FORM.en.learned]).toBe('deliver earlier on Fridays?');
  });

  it('a bare command shows the menu, whose buttons work without a text', async () => {
    const { ben } = await at();
    const { ephemeral } = await ben.types('/customer');
    expect(ephemeral[0]?.readable).toContain('What is it about?');
    for (const label of ['A customer complains', 'A customer asks', 'We are deciding something']) {
      const answer = await ben.clicks(label, { ...(ephemeral[0] && { in: ephemeral[0] }) });
      expect(answer.ephemeral).toHaveLength(1);
    }
  });

  it('after a day the text is forgotten, and the button says so', async () => {
    const { house, sanne } = await at();
    await sanne.types('/klant bakkerij Zuid wil eerder leveren');
    const asked = sanne.messages().at(-1);
    await house.turnTo('2026-11-22T09:00:00Z', 12 * 60);
    expect(await street.look(house, (tx) => tx.draft.count())).toBe(0);
    const { ephemeral } = await sanne.clicks('Ik sprak een klant', { ...(asked && { in: asked }) });
    expect(ephemeral[0]?.readable).toContain('Typ hem nog eens, of begin met /klant.');
    expect(sanne.modal).toBeUndefined();
  });

  it('nobody else’s text can be had with its id', async () => {
    const { house, sanne, ben } = await at();
    await sanne.types('/klant bakkerij Zuid wil eerder leveren');
    await ben.types('/customer something of my own');
    await ben.clicks('A customer asks');
    const [draft] = await street.look(house, (tx) => tx.draft.findMany({ where: { userId: 'USANNE' } }));
    const click = house.slack.envelopes.findLast(({ payload }) => payload.type === 'block_actions');
    if (!click) throw new Error('Ben clicked');
    const [action] = click.payload.actions as { action_id: string }[];
    const value = JSON.stringify({ what: 'question', from: { draftId: draft?.id } });
    await house.slack.redeliver({ ...click, payload: { ...click.payload, actions: [{ ...action, value }] } });
    await house.settled();
    expect(ben.sees()).toContain('I can’t find that text any more.');
    expect(ben.sees()).not.toContain('bakkerij Zuid');
  });
});
