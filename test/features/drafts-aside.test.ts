import { describe, expect, it } from 'vitest';
import { fillsIn } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { lastAnswer } from '../support/moves.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

const draftsOf = (house: House) => street.look(house, (tx) => tx.draft.findMany());

async function at(when = FRIDAY) {
  const house = await street.house({ at: when });
  return { house, sanne: house.as('USANNE'), ben: house.as('UBEN') };
}

/** Ben writes to Mantra and says that it is a complaint. */
async function complains(words = 'The Friday delivery was wet') {
  const { house, ben, sanne } = await at();
  await ben.types(words);
  await ben.clicks('A customer complains');
  await aMinuteLater(house);
  return { house, ben, sanne };
}

describe('what no habit takes yet', () => {
  it.each([
    ['USANNE', 'Een klant heeft een klacht', 'Klachten doorgeven kan ik nog niet.', 'Klacht · 20 november'],
    ['USANNE', 'Een klant heeft een vraag', 'Vragen doorgeven kan ik nog niet.', 'Vraag · 20 november'],
    ['UBEN', 'We are deciding something', 'I can’t work with decisions yet.', 'Decision · 20 November'],
  ])('%s: “%s” is said honestly, and stands on Home', async (userId, label, says, line) => {
    const { house } = await at();
    const person = house.as(userId);
    await person.types('Eerder leveren op vrijdag?');
    const { ephemeral } = await person.clicks(label);
    expect(ephemeral[0]?.readable).toContain(says);
    expect(ephemeral[0]?.readable).toContain('> Eerder leveren op vrijdag?');
    await person.opensHome();
    expect(person.home?.readable).toContain(`${line}\n> Eerder leveren op vrijdag?`);
    expect(house.slack.refusals).toEqual([]);
  });

  it('pressed twice, or as something else after all, stands there once', async () => {
    const { house, ben } = await complains();
    const [menu] = ben.messages().filter(({ bot, ephemeral }) => bot && !ephemeral);
    await ben.clicks('A customer complains', { ...(menu && { in: menu }) });
    await ben.clicks('A customer asks', { ...(menu && { in: menu }) });
    expect(await draftsOf(house)).toMatchObject([{ userId: 'UBEN', kind: 'question' }]);
    await ben.opensHome();
    expect(ben.home?.readable).not.toContain('Complaint');
    expect(ben.home?.readable).toContain('Question · 20 November');
  });

  it('is kept whole from a command too, long after Slack has forgotten what was typed', async () => {
    const { house, ben } = await at();
    await ben.types('/customer deliver earlier on Fridays?');
    await ben.clicks('We are deciding something');
    await house.turnTo('2027-03-20T09:00:00Z', 100 * 24 * 60);
    await ben.opensHome();
    expect(ben.home?.readable).toContain('Decision · 20 November\n> deliver earlier on Fridays?');
    await house.turnTo('2027-05-22T09:00:00Z', 100 * 24 * 60);
    expect(await draftsOf(house)).toEqual([]);
  });

  it('can be logged as a conversation from Home, and then no longer waits there', async () => {
    const { house, ben } = await complains();
    await ben.opensHome();
    await ben.clicks('I spoke with a customer', { in: 'home', beside: 'Complaint' });
    expect(ben.modal?.filled['What did you learn?']).toBe('The Friday delivery was wet');
    await ben.closes();
    expect(await draftsOf(house)).toHaveLength(1);
    await ben.clicks('I spoke with a customer', { in: 'home', beside: 'Complaint' });
    await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Call' });
    expect((await ben.submits()).errors).toEqual({});
    expect(await draftsOf(house)).toEqual([]);
    expect(ben.home?.readable).not.toContain('Kept for later');
  });

  it('of which the form holds only a part stays where it is', async () => {
    const { house, ben } = await complains('wet and late '.repeat(400));
    await ben.opensHome();
    await ben.clicks('I spoke with a customer', { in: 'home', beside: 'Complaint' });
    await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Call' });
    expect((await ben.submits()).errors).toEqual({});
    expect(await draftsOf(house)).toMatchObject([{ kind: 'complaint' }]);
  });

  it('is thrown away with one more click, from Home and from the answer', async () => {
    const { house, ben } = await complains();
    const { ephemeral } = await ben.clicks('Throw away');
    expect(ephemeral[0]?.readable).toBe('Thrown away.');
    expect(await draftsOf(house)).toEqual([]);
    await ben.types('/customer deliver earlier on Fridays?');
    await ben.clicks('A customer asks');
    await ben.opensHome();
    await ben.clicks('Throw away', { in: 'home' });
    expect(ben.home?.readable).not.toContain('Kept for later');
    expect(house.slack.refusals).toEqual([]);
  });

  it('with nothing typed, keeps nothing', async () => {
    const { house, ben } = await at();
    await ben.types('/customer');
    const { ephemeral } = await ben.clicks('A customer complains');
    expect(ephemeral[0]?.readable).toContain('I can’t pass on complaints yet.');
    expect(ephemeral[0]?.readable).not.toContain('Home');
    expect(await draftsOf(house)).toEqual([]);
  });

  it.each([
    ['40,000 letters', 'a'.repeat(40_000)],
    ['ampersands, which swell when they are escaped', '& '.repeat(6_000)],
    ['lines, which swell when they are quoted', 'a\n'.repeat(6_000)],
  ])('of %s is answered and kept', async (_what, words) => {
    const { house, ben } = await complains(words);
    expect(lastAnswer(ben)).toContain('I can’t pass on complaints yet.');
    await ben.opensHome();
    expect(ben.home?.readable).toContain('Complaint · 20 November');
    expect(house.slack.refusals).toEqual([]);
    expect(await draftsOf(house)).toMatchObject([{ fields: { text: words.trim() } }]);
  });

  it('of many, Home shows the newest five and how many there are besides', async () => {
    const { house, ben } = await at();
    for (let n = 1; n <= 7; n += 1) {
      await ben.types(`/customer complaint number ${n}`);
      await ben.clicks('A customer complains');
      await aMinuteLater(house);
    }
    await ben.opensHome();
    expect(ben.home?.readable.match(/number \d/g)).toEqual([7, 6, 5, 4, 3].map((n) => `number ${n}`));
    expect(ben.home?.readable).toContain('And 2 older.');
  });
});

describe('a colleague’s text that is kept for later', () => {
  it('can’t be read, logged or thrown away by anybody else, whatever id they send', async () => {
    const { house, ben, sanne } = await complains('The Friday delivery was wet');
    const [bens] = await draftsOf(house);
    await sanne.types('/klant iets van mij');
    await sanne.clicks('Een klant heeft een vraag');
    await sanne.clicks('Weggooien');
    await sendChanged(
      house.slack,
      lastSent(house.slack, 'block_actions'),
      clickWith({ value: JSON.stringify({ id: bens?.id }) }),
    );
    await house.settled();
    expect(lastAnswer(sanne)).toBe('Deze tekst is er niet meer.');
    await sanne.types('/klant nog iets');
    await sanne.clicks('Een klant heeft een vraag');
    const value = JSON.stringify({ what: 'question', from: { draftId: bens?.id } });
    await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), clickWith({ value }));
    await house.settled();
    expect(sanne.sees()).not.toContain('wet');
    await sanne.opensHome();
    expect(sanne.home?.readable).not.toContain('wet');
    expect(await draftsOf(house)).toContainEqual(bens);
    await ben.opensHome();
    expect(ben.home?.readable).toContain('The Friday delivery was wet');
  });
});
