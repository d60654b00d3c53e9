import { afterEach, describe, expect, it } from 'vitest';
import { personStore } from '../../src/features/people/index.ts';
import type { SeedPerson } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, postedAt, postedTo, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, NOOR, OTHERS, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;
/** Minutes between two looks, so that one is at ten in Amsterdam: in winter, and in summer. */
const LOOK = 3 * 60;
const SUMMER_LOOK = 4 * 60;
const TOMAS: SeedPerson = { id: 'UTOMAS', name: 'tomas', real_name: 'Tomás Ruiz', tz: AMSTERDAM, locale: 'nl-NL' };
const ERIN: SeedPerson = { id: 'UERIN', name: 'erin', real_name: 'Erin Walsh', tz: AMSTERDAM, locale: 'en-GB' };
const MILA: SeedPerson = { id: 'UMILA', name: 'mila', real_name: 'Mila Bos', tz: AMSTERDAM, locale: 'nl-NL' };

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const begin = async (at: string, people: SeedPerson[] = [SANNE, NOOR]) => {
  house = await street.house({ at, people });
  await startsNudges(house.as('UNOOR'));
};

/** What somebody said on Home, without the form. */
const chooses = (userId: string, week: string, country: string | null = null) =>
  house.db.run((tx) => personStore(tx).chooseDays(userId, week, country));

const isOff = (userId: string, from: string, until: string) =>
  house.db.run((tx) =>
    tx.absence.create({ data: { userId, source: 'own', fromDay: new Date(from), untilDay: new Date(until) } }),
  );

const nudgesOf = (userId: string) =>
  heard(house, userId)
    .filter(({ readable }) => /Welke klant|Which customer/.test(readable))
    .map((message) => postedAt(message, AMSTERDAM));

describe('a working week of one’s own', () => {
  it('Sanne works from Thursday to Saturday: December begins on the 3rd for her', async () => {
    await begin('2026-11-30T09:00:00Z');
    await chooses('USANNE', '456');
    await house.turnTo('2026-12-08T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-12-03 10:00']);
    expect(nudgesOf('UNOOR')).toEqual(['2026-12-01 10:00']);
  });

  it('she works on Fridays: a month with four of them is excused, one with five isn’t', async () => {
    await begin('2026-09-30T08:00:00Z');
    await chooses('USANNE', '5');
    await house.turnTo('2026-10-02T12:00:00Z', SUMMER_LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-10-02 10:00']);
    await house.turnTo('2026-11-02T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toHaveLength(1);
    expect(nudgesOf('UNOOR')).toHaveLength(2);
  });

  it('she works from Sunday to Thursday: a month that begins on a Sunday begins then', async () => {
    await begin('2026-10-30T09:00:00Z');
    await chooses('USANNE', '12347');
    await house.turnTo('2026-11-02T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-11-01 10:00']);
    expect(nudgesOf('UNOOR')).toEqual(['2026-11-02 10:00']);
  });
});

describe('public holidays', () => {
  it('the 1st of January is one: everybody is asked on the 4th', async () => {
    await begin('2026-12-31T09:00:00Z');
    await house.turnTo('2027-01-04T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2027-01-04 10:00']);
  });

  it('Sanne, who has Belgium’s, is asked on the 4th of May 2026; Noor on the 1st', async () => {
    await begin('2026-04-30T08:00:00Z');
    await chooses('USANNE', '12345', 'BE');
    await house.turnTo('2026-05-05T12:00:00Z', SUMMER_LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-05-04 10:00']);
    expect(nudgesOf('UNOOR')).toEqual(['2026-05-01 10:00']);
  });

  it('"next week" comes back after Koningsdag for Tomás, and on that Monday for Erin, who hasn’t got it', async () => {
    await begin('2026-03-31T08:00:00Z', [TOMAS, ERIN, NOOR]);
    await chooses('UERIN', '12345', 'IE');
    await house.turnTo('2026-04-21T09:00:00Z', WEEK);
    await house.as('UTOMAS').picks('⋯', 'Volgende week');
    await house.as('UERIN').picks('⋯', 'Next week');
    await aMomentLater(house);
    expect(heard(house, 'UTOMAS').at(-1)?.readable).toContain('dinsdag 28 april');
    expect(heard(house, 'UERIN').at(-1)?.readable).toContain('on Monday 27 April');
    await house.turnTo('2026-04-26T12:00:00Z', WEEK);
    await house.turnTo('2026-04-28T12:00:00Z', SUMMER_LOOK);
    expect(postedAt(heard(house, 'UTOMAS').at(-1) ?? expect.fail(), AMSTERDAM)).toBe('2026-04-28 10:00');
    expect(postedAt(heard(house, 'UERIN').at(-1) ?? expect.fail(), AMSTERDAM)).toBe('2026-04-27 10:00');
  });

  it('the settings name the first nudges by the house’s own holidays', async () => {
    await begin('2026-12-15T09:00:00Z');
    await house.as('UNOOR').types('/klant instellingen');
    expect(house.as('UNOOR').modal?.readable).toContain('De eerste berichtjes: maandag 4 januari');
  });
});

describe('days off of one’s own', () => {
  it('who is off on the first working day is asked at ten on the day they are back', async () => {
    await begin('2026-11-30T09:00:00Z');
    await isOff('USANNE', '2026-11-27', '2026-12-09');
    await house.turnTo('2026-12-14T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-12-10 10:00']);
  });

  it.each([
    ['a day into the month is asked as ever', '2026-12-01', '2026-12-02 10:00', 'Nieuwe maand, schone lei.'],
    [
      'when it is no longer new hears that it is good to have them back',
      '2026-12-09',
      '2026-12-10 10:00',
      'Fijn dat je er weer bent.',
    ],
  ])('who comes back %s', async (_when, until, at, says) => {
    await begin('2026-10-30T09:00:00Z');
    await house.turnTo('2026-11-02T12:00:00Z', LOOK);
    await isOff('USANNE', '2026-11-27', until);
    await house.turnTo('2026-12-10T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-11-02 10:00', at]);
    expect(heard(house, 'USANNE').at(-1)?.readable).toContain(
      `Goedemorgen Sanne. ${says}\nWelke klant spreek jij in december?`,
    );
  });

  it('who comes back long after the day of the month they chose hears the same', async () => {
    await begin('2026-10-30T09:00:00Z');
    await house.turnTo('2026-11-02T12:00:00Z', LOOK);
    await house.db.run((tx) => personStore(tx).chooseNudgeDay('USANNE', 4));
    await isOff('USANNE', '2026-11-27', '2026-12-16');
    await house.turnTo('2026-12-17T12:00:00Z', LOOK);
    expect(heard(house, 'USANNE').at(-1)?.readable).toContain('Goedemorgen Sanne. Fijn dat je er weer bent.');
  });

  it('who comes back on a day they don’t work is asked on the next one they do', async () => {
    await begin('2026-11-30T09:00:00Z');
    await chooses('USANNE', '123');
    await isOff('USANNE', '2026-12-01', '2026-12-02');
    await house.turnTo('2026-12-14T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-12-07 10:00']);
  });

  it('who works four days of the month hears nothing in it, and is asked in the next', async () => {
    await begin('2026-11-30T09:00:00Z');
    await isOff('USANNE', '2026-12-05', '2026-12-31');
    await house.turnTo('2026-12-31T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual([]);
    await house.turnTo('2027-01-04T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2027-01-04 10:00']);
  });

  it('who works five is asked', async () => {
    await begin('2026-11-30T09:00:00Z');
    await isOff('USANNE', '2026-12-08', '2026-12-31');
    await house.turnTo('2026-12-03T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-12-01 10:00']);
  });

  it('a message that waits goes out once its reader is back, however late that is', async () => {
    await begin('2026-11-30T09:00:00Z');
    house.clock.jump(new Date('2026-12-01T18:00:00Z'));
    await house.running.tick();
    await house.settled();
    await isOff('USANNE', '2026-12-02', '2026-12-11');
    await house.turnTo('2026-12-15T12:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual(['2026-12-14 09:00']);
    expect(nudgesOf('UNOOR')).toEqual(['2026-12-02 09:00']);
  });

  it('and not at all once so few days are left that the month is excused', async () => {
    await begin('2026-11-30T09:00:00Z');
    house.clock.jump(new Date('2026-12-01T18:00:00Z'));
    await house.running.tick();
    await house.settled();
    await isOff('USANNE', '2026-12-02', '2026-12-28');
    await house.turnTo('2026-12-31T16:00:00Z', LOOK);
    expect(nudgesOf('USANNE')).toEqual([]);
    const row = await house.db.run((tx) => tx.outbox.findFirst({ where: { recipient: 'USANNE' } }));
    expect(row).toMatchObject({ state: 'skipped', lastError: 'no longer needed' });
  });

  it('while Mantra was down on the day they were back, it is the day after', async () => {
    await begin('2026-11-30T09:00:00Z');
    await isOff('USANNE', '2026-12-01', '2026-12-08');
    await house.turnTo('2026-12-08T12:00:00Z', LOOK);
    house.clock.jump(new Date('2026-12-10T05:00:00Z'));
    await house.turnTo('2026-12-10T12:00:00Z');
    expect(nudgesOf('USANNE')).toEqual(['2026-12-10 09:00']);
  });
});

describe('a newcomer', () => {
  it.each([
    [
      'who joined 20 working days before it is asked on its first working day',
      '2026-11-03T09:00:00Z',
      ['2026-12-01 10:00'],
    ],
    ['who joined a day later is asked in January', '2026-11-04T09:00:00Z', ['2027-01-04 10:00']],
  ])('%s', async (_who, at, expected) => {
    await begin('2026-10-30T09:00:00Z');
    await house.turnTo(at, WEEK);
    house.slack.people.join(MILA);
    await house.settled();
    await house.turnTo('2026-11-30T20:00:00Z', WEEK);
    await house.turnTo('2026-12-01T12:00:00Z', LOOK);
    await house.turnTo('2027-01-03T20:00:00Z', WEEK);
    await house.turnTo('2027-01-04T12:00:00Z', LOOK);
    expect(nudgesOf('UMILA').slice(0, 1)).toEqual(expected);
    expect(nudgesOf('USANNE')).toHaveLength(3);
  });

  it('is nobody who was here when Mantra came, however many they are', async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({
      ...MILA,
      id: `U${String(n).padStart(5, '0')}`,
      name: `p${n}`,
    }));
    await begin('2026-11-30T09:00:00Z', [...many, SANNE, NOOR, ...OTHERS]);
    expect(await house.db.run((tx) => tx.person.count({ where: { joinedOn: { not: null } } }))).toBe(0);
    house.slack.people.join(KAVYA);
    house.slack.people.change('UGUEST', { is_restricted: false });
    await house.settled();
    const joined = await house.db.run((tx) => tx.person.findMany({ where: { joinedOn: { not: null } } }));
    expect(joined.map(({ userId }) => userId).sort()).toEqual(['UGUEST', 'UKAVYA']);
  });

  it('isn’t who only changes their name', async () => {
    await begin('2026-11-30T09:00:00Z', [BEN, NOOR]);
    house.slack.people.change('UBEN', { real_name: 'Benjamin Carter' });
    await house.turnTo('2026-12-01T16:00:00Z', LOOK);
    expect(postedTo(house)).toContain('UBEN');
  });
});
