import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say as conversation } from '../../src/features/conversations/texts.ts';
import { features } from '../../src/features/index.ts';
import { logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

/** Words that only Sanne knows, in everything she can fill in. */
const SECRETS = ['kanariegeel', 'olifantgrijs', 'zeegroen', 'Geheime Klant'];

/** Sanne has logged for herself alone, put a text aside and named Kavya; Ben has something of his own of each sort. */
async function aHouseOfTwo() {
  const house = await street.house({ at: FRIDAY });
  const [sanne, ben] = [house.as('USANNE'), house.as('UBEN')];
  await logs(sanne, { customer: 'Geheime Klant', learned: 'Hun kleur is kanariegeel', readers: 'me' });
  await aMinuteLater(house);
  await sanne.clicks('Aanpassen');
  await sanne.clicks('Meer toevoegen');
  await sanne.fills({
    'Wat zat er achter de vraag?': 'Liever olifantgrijs',
    'Wie van ons was er nog bij?': ['UKAVYA'],
  });
  await sanne.submits();
  await sanne.types('/klant zeegroen misschien');
  await sanne.clicks('Een klant heeft een klacht');
  await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'Bens own' });
  await aMinuteLater(house);
  return { house, sanne, ben };
}

let forged = 0;

/** Every button there is, those of other habits among them. */
const BUTTONS = features.flatMap(({ actions = [] }) => actions.map(({ id }) => id));

/** A click of Ben's on any of Mantra's buttons, with ids of Sanne's behind it. */
async function clicksWith(house: House, actionId: string, value: object) {
  const click = lastSent(house.slack, 'block_actions');
  await sendChanged(house.slack, click, (payload) => {
    const changed = clickWith({ userId: 'UBEN', value: JSON.stringify(value) })(payload);
    const [action] = changed.actions as object[];
    return {
      ...changed,
      trigger_id: `forged-${forged++}`,
      actions: [{ ...action, action_id: actionId }],
    };
  });
  await house.settled();
}

const rowsOf = (house: House) =>
  street.look(house, async (tx) => ({
    conversations: await tx.conversation.findMany({ where: { userId: 'USANNE' } }),
    companions: await tx.companion.findMany(),
    aside: await tx.draft.findMany({ where: { userId: 'USANNE', kind: 'complaint' } }),
  }));

/** All that Slack was told to show anywhere but to Sanne: what it shows people, and the calls themselves. */
const toldOthers = (house: House, from: number) =>
  JSON.stringify(house.slack.calls.slice(from).map(({ args }) => args)) +
  house.as('UBEN').sees() +
  (house.as('UBEN').home?.readable ?? '');

describe('what is Sanne’s alone', () => {
  it('nobody else sees or changes, whatever they click and whatever ids they send', async () => {
    const { house, ben } = await aHouseOfTwo();
    const before = await rowsOf(house);
    const [sannes] = before.conversations;
    const [aside] = before.aside;
    const ids = fc.constantFrom(sannes?.id ?? '', aside?.id ?? '', sannes?.customerId ?? '');
    await ben.types('/customer me');
    await ben.clicks('Edit');
    await ben.closes();
    const from = house.slack.calls.length;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BUTTONS),
        ids,
        fc.constantFrom('', 'kana', 'geheim'),
        async (actionId, id, word) => {
          const at = { word, customerId: sannes?.customerId, page: 0 };
          const source = { draftId: id };
          await clicksWith(house, actionId, {
            ...at,
            ...{ id, at, from: source, what: 'question', customerId: sannes?.customerId },
          });
        },
      ),
      { numRuns: 80 },
    );
    const told = toldOthers(house, from);
    for (const secret of SECRETS.slice(0, 3)) expect(told).not.toContain(secret);
    expect(await rowsOf(house)).toEqual(before);
  }, 120_000);

  it('isn’t found by search, list, export, menu or Home of anybody else', async () => {
    const { house, ben, sanne } = await aHouseOfTwo();
    const from = house.slack.calls.length;
    for (const word of ['kanariegeel', 'olifantgrijs', 'zeegroen', 'geheime', 'hun']) {
      await ben.types('/customer me');
      await ben.fills({ 'Words to look for': word });
      await ben.submits();
      expect(ben.modal?.readable).toContain('Nothing found.');
      expect(await ben.searches('Customer', 'geheim')).toEqual([]);
      await ben.closes();
    }
    await ben.opensHome();
    await ben.clicks('Export as files', { in: 'home' });
    await house.settled();
    const files = Object.values(house.slack.dump().files).map(({ content = '' }) =>
      Buffer.from(content, 'base64').toString(),
    );
    expect(files).toHaveLength(2);
    const told = toldOthers(house, from) + files.join();
    for (const secret of SECRETS) expect(told).not.toContain(secret);
    expect(told).toContain('Bens own');
    expect(newest(sanne)?.readable).toContain(conversation('nl').withdraw);
  });

  it('a colleague who is said to have been there reads the customer and who says so, and none of the words', async () => {
    const { house } = await aHouseOfTwo();
    const kavya = house.as('UKAVYA');
    await kavya.opensHome();
    expect(kavya.home?.readable).toContain('Sanne de Vries logged a conversation with Geheime Klant');
    await kavya.clicks('Yes, I was there', { in: 'home' });
    await kavya.types('/customer me');
    const seen = `${kavya.sees()}${kavya.home?.readable}`;
    for (const secret of SECRETS.slice(0, 3)) expect(seen).not.toContain(secret);
    await kavya.fills({ 'Words to look for': 'kanariegeel' });
    await kavya.submits();
    expect(kavya.modal?.readable).toContain('Nothing found.');
  });
});
