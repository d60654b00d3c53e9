import { afterEach, describe, expect, it } from 'vitest';
import { settingStore } from '../../src/features/settings/index.ts';
import { fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const open = async () => {
  house = await street.house({ at: '2026-11-20T09:00:00Z' });
};
const topicsNow = async () => (await house.db.run((tx) => settingStore(tx).all())).topics;

/** Noor types topics in the settings. */
async function noorTypes(typed: string) {
  const noor = house.as('UNOOR');
  await noor.types('/klant instellingen');
  await noor.fills({ Onderwerpen: typed });
  const outcome = await noor.submits();
  if (noor.modal) await noor.closes({ all: true });
  return outcome;
}

describe('topics', () => {
  it('are an admin’s choice, one on a line, each once, and stand there again', async () => {
    await open();
    await noorTypes('levering\n\n  de   app \nlevering\nprijs');
    expect(await topicsNow()).toEqual(['levering', 'de app', 'prijs']);
    await house.as('UNOOR').types('/klant instellingen');
    expect(house.as('UNOOR').modal?.filled.Onderwerpen).toBe('levering\nde app\nprijs');
    await house.as('UNOOR').closes();
    await noorTypes('');
    expect(await topicsNow()).toEqual([]);
  });

  it.each([
    ['more than twelve', Array.from({ length: 13 }, (_, n) => `onderwerp ${n}`).join('\n')],
    ['a whole sentence', 'Alles wat te maken heeft met de levering op vrijdag'],
  ])('are refused kindly where there are %s, and nothing changes', async (_what, typed) => {
    await open();
    await noorTypes('levering');
    expect((await noorTypes(typed)).errors).toEqual({
      Onderwerpen: 'Hooguit twaalf onderwerpen, elk van hooguit 40 tekens.',
    });
    expect(await topicsNow()).toEqual(['levering']);
  });

  it('aren’t asked for where there are none', async () => {
    await open();
    await house.as('USANNE').types('/klant gesprek');
    await house.as('USANNE').clicks('Meer toevoegen');
    expect(house.as('USANNE').modal?.readable).not.toContain('Welk onderwerp?');
  });

  it('can be chosen when logging, stand at the conversation, and stay there when the house drops them', async () => {
    await open();
    await noorTypes('levering\nprijs');
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Gebeld', learned: 'Te laat' });
    await sanne.clicks('Meer toevoegen');
    await sanne.fills({ 'Welk onderwerp?': 'levering' });
    expect((await sanne.submits()).errors).toEqual({});
    await house.as('UKAVYA').types('/customer who bakkerij zuid');
    expect(house.as('UKAVYA').modal?.readable).toContain('20 November · Call · levering\n> Te laat');
    await noorTypes('prijs');
    await sanne.types('/klant ik');
    await sanne.clicks('Aanpassen');
    expect(sanne.modal?.filled['Welk onderwerp?']).toBe('levering');
    await fillsIn(sanne, { learned: 'Veel te laat' });
    await sanne.submits();
    const rows = await street.look(house, (tx) => tx.conversation.findMany());
    expect(rows.map(({ topic, learned }) => [topic, learned])).toEqual([['levering', 'Veel te laat']]);
  });

  it('can be left open', async () => {
    await open();
    await noorTypes('levering');
    await logs(house.as('USANNE'));
    expect((await street.look(house, (tx) => tx.conversation.findMany())).map(({ topic }) => topic)).toEqual([null]);
  });
});
