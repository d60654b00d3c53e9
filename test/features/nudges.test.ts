import { afterEach, describe, expect, it } from 'vitest';
import type { SeedPerson } from '../emulator/core/index.ts';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, benTold, heard, lastAnswer, postedAt, postedTo, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, NOOR, OTHERS, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const NEW_YORK = 'America/New_York';
const KOLKATA = 'Asia/Kolkata';

/** Tuesday 1 December 2026: eleven at night in Amsterdam on the day before it, and the end of it in New York. */
const EVE = '2026-11-30T22:00:00Z';
const THREE_ZONES_LATER = '2026-12-01T16:00:00Z';
/** 1 January is a Friday, and a holiday. */
const NEW_YEAR = '2027-01-04T00:00:00Z';
const NEW_YEAR_IN_THREE_ZONES = '2027-01-04T16:00:00Z';

/** Minutes between two looks where nothing waits. */
const WEEK = 7 * 24 * 60;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const startedOn = async (at: string, people?: SeedPerson[]) => {
  house = await street.house({ at, ...(people && { people }) });
  await startsNudges(house.as('UNOOR'));
};

describe('before an admin starts the nudges', () => {
  it('nobody hears anything on a first working day', async () => {
    house = await street.house({ at: EVE });
    await house.turnTo(THREE_ZONES_LATER);
    expect(postedTo(house)).toEqual([]);
  });

  it('the settings say that Mantra is silent, and Ben, who is no admin, can’t change that', async () => {
    house = await street.house({ at: EVE });
    await house.as('UNOOR').types('/klant instellingen');
    expect(house.as('UNOOR').modal?.readable).toContain('Mantra stuurt ongevraagd niets tot je het start.');
    await house.as('UBEN').types('/customer settings');
    expect(house.as('UBEN').modal).toBeUndefined();
    expect(lastAnswer(house.as('UBEN'))).toContain('That is for admins');
  });

  it('who pressed the button and when is kept, once, however often Noor presses it', async () => {
    await startedOn('2026-11-20T09:00:00Z');
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    expect(noor.modal?.readable).toContain(
      'Gestart op vrijdag 20 november. De eerste berichtjes: dinsdag 1 december, vanaf tien uur bij iedereen zelf.',
    );
    const changes = await house.db.run((tx) => tx.settingChange.findMany({ where: { key: 'nudgesStartedAt' } }));
    expect(changes.map(({ old, new: now, by, at }) => ({ old, now, by, at: at.toISOString() }))).toEqual([
      { old: null, now: '2026-11-20T09:00:00.000Z', by: 'UNOOR', at: '2026-11-20T09:00:00.000Z' },
    ]);
  });

  it('Noor can make Mantra silent again, and both changes are kept', async () => {
    await startedOn('2026-11-20T09:00:00Z');
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    await noor.clicks('Alle berichtjes stoppen');
    expect(noor.modal?.readable).toContain('Mantra stuurt ongevraagd niets tot je het start.');
    await house.turnTo(THREE_ZONES_LATER, 60);
    expect(postedTo(house)).toEqual([]);
    const changes = await house.db.run((tx) => tx.settingChange.count({ where: { key: 'nudgesStartedAt' } }));
    expect(changes).toBe(2);
  });
});

describe('the first working day', () => {
  it('each of three zones hears it at its own ten o’clock, once, and nobody else does', async () => {
    await startedOn('2026-11-20T09:00:00Z');
    await house.turnTo(EVE, WEEK);
    await house.turnTo(THREE_ZONES_LATER);
    expect(postedTo(house).sort()).toEqual(['UBEN', 'UKAVYA', 'UNOOR', 'USANNE']);
    const at = (userId: string, zone: string) => heard(house, userId).map((message) => postedAt(message, zone));
    expect(at('UKAVYA', KOLKATA)).toEqual(['2026-12-01 10:00']);
    expect(at('USANNE', AMSTERDAM)).toEqual(['2026-12-01 10:00']);
    expect(at('UNOOR', AMSTERDAM)).toEqual(['2026-12-01 10:00']);
    expect(at('UBEN', NEW_YORK)).toEqual(['2026-12-01 10:00']);
  });

  it('somebody of another organisation hears nothing, though Slack shows them to us', async () => {
    const stranger = { id: 'USTRANGER', name: 'toon', real_name: 'Toon Smit', tz: AMSTERDAM, team_id: 'TOTHER' };
    await startedOn('2026-11-30T09:00:00Z', [SANNE, NOOR, ...OTHERS, stranger]);
    house.slack.people.change('USTRANGER', { real_name: 'Toon Smits' });
    await house.turnTo(THREE_ZONES_LATER, 60);
    expect(postedTo(house).sort()).toEqual(['UNOOR', 'USANNE']);
  });

  /** How the first and the last message begin; reminders come between. */
  function firstAndLast(userId: string) {
    const openings = heard(house, userId).map(({ readable }) => readable.split('\n').slice(0, 2));
    return [openings[0], openings.at(-1)];
  }

  it('says who it is the first time, and "new month, clean slate" from the second on', async () => {
    await startedOn('2026-11-30T09:00:00Z');
    await house.turnTo(THREE_ZONES_LATER, 60);
    await house.turnTo(NEW_YEAR, WEEK);
    await house.turnTo(NEW_YEAR_IN_THREE_ZONES, 60);
    expect(firstAndLast('USANNE')).toEqual([
      [
        'Hoi Sanne, ik ben Mantra. Ik help ons om vaker mét klanten te praten in plaats van over ze.',
        'Welke klant spreek jij in december?',
      ],
      ['Goedemorgen Sanne. Nieuwe maand, schone lei.', 'Welke klant spreek jij in januari?'],
    ]);
    expect(firstAndLast('UBEN')).toEqual([
      [
        'Hi Ben, I’m Mantra. I help us talk with customers more, and about them less.',
        'Which customer will you talk to in December?',
      ],
      ['Good morning Ben. New month, clean slate.', 'Which customer will you talk to in January?'],
    ]);
  });

  it('greets by the clock of whoever reads it, and goes on as it began when it changes later that day', async () => {
    await startedOn('2026-11-30T09:00:00Z');
    await street.choose(house, 'approachCap', 9);
    await benTold(house, 1, '2026-11-30');
    await house.turnTo('2026-12-01T17:00:00Z', 60);
    await house.turnTo('2027-01-04T08:00:00Z', WEEK);
    await house.turnTo('2027-01-04T09:01:00Z', 60);
    house.clock.jump(new Date('2027-01-04T17:30:00Z'));
    await house.running.tick();
    await aMomentLater(house);
    await house.as('USANNE').clicks('Een andere klant');
    await aMomentLater(house);
    expect(house.slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
    const greeting = (userId: string) => heard(house, userId).at(-1)?.readable.split('. ')[0];
    expect([greeting('USANNE'), greeting('UBEN')]).toEqual(['Goedemorgen Sanne', 'Good afternoon Ben']);
  });

  it('is the Monday where the month begins in a weekend', async () => {
    await startedOn('2026-07-20T09:00:00Z');
    await house.turnTo('2026-08-01T05:00:00Z', WEEK);
    await house.turnTo('2026-08-03T07:45:00Z', 60);
    expect(postedTo(house)).toEqual(['UKAVYA']);
    await house.turnTo('2026-08-03T14:15:00Z');
    expect(heard(house, 'USANNE').map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-08-03 10:00']);
    expect(postedTo(house)).toHaveLength(4);
  });

  it('asks whoever hasn’t spoken with a customer yet: Sanne logged at nine and hears nothing', async () => {
    await startedOn('2026-11-20T09:00:00Z');
    await house.turnTo('2026-12-01T08:00:00Z', WEEK);
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid' });
    await house.turnTo(THREE_ZONES_LATER);
    expect(heard(house, 'USANNE').map(({ readable }) => readable.split('\n')[0])).toEqual([
      'Bewaard, dank je wel. Je gesprek met Bakkerij Zuid telt mee voor december.',
    ]);
    expect(heard(house, 'UNOOR')).toHaveLength(1);
  });

  it('a conversation of last month doesn’t stand in for this one', async () => {
    await startedOn('2026-11-30T09:00:00Z');
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid' });
    await house.turnTo(THREE_ZONES_LATER, 60);
    expect(heard(house, 'USANNE')).toHaveLength(2);
  });
});

describe('the nudges wait for the next first working day', () => {
  it.each([
    ['on the morning of a first working day, before ten', '2026-12-01T07:00:00Z'],
    ['on the afternoon of a first working day', '2026-12-01T13:00:00Z'],
    ['on the day after it', '2026-12-02T08:00:00Z'],
    ['in the middle of the month', '2026-12-15T12:00:00Z'],
  ])('when Noor starts them %s', async (_when, at) => {
    await startedOn(at);
    await house.turnTo('2026-12-31T23:00:00Z', 24 * 60);
    expect(postedTo(house)).toEqual([]);
    await house.turnTo(NEW_YEAR_IN_THREE_ZONES, 60);
    expect(postedTo(house).sort()).toEqual(['UBEN', 'UKAVYA', 'UNOOR', 'USANNE']);
  });

  it('Kavya, who appeared this month, gets hers in the next', async () => {
    await startedOn('2026-11-20T09:00:00Z', [SANNE, BEN, NOOR]);
    await house.turnTo('2026-12-01T03:00:00Z', WEEK);
    house.slack.people.join(KAVYA);
    await house.turnTo(THREE_ZONES_LATER, 60);
    expect(heard(house, 'UKAVYA')).toEqual([]);
    await house.turnTo(NEW_YEAR, WEEK);
    await house.turnTo(NEW_YEAR_IN_THREE_ZONES, 60);
    expect(heard(house, 'UKAVYA').map(({ readable }) => readable.split('\n')[0])).toEqual([
      'Hi Kavya, I’m Mantra. I help us talk with customers more, and about them less.',
    ]);
  });

  it('a guest who becomes a colleague counts from that day', async () => {
    await startedOn('2026-11-20T09:00:00Z');
    await house.turnTo('2026-12-01T00:30:00Z', WEEK);
    house.slack.people.change('UGUEST', { is_restricted: false });
    await house.turnTo(THREE_ZONES_LATER, 60);
    expect(postedTo(house)).not.toContain('UGUEST');
    await house.turnTo(NEW_YEAR, WEEK);
    await house.turnTo(NEW_YEAR_IN_THREE_ZONES, 60);
    expect(postedTo(house).filter((userId) => userId === 'UGUEST')).toHaveLength(1);
  });
});
