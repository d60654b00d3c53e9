import { afterEach, describe, expect, it } from 'vitest';
import { ABOUT, knows, looksUp } from '../support/directory.ts';
import { fillsIn, logs, savesAnyway } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, lastAnswer, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** The first working day from the 8th. */
const TOLD = '2026-12-08';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const SANNES = { customer: 'Bakkerij Zuid', learned: 'Ze bestellen op donderdag', on: '2026-12-02' } as const;
const BENS = { lang: 'en', customer: 'Bakkerij Zuid', learned: 'Their cold store is full on Mondays' } as const;

/** Sanne told of Bakkerij Zuid on Wednesday 2 December; it is Thursday. */
async function sanneTold(more: Parameters<typeof logs>[1] = {}) {
  house = await street.house({ at: '2026-11-30T09:00:00Z', people: [SANNE, BEN, KAVYA, MARJAN, NOOR] });
  await startsNudges(house.as('UNOOR'));
  await house.turnTo('2026-12-02T12:00:00Z', WEEK);
  await logs(house.as('USANNE'), { ...SANNES, ...more });
  await house.turnTo('2026-12-03T15:00:00Z', WEEK);
}

/** A day at about eleven in Amsterdam: everything that is due then has been said. */
async function toEleven(day = TOLD) {
  await house.turnTo(`${day}T09:50:00Z`, WEEK);
  await house.turnTo(`${day}T10:15:00Z`);
}

const returnsTo = (userId: string) =>
  heard(house, userId).filter(({ readable }) => /^(Wat er gebeurde met wat|What came of what)/.test(readable));
const toldTo = (userId: string) => returnsTo(userId).map(({ readable }) => readable);

describe('whoever told something of a customer', () => {
  it('hears once, at eleven, that a colleague talked with them too and what they learned, and not who', async () => {
    await sanneTold();
    await logs(house.as('UBEN'), BENS);
    await toEleven();
    const [message] = returnsTo('USANNE');
    expect(message && postedAt(message, AMSTERDAM)).toBe(`${TOLD} 11:00`);
    expect(message?.readable).toMatchInlineSnapshot(`
      "Wat er gebeurde met wat jij vertelde
      Bakkerij Zuid: een collega sprak ze ook, op donderdag 3 december.
      > Their cold store is full on Mondays
      [Openen]
      Hooguit één keer per maand, en alleen als er iets is. Alleen jij ziet dit; leidinggevenden niet. Wie het was, zeg ik niet.
      [⋯ Deze berichtjes niet meer · Deze maand niet · Pauze, of een eigen dag … · Stoppen · Waarom krijg ik dit?]"
    `);
    expect(
      JSON.stringify(house.slack.calls.filter(({ args }) => JSON.stringify(args).includes('Wat er gebeurde'))),
    ).not.toMatch(/UBEN|Ben Carter/);
    await house.turnTo('2026-12-31T20:00:00Z', WEEK);
    expect(toldTo('USANNE')).toHaveLength(1);
    expect(toldTo('UBEN')).toEqual([]);
    expect(toldTo('UMARJAN')).toEqual([]);
  });

  it('reads it in English, everything of the month in one message, the latest first', async () => {
    await sanneTold();
    await logs(house.as('UBEN'), BENS);
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Harbour Cafe', learned: 'First' });
    await aMomentLater(house);
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid', learned: 'Iets van Sanne', on: '2026-12-03' });
    await aMomentLater(house);
    await logs(house.as('USANNE'), { customer: 'Harbour Cafe', learned: 'Nog iets van Sanne', on: '2026-12-03' });
    await house.turnTo(`${TOLD}T15:50:00Z`, WEEK);
    await house.turnTo(`${TOLD}T16:15:00Z`);
    expect(toldTo('UBEN')[0]).toMatch(
      /^What came of what you told us\nHarbour Cafe: a colleague talked with them too, on Thursday 3 December\.\n> Nog iets van Sanne\n\[Open\]\nBakkerij Zuid: .*\n> Iets van Sanne\n/,
    );
  });

  it('hears nothing in a month in which nothing came of it, and of what came later a month later', async () => {
    await sanneTold();
    await toEleven();
    await house.turnTo('2026-12-16T12:00:00Z', WEEK);
    await logs(house.as('UBEN'), BENS);
    await house.turnTo('2026-12-31T20:00:00Z', WEEK);
    expect(toldTo('USANNE')).toEqual([]);
    await toEleven('2027-01-08');
    expect(toldTo('USANNE')).toHaveLength(1);
    await toEleven('2027-02-08');
    expect(toldTo('USANNE')).toHaveLength(1);
  });
});

/** Ben looks at the page of whom Sanne told of, and means to talk with them. */
async function benMeansTo(changes: { whom?: string } = {}) {
  const ben = house.as('UBEN');
  await ben.types('/customer who bakkerij zuid');
  await ben.clicks('I’ll talk to them');
  if (changes.whom) {
    await ben.searches('Which customer?', changes.whom);
    await ben.picks('Which customer?', `Add “${changes.whom}”`);
  }
  await ben.fills({ 'On which day?': '2026-12-17' });
  expect((await savesAnyway(ben)).errors).toEqual({});
  await ben.closes({ all: true });
}

describe('whoever told something of a customer whose page a colleague opened', () => {
  const MEANS = 'Bakkerij Zuid: een collega las wat we van ze weten, en wil ze spreken.';

  it('hears that somebody means to talk with them, not who, and can open the page', async () => {
    await sanneTold();
    await benMeansTo();
    await toEleven();
    expect(toldTo('USANNE')[0]).toContain(MEANS);
    expect(JSON.stringify(returnsTo('USANNE'))).not.toMatch(/UBEN|Ben Carter/);
    const sanne = house.as('USANNE');
    await sanne.clicks('Openen');
    expect(sanne.modal?.readable).toContain(`> ${SANNES.learned}`);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'where they gave it up',
      async () => {
        await benMeansTo();
        await house.as('UBEN').opensHome();
        await house.as('UBEN').clicks('Never mind', { in: 'home' });
      },
    ],
    ['where they chose somebody else in the end', () => benMeansTo({ whom: 'Harbour Cafe' })],
  ])('hears nothing %s', async (_where, does) => {
    await sanneTold();
    await does();
    await toEleven();
    expect(toldTo('USANNE')).toEqual([]);
  });
});

describe('nothing is told', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['of what a colleague keeps to themselves', () => logs(house.as('UBEN'), { ...BENS, readers: 'me' })],
    ['of another customer', () => logs(house.as('UBEN'), { ...BENS, customer: 'Harbour Cafe' })],
    ['of one’s own next conversation', () => logs(house.as('USANNE'), { ...SANNES, learned: 'Nog iets' })],
    [
      'of what was withdrawn before it was told',
      async () => {
        await logs(house.as('UBEN'), BENS);
        await aMomentLater(house);
        await house.as('UBEN').clicks('Withdraw');
      },
    ],
    [
      'to whoever has stopped',
      async () => {
        await logs(house.as('UBEN'), BENS);
        await house.db.run((tx) => tx.rest.create({ data: { userId: 'USANNE', until: null, at: house.clock.now() } }));
      },
    ],
    [
      'to whoever is off until the month is over',
      async () => {
        await logs(house.as('UBEN'), BENS);
        const days = { fromDay: new Date('2026-12-04'), untilDay: new Date('2026-12-31') };
        await house.db.run((tx) => tx.absence.create({ data: { userId: 'USANNE', source: 'own', ...days } }));
      },
    ],
    [
      'where an admin has stopped it all',
      async () => {
        await logs(house.as('UBEN'), BENS);
        await street.choose(house, 'nudgesStartedAt', null);
      },
    ],
  ])('%s', async (_what, does) => {
    await sanneTold();
    await does();
    await toEleven();
    await house.turnTo('2026-12-18T20:00:00Z', WEEK);
    expect(toldTo('USANNE')).toEqual([]);
  });

  it('for what one kept to oneself: nobody can have used it', async () => {
    await sanneTold({ readers: 'me' });
    await logs(house.as('UBEN'), BENS);
    await toEleven();
    expect(toldTo('USANNE')).toEqual([]);
  });

  it('for a kind of customers: nobody spoke with the same ones', async () => {
    await sanneTold();
    await house.db.run((tx) => tx.customer.updateMany({ data: { sort: 'kind' } }));
    await house.db.run(async (tx) => {
      const [kind] = await tx.customer.findMany();
      const told = { userId: 'UBEN', kind: 'call', learned: 'x', readers: 'colleagues', counts: true };
      const when = { heldOn: new Date('2026-12-03'), savedAt: house.clock.now() };
      await tx.conversation.create({
        data: { id: '00000000-0000-4000-8000-000000000001', customerId: kind?.id ?? '', ...told, ...when },
      });
      await tx.return.create({ data: { userId: 'USANNE', usedAt: house.clock.now() } });
    });
    await toEleven();
    expect(toldTo('USANNE')).toEqual([]);
  });
});

describe('what was told', () => {
  const told = async () => {
    await sanneTold();
    await logs(house.as('UBEN'), BENS);
    await toEleven();
    expect(toldTo('USANNE')).toHaveLength(1);
  };
  const stands = () => heard(house, 'USANNE').at(-1)?.readable ?? '';

  it('changes with what it was made of, and goes with it', async () => {
    await told();
    const ben = house.as('UBEN');
    await ben.types('/customer me');
    await ben.clicks('Edit');
    await fillsIn(ben, { lang: 'en', learned: 'Mondays and Tuesdays, that is' });
    await ben.submits();
    await aMomentLater(house);
    expect(stands()).toContain('> Mondays and Tuesdays, that is');
    expect(stands()).not.toContain('Their cold store');
    await ben.clicks('Withdraw');
    await aMomentLater(house);
    expect(stands()).toBe('Wat hier stond is ingetrokken door wie het vertelde.');
  });

  it('says what the customer is called now, also once two entries have become one', async () => {
    await told();
    const noor = house.as('UNOOR');
    await looksUp(noor, 'Bakkerij Zuid');
    await noor.fills({ [ABOUT.name]: 'Bakkerij Zuid & Zn' });
    await noor.submits();
    await aMomentLater(house);
    expect(stands()).toContain('Bakkerij Zuid & Zn: een collega sprak ze ook');
    await knows(house, 'De bakker');
    await looksUp(noor, 'Bakkerij Zuid & Zn');
    await noor.clicks('Staat er dubbel in …');
    await noor.picks('Welke klant is het eigenlijk?', 'De bakker');
    await noor.submits();
    await aMomentLater(house);
    expect(stands()).toContain('De bakker: een collega sprak ze ook');
  });

  it('goes where its author keeps it to themselves from now on', async () => {
    await told();
    const ben = house.as('UBEN');
    await ben.types('/customer me');
    await ben.clicks('Edit');
    await fillsIn(ben, { lang: 'en', readers: 'me' });
    await ben.submits();
    await aMomentLater(house);
    expect(stands()).not.toContain('Their cold store');
  });

  it('can be the last of them, without stopping anything else; Home has the way back', async () => {
    await told();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Deze berichtjes niet meer');
    await aMomentLater(house);
    expect(stands()).toBe(
      'Ik vertel je niet meer wat er met je gesprekken gebeurt. Niemand ziet dat.\n[Toch weer vertellen]',
    );
    expect(await house.db.run((tx) => tx.rest.count())).toBe(0);
    await house.turnTo('2026-12-16T12:00:00Z', WEEK);
    await logs(house.as('UBEN'), { ...BENS, learned: 'A second thing' });
    await toEleven('2027-01-08');
    expect(toldTo('USANNE')).toEqual([]);
    await sanne.opensHome();
    await sanne.clicks('Toch weer vertellen', { in: 'home' });
    await house.turnTo('2027-01-20T12:00:00Z', WEEK);
    await logs(house.as('UBEN'), { ...BENS, learned: 'A third thing' });
    await toEleven('2027-02-08');
    expect(toldTo('USANNE').at(-1)).toContain('> A third thing');
    await sanne.opensHome();
    expect(sanne.home?.readable).not.toContain('Toch weer vertellen');
  });

  it('has every way to rest, which it confirms and stays readable', async () => {
    await told();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Stoppen');
    await aMomentLater(house);
    expect(stands()).toContain('> Their cold store is full on Mondays');
    expect(stands()).toContain('Ik laat je met rust.');
    await sanne.opensHome();
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await aMomentLater(house);
    expect(stands()).not.toContain('Ik laat je met rust.');
    await sanne.picks('⋯', 'Waarom krijg ik dit?');
    expect(lastAnswer(sanne)).toContain('Wie wat las wordt niet bijgehouden.');
  });
});

describe('after an outage', () => {
  it('of all five days it is counted as missed, and told a month later', async () => {
    await sanneTold();
    await logs(house.as('UBEN'), BENS);
    house.clock.jump(new Date('2026-12-16T09:00:00Z'));
    await house.turnTo('2026-12-16T12:00:00Z');
    const rows = await house.db.run((tx) => tx.outbox.findMany({ where: { kind: 'returns.used' } }));
    expect(rows.map(({ recipient, state }) => [recipient, state])).toEqual([['USANNE', 'expired']]);
    await toEleven('2027-01-08');
    expect(toldTo('USANNE')).toHaveLength(1);
  });

  it('of two days it comes late, and once, though two instances look at the same time', async () => {
    await sanneTold();
    await logs(house.as('UBEN'), BENS);
    house.clock.jump(new Date('2026-12-10T09:00:00Z'));
    await Promise.all([house.running.tick(), house.running.tick()]);
    await house.turnTo('2026-12-10T09:40:00Z');
    expect(toldTo('USANNE')).toHaveLength(1);
  });
});
