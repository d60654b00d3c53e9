import { afterEach, describe, expect, it } from 'vitest';
import type { SeedPerson } from '../emulator/core/index.ts';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** Tuesday the 15th; and the Monday after Christmas, the first working day of the last seven days. */
const MIDDLE = '2026-12-15';
const LAST = '2026-12-28';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** A day at about ten: everything that is due then has been said. */
async function toTen(day: string) {
  await house.turnTo(`${day}T08:50:00Z`, WEEK);
  await house.turnTo(`${day}T09:15:00Z`);
}

/** Sanne has had her nudge of Tuesday 1 December. */
async function nudged(sanne: SeedPerson = SANNE) {
  house = await street.house({ at: '2026-11-30T09:00:00Z', people: [sanne, NOOR] });
  await startsNudges(house.as('UNOOR'));
  await toTen('2026-12-01');
}

async function plans(on: string, words: string) {
  const sanne = house.as('USANNE');
  await sanne.opensHome();
  await sanne.clicks('Kies een moment', { in: 'home' });
  await sanne.fills({ 'Op welke dag?': on, 'In je eigen woorden': words });
  await sanne.submits();
}

const heardOn = (day: string) =>
  heard(house, 'USANNE').flatMap((message) => (postedAt(message, AMSTERDAM).startsWith(day) ? [message.readable] : []));
const moments = () => heard(house, 'USANNE').map((message) => postedAt(message, AMSTERDAM));

describe('a month in which nothing is planned or logged', () => {
  it('brings two softer reminders, the last of which says so, and three messages in all', async () => {
    await nudged();
    await toTen(MIDDLE);
    await house.turnTo('2026-12-21T12:00:00Z', WEEK);
    await toTen(LAST);
    await house.turnTo('2026-12-31T22:00:00Z', WEEK);
    expect(moments()).toEqual(['2026-12-01 10:00', `${MIDDLE} 10:00`, `${LAST} 10:00`]);
    expect(heardOn(MIDDLE)[0]).toMatch(
      /^December is nog niet om\. Een kwartiertje is nog steeds genoeg\.\n\[Kies een moment\]/,
    );
    expect(heardOn(LAST)[0]).toContain(
      'December is bijna om.\nKomt het er niet van, dan begin je in januari gewoon opnieuw.\nDit was mijn laatste berichtje deze maand.',
    );
  });

  it('of which a week is left says so', async () => {
    house = await street.house({ at: '2026-10-30T09:00:00Z', people: [SANNE, NOOR] });
    await startsNudges(house.as('UNOOR'));
    await toTen('2026-11-02');
    await toTen('2026-11-24');
    expect(heardOn('2026-11-24')[0]).toContain('Nog een week november.');
  });

  it('reads well in English', async () => {
    await nudged({ ...SANNE, locale: 'en-GB' });
    await toTen(LAST);
    expect(heardOn(LAST)[0]).toContain(
      'December is almost over.\nIf it doesn’t happen, January starts fresh.\nThis was my last message this month.',
    );
    expect(heardOn(LAST)[0]).toContain('[Pick a moment]');
  });
});

describe('a plan', () => {
  it('that is still to come keeps the reminder away', async () => {
    await nudged();
    await plans('2026-12-18', 'na de lunch');
    await toTen(MIDDLE);
    expect(heardOn(MIDDLE)).toEqual([]);
  });

  it('left open on its day counts as none, and the next reminder quotes it', async () => {
    await nudged();
    await plans('2026-12-08', 'na de lunch');
    await toTen('2026-12-08');
    await toTen(MIDDLE);
    expect(heardOn(MIDDLE)[0]).toContain(
      'Op dinsdag 8 december wilde je een klant bellen, na de lunch. Is er een betere dag?',
    );
    const sanne = house.as('USANNE');
    await sanne.clicks('Kies een moment');
    expect(sanne.modal?.filled).toMatchObject({ 'Op welke dag?': '2026-12-16', 'In je eigen woorden': 'na de lunch' });
    await sanne.submits();
    await aMomentLater(house);
    expect(heardOn(MIDDLE)[0]).toContain('Gepland voor woensdag 16 december: een klant bellen, na de lunch.');
  });

  it('on the reminder’s own day is asked alone; the reminder comes the day after, if at all', async () => {
    await nudged();
    await plans(MIDDLE, 'na de lunch');
    await house.turnTo(`${MIDDLE}T07:50:00Z`, WEEK);
    await house.turnTo(`${MIDDLE}T15:00:00Z`, 60);
    expect(heardOn(MIDDLE)).toHaveLength(1);
    await house.turnTo('2026-12-16T09:15:00Z', 60);
    expect(heardOn('2026-12-16')[0]).toContain('Op dinsdag 15 december wilde je een klant bellen, na de lunch.');
  });

  it('given up with "never mind" isn’t quoted', async () => {
    await nudged();
    await plans('2026-12-08', 'na de lunch');
    await house.as('USANNE').clicks('Laat maar', { in: 'home' });
    await toTen(MIDDLE);
    expect(heardOn(MIDDLE)[0]).not.toContain('na de lunch');
  });
});

describe('nobody is reminded who', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['has logged a conversation', () => logs(house.as('USANNE'), { on: '2026-12-01' })],
    ['skips the month', () => house.as('USANNE').picks('⋯', 'Deze maand niet')],
    ['has stopped', () => house.as('USANNE').picks('⋯', 'Stoppen')],
    [
      'is off until the month is over',
      () =>
        house.db.run((tx) =>
          tx.absence.create({
            data: {
              userId: 'USANNE',
              source: 'own',
              fromDay: new Date('2026-12-14'),
              untilDay: new Date('2026-12-31'),
            },
          }),
        ),
    ],
  ])('%s', async (_who, does) => {
    await nudged();
    await does();
    await toTen(MIDDLE);
    await toTen(LAST);
    await house.turnTo('2027-01-03T12:00:00Z', WEEK);
    expect([heardOn(MIDDLE), heardOn(LAST)]).toEqual([[], []]);
  });

  it('never got the nudge', async () => {
    house = await street.house({ at: '2026-11-30T09:00:00Z', people: [SANNE, NOOR] });
    await startsNudges(house.as('UNOOR'));
    house.clock.jump(new Date('2026-12-10T09:00:00Z'));
    await toTen(MIDDLE);
    expect(moments()).toEqual([]);
  });
});

describe('a reminder', () => {
  it('can be put off to next week, says so, and the one after it leaves a week in between', async () => {
    await nudged();
    await toTen(MIDDLE);
    await house.as('USANNE').picks('⋯', 'Volgende week');
    await aMomentLater(house);
    expect(heardOn(MIDDLE)).toEqual(['Goed, ik vraag het je maandag 21 december nog eens.']);
    await toTen('2026-12-21');
    expect(heardOn('2026-12-21')[0]).toContain('Je vroeg me deze week terug te komen.');
    await toTen(LAST);
    expect(heardOn(LAST)).toEqual([]);
  });

  it('counts from one’s own day: nudged on the tenth, once on the 24th, which is the last', async () => {
    house = await street.house({ at: '2026-11-30T09:00:00Z', people: [SANNE, NOOR] });
    await startsNudges(house.as('UNOOR'));
    await house.db.run((tx) => tx.person.updateMany({ where: { userId: 'USANNE' }, data: { nudgeDay: 10 } }));
    await toTen('2026-12-10');
    await toTen(MIDDLE);
    await toTen('2026-12-24');
    await toTen(LAST);
    await house.turnTo('2026-12-31T22:00:00Z', WEEK);
    expect(moments()).toEqual(['2026-12-10 10:00', '2026-12-24 10:00']);
    expect(heardOn('2026-12-24')[0]).toContain('December is nog niet om.');
    expect(heardOn('2026-12-24')[0]).toContain('Dit was mijn laatste berichtje deze maand.');
  });

  it('to who was off when the month began is the last where it comes late, and says so', async () => {
    house = await street.house({ at: '2026-11-30T09:00:00Z', people: [SANNE, NOOR] });
    await startsNudges(house.as('UNOOR'));
    const off = { userId: 'USANNE', source: 'own', fromDay: new Date('2026-11-30'), untilDay: new Date('2026-12-10') };
    await house.db.run((tx) => tx.absence.create({ data: off }));
    await toTen('2026-12-11');
    await toTen(MIDDLE);
    await toTen(LAST);
    await house.turnTo('2026-12-31T22:00:00Z', WEEK);
    expect(moments()).toEqual(['2026-12-11 10:00', `${LAST} 10:00`]);
    expect(heardOn(LAST)[0]).toContain('Dit was mijn laatste berichtje deze maand.');
  });

  it('comes once, though two instances look at the same time and again after a restart', async () => {
    await nudged();
    await house.turnTo(`${MIDDLE}T08:55:00Z`, WEEK);
    house.clock.jump(new Date(`${MIDDLE}T09:01:00Z`));
    await Promise.all([house.running.tick(), house.running.tick()]);
    await house.turnTo(`${MIDDLE}T09:40:00Z`);
    expect(heardOn(MIDDLE)).toHaveLength(1);
  });
});
