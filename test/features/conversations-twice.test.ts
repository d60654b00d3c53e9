import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

const learnedIn = (house: House) =>
  street.look(house, async (tx) => (await tx.conversation.findMany()).map(({ learned }) => learned));

async function filledIn() {
  const house = await street.house({ at: FRIDAY });
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek Ze bestellen op donderdag');
  await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called });
  return { house, sanne };
}

describe('the same thing twice has one effect', () => {
  it('Save pressed twice at once makes one conversation and one confirmation', async () => {
    const { house, sanne } = await filledIn();
    const outcomes = await Promise.all([sanne.submits(), sanne.submits()]);
    await aMinuteLater(house);
    expect(outcomes.map(({ errors }) => errors)).toEqual([{}, {}]);
    expect(await learnedIn(house)).toEqual(['Ze bestellen op donderdag']);
    expect(sanne.messages().filter(({ bot }) => bot)).toHaveLength(1);
  });

  it('a saved form that Slack sends again, at once and later', async () => {
    const { house, sanne } = await filledIn();
    await street.choose(house, 'storiesChannel', STORIES);
    await sanne.submits();
    const submit = lastSent(house.slack, 'view_submission');
    await Promise.all([house.slack.redeliver(submit), house.slack.redeliver(submit)]);
    await aMinuteLater(house);
    expect(await house.slack.redeliver(submit)).toBe('acked');
    await aMinuteLater(house);
    expect(await learnedIn(house)).toHaveLength(1);
    expect(sanne.messages().filter(({ bot }) => bot)).toHaveLength(1);
  });

  it('an old edit that arrives again doesn’t undo a newer one', async () => {
    const { house, sanne } = await filledIn();
    await sanne.submits();
    await aMinuteLater(house);
    await sanne.clicks('Aanpassen');
    await fillsIn(sanne, { learned: 'Toch op vrijdag' });
    await sanne.submits();
    const older = lastSent(house.slack, 'view_submission');
    await aMinuteLater(house);
    await sanne.clicks('Aanpassen');
    await fillsIn(sanne, { learned: 'Nee, op zaterdag' });
    await sanne.submits();
    await house.slack.redeliver(older);
    await aMinuteLater(house);
    expect(await learnedIn(house)).toEqual(['Nee, op zaterdag']);
    expect(newest(sanne)?.readable).toContain('Nee, op zaterdag');
  });

  it('a withdrawal that arrives again changes nothing', async () => {
    const { house, sanne } = await filledIn();
    await sanne.submits();
    await aMinuteLater(house);
    await sanne.clicks('Intrekken');
    const click = lastSent(house.slack, 'block_actions');
    await logs(sanne, { learned: 'Een ander gesprek' });
    await house.slack.redeliver(click);
    await aMinuteLater(house);
    expect(await learnedIn(house)).toEqual(['Een ander gesprek']);
  });

  it('a text typed to Mantra of which Slack tells twice is answered once', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types('Ze bestellen op donderdag');
    const [told] = house.slack.envelopes.filter(({ type }) => type === 'events_api');
    if (!told) throw new Error('Slack told of the message');
    await house.slack.redeliver(told);
    await aMinuteLater(house);
    expect(sanne.messages().filter(({ bot }) => bot)).toHaveLength(1);
  });

  it('a command that arrives again opens no second form and says something kind at most', async () => {
    const { house, sanne } = await filledIn();
    expect(await house.slack.redeliver(lastSent(house.slack, '/klant'))).toBe('acked');
    await house.settled();
    expect(sanne.modals).toHaveLength(1);
    expect((await sanne.submits()).errors).toEqual({});
    expect(await learnedIn(house)).toHaveLength(1);
  });
});

describe('a button from another time', () => {
  it.each([
    ['of an older shape', JSON.stringify({ conversation: 12 })],
    ['that is no JSON', 'conversation-12'],
    ['that is empty', ''],
    ['whose id is none', JSON.stringify({ id: 'x' })],
  ])('with a value %s: a sentence, and nothing changes', async (_what, value) => {
    const { house, sanne } = await filledIn();
    await sanne.submits();
    await aMinuteLater(house);
    await sanne.clicks('Aanpassen');
    await sanne.closes();
    await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), clickWith({ value }));
    await house.settled();
    expect(sanne.messages().findLast(({ ephemeral }) => ephemeral)?.readable).toBe(
      'Deze knop is van voor een wijziging. Begin opnieuw met /klant.',
    );
    expect(sanne.modal).toBeUndefined();
    expect(await learnedIn(house)).toHaveLength(1);
  });

  it('with an id nobody listens to any more is acknowledged, and that is all', async () => {
    const { house, sanne } = await filledIn();
    await sanne.submits();
    await aMinuteLater(house);
    await sanne.clicks('Aanpassen');
    await sanne.closes();
    const outcome = await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), (payload) => ({
      ...payload,
      actions: [{ type: 'button', action_id: 'conversations.rate', block_id: 'x', value: '1', action_ts: '1.0' }],
    }));
    expect(outcome).toBe('acked');
    expect(await learnedIn(house)).toHaveLength(1);
  });
});
