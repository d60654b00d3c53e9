import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import { noLog } from '../support/no-log.ts';
import { type ShakyDatabase, shaky } from '../support/shaky-database.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const NOT_SAVED = 'Nog niet bewaard, en er is niets kwijt. Druk nog eens op Bewaren.';

async function filledIn() {
  const database = shaky(street.database);
  const house = await street.house({ at: FRIDAY, database });
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek Ze bestellen op donderdag');
  await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called });
  const saved = () => street.look(house, (tx) => tx.conversation.count());
  return { house, database, sanne, saved };
}

describe('saving while the database is away', () => {
  const away: [string, (database: ShakyDatabase) => void][] = [
    ['refuses', (database) => database.refuses()],
    ['hangs', (database) => database.hangs()],
    ['is so slow that who it is and saving it take more than 3 s together', (database) => database.slow(1_100)],
  ];
  it.each(away)(
    'it %s: within 3 s the form says that nothing is lost, and pressing again saves',
    async (_how, goes) => {
      const { database, sanne, saved, house } = await filledIn();
      goes(database);
      const pressed = await sanne.submits();
      expect(pressed.acked).toBe(true);
      expect(pressed.errors[FORM.nl.whom]).toContain(NOT_SAVED);
      expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag');
      database.well();
      expect((await sanne.submits()).errors).toEqual({});
      await house.settled();
      expect(await saved()).toBe(1);
    },
  );

  it('saved too late, and pressed again: one conversation, one confirmation', async () => {
    const { house, database, sanne, saved } = await filledIn();
    // Who it is takes one transaction; only the second, the saving, is slow.
    database.slowOnce(2, 2_400);
    expect((await sanne.submits()).errors[FORM.nl.whom]).toBe(NOT_SAVED);
    expect((await sanne.submits()).errors).toEqual({});
    await house.turnTo('2026-11-20T09:05:00Z');
    expect(await saved()).toBe(1);
    expect(sanne.messages().filter(({ bot }) => bot)).toHaveLength(1);
  });
});

it('a form that fails for a reason of ours names a reference, and the log has it', async () => {
  const noted: object[] = [];
  const log = { ...noLog, error: (fields: object) => void noted.push(fields) };
  const database = shaky(street.database);
  const house = await street.house({ at: FRIDAY, database, log });
  const sanne = house.as('USANNE');
  await sanne.types('/klant gesprek Ze bestellen op donderdag');
  await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called });
  database.refuses();
  const said = (await sanne.submits()).errors[FORM.nl.whom];
  database.well();
  const ref = /\((\w{8})\)/.exec(said ?? '')?.[1];
  expect(noted).toContainEqual(expect.objectContaining({ ref, trigger: 'conversations.new', userId: 'USANNE' }));
});

describe('everything else while the database is away', () => {
  it('a command is answered within 3 s, in both languages, for nobody knows whose it is', async () => {
    const { house, database } = await filledIn();
    const typed = { UBEN: '/customer', UKAVYA: '/customer log They count in crates', UNOOR: '/klant help' };
    database.hangs();
    const outcomes = Object.entries(typed).map(([userId, command]) => house.as(userId).types(command));
    await expect
      .poll(() => Object.keys(typed).map((userId) => house.as(userId).messages().length), { timeout: 5_000 })
      .toEqual([1, 1, 1]);
    database.well();
    for (const { acked, ephemeral } of await Promise.all(outcomes)) {
      expect(acked).toBe(true);
      expect(ephemeral[0]?.readable).toContain('Er is niets kwijt');
      expect(ephemeral[0]?.readable).toContain('Nothing is lost');
    }
    await house.as('UKAVYA').types(typed.UKAVYA);
    expect(house.as('UKAVYA').modal?.title).toBe('Customer conversation');
  });

  it('searching for a customer finds nothing, in time', async () => {
    const { house, database, sanne } = await filledIn();
    database.hangs();
    expect(await sanne.searches(FORM.nl.whom, 'Bakk')).toEqual([]);
    expect(house.slack.envelopes.at(-1)?.outcome).toBe('acked');
    database.well();
  });

  it('a button is answered', async () => {
    const { database, sanne } = await filledIn();
    await sanne.closes();
    await logs(sanne);
    database.refuses();
    const { ephemeral } = await sanne.clicks('Aanpassen');
    expect(ephemeral[0]?.readable).toContain('Probeer het nog eens');
    database.well();
    await sanne.clicks('Aanpassen');
    expect(sanne.modal?.title).toBe('Klantgesprek');
    expect(newest(sanne)?.readable).toContain('Bewaard');
  });
});
