import { afterEach, describe, expect, it } from 'vitest';
import type { House } from '../support/house.ts';
import { aMomentLater } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const WEEK = 'Op welke dagen werk je?';
const COUNTRY = 'Welke feestdagen heb je?';
const KNOWN = 'Vrije dagen die ik al ken';
const FROM = 'Vrij vanaf';
const UNTIL = 'Tot en met';
const BUTTON = 'Mijn dagen aanpassen';

/** Half past eight in Amsterdam, when the day before was the last one off. */
const FRIDAY_MORNING = new Date('2026-12-04T07:30:00Z').getTime() / 1000;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** It is Friday 20 November 2026. */
const begin = async () => {
  house = await street.house({ at: '2026-11-20T09:00:00Z', people: [SANNE, BEN, NOOR] });
};
const sanne = () => house.as('USANNE');
const opens = async () => {
  await sanne().opensHome();
  await house.settled();
  await sanne().clicks(BUTTON, { in: 'home' });
};
const saves = async (fields: Record<string, string | string[]>) => {
  await opens();
  await sanne().fills(fields);
  return sanne().submits();
};
const homeNow = async () => {
  await aMomentLater(house);
  return sanne().home?.readable ?? '';
};
const absences = () =>
  house.db.run((tx) => tx.absence.findMany({ orderBy: { fromDay: 'asc' }, omit: { workspaceId: true, source: true } }));

describe('my days, on Home', () => {
  it('say what holds until something is chosen, and why they are asked', async () => {
    await begin();
    await sanne().opensHome();
    await house.settled();
    expect(sanne().home?.readable).toContain('Je werkt maandag tot en met vrijdag. Feestdagen: Nederland.');
    expect(sanne().home?.readable).toContain('Dit zie alleen jij.');
    const ben = house.as('UBEN');
    await ben.opensHome();
    await house.settled();
    expect(ben.home?.readable).toContain('You work Monday to Friday. Public holidays: Netherlands.');
    await ben.clicks('Change my days', { in: 'home' });
    expect(ben.modal?.title).toBe('My days');
    expect(ben.modal?.filled['On which days do you work?']).toEqual([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    ]);
    expect(ben.modal?.filled['Whose public holidays do you have?']).toBe('Like everybody here (Netherlands)');
  });

  it.each([
    [['Maandag', 'Dinsdag', 'Woensdag'], 'maandag tot en met woensdag', '123'],
    [['Maandag', 'Dinsdag', 'Donderdag', 'Vrijdag'], 'maandag, dinsdag, donderdag en vrijdag', '1245'],
    [['Zondag'], 'zondag', '7'],
  ])('Sanne works on %s', async (days, words, kept) => {
    await begin();
    expect((await saves({ [WEEK]: days })).errors).toEqual({});
    expect(await homeNow()).toContain(`Je werkt ${words}. Feestdagen`);
    const row = await house.db.run((tx) => tx.person.findFirst({ where: { userId: 'USANNE' } }));
    expect(row?.week).toBe(kept);
  });

  it('Sanne has the holidays of Bavaria, and later those of the house again', async () => {
    await begin();
    expect((await saves({ [COUNTRY]: 'Duitsland, Bayern' })).errors).toEqual({});
    expect(await homeNow()).toContain('Feestdagen: Duitsland, Bayern.');
    await opens();
    expect(sanne().modal?.filled[COUNTRY]).toBe('Duitsland, Bayern');
    expect((await sanne().searches(COUNTRY, ''))[0]).toBe('Zoals iedereen hier (Nederland)');
    await sanne().picks(COUNTRY, 'Zoals iedereen hier (Nederland)');
    await sanne().submits();
    expect(await homeNow()).toContain('Feestdagen: Nederland.');
  });

  it('Sanne is off in the Christmas holidays, and on a single day', async () => {
    await begin();
    expect((await saves({ [FROM]: '2026-12-21', [UNTIL]: '2027-01-03' })).errors).toEqual({});
    expect((await saves({ [FROM]: '2026-12-07' })).errors).toEqual({});
    expect(await homeNow()).toContain('Vrij: 7 december, 21 december tot en met 3 januari.');
    expect(await absences()).toEqual([
      { userId: 'USANNE', fromDay: new Date('2026-12-07'), untilDay: new Date('2026-12-07') },
      { userId: 'USANNE', fromDay: new Date('2026-12-21'), untilDay: new Date('2027-01-03') },
    ]);
  });

  it('what doesn’t hold any more is unticked; of what has begun, the days that were are kept', async () => {
    await begin();
    await saves({ [FROM]: '2026-11-18', [UNTIL]: '2026-11-27' });
    await saves({ [FROM]: '2026-12-21', [UNTIL]: '2026-12-31' });
    await opens();
    await sanne().fills({ [KNOWN]: [] });
    expect((await sanne().submits()).errors).toEqual({});
    expect(await homeNow()).not.toContain('Vrij:');
    expect(await absences()).toEqual([
      { userId: 'USANNE', fromDay: new Date('2026-11-18'), untilDay: new Date('2026-11-19') },
    ]);
  });

  it('a form that is older than another change takes nothing of that away', async () => {
    await begin();
    await opens();
    await house.db.run((tx) =>
      tx.absence.create({
        data: { userId: 'USANNE', source: 'own', fromDay: new Date('2026-12-21'), untilDay: new Date('2026-12-31') },
      }),
    );
    await sanne().submits();
    expect(await absences()).toHaveLength(1);
  });

  it('show what her status in Slack says', async () => {
    await begin();
    house.slack.people.change('USANNE', { status_emoji: ':palm_tree:', status_expiration: FRIDAY_MORNING });
    await house.settled();
    await sanne().opensHome();
    await house.settled();
    expect(sanne().home?.readable).toContain('Volgens je status ben je weg tot en met 3 december.');
    house.slack.people.change('USANNE', { status_emoji: ':palm_tree:', status_expiration: 0 });
    await house.settled();
    await sanne().opensHome();
    await house.settled();
    expect(sanne().home?.readable).toContain('Volgens je status ben je weg.');
  });
});

describe('what doesn’t fit is said beside its field, and nothing is lost:', () => {
  it.each([
    ['no day of work', { [WEEK]: [] }, WEEK, 'Please complete this required field.'],
    [
      'a last day before the first',
      { [FROM]: '2026-12-21', [UNTIL]: '2026-12-20' },
      UNTIL,
      'Dat is vóór de eerste dag. Welke dag is de laatste?',
    ],
    ['a last day only', { [UNTIL]: '2026-12-20' }, FROM, 'Vanaf welke dag?'],
    [
      'days that are over',
      { [FROM]: '2026-11-02', [UNTIL]: '2026-11-19' },
      UNTIL,
      'Die dagen zijn al voorbij. Vanaf welke dag ben je vrij?',
    ],
    [
      'a single day that is over',
      { [FROM]: '2026-11-02' },
      FROM,
      'Die dagen zijn al voorbij. Vanaf welke dag ben je vrij?',
    ],
    [
      'more than a year',
      { [FROM]: '2026-12-01', [UNTIL]: '2027-12-31' },
      UNTIL,
      'Ik kan hooguit een jaar onthouden. Vul nu het eerste stuk in; later kun je het aanvullen.',
    ],
    [
      'a day in ten years',
      { [FROM]: '2036-12-01' },
      FROM,
      'Ik kan hooguit een jaar onthouden. Vul nu het eerste stuk in; later kun je het aanvullen.',
    ],
  ] as [string, Record<string, string | string[]>, string, string][])('%s', async (_what, fields, beside, says) => {
    await begin();
    const { errors } = await saves({ [WEEK]: ['Maandag'], [COUNTRY]: 'België', ...fields });
    expect(errors).toEqual({ [beside]: says });
    expect(sanne().modal?.filled).toMatchObject({ [COUNTRY]: 'België', ...fields });
    expect(await absences()).toEqual([]);
    await sanne().fills({ [WEEK]: ['Maandag'], [FROM]: '2026-12-01', [UNTIL]: '2026-12-02' });
    expect((await sanne().submits()).errors).toEqual({});
    expect(await absences()).toHaveLength(1);
  });

  it('an eleventh period', async () => {
    await begin();
    await house.db.run((tx) =>
      tx.absence.createMany({
        data: Array.from({ length: 10 }, (_, n) => ({
          ...{ userId: 'USANNE', source: 'own' },
          fromDay: new Date(`2027-01-${10 + n}`),
          untilDay: new Date(`2027-01-${10 + n}`),
        })),
      }),
    );
    expect((await saves({ [FROM]: '2026-12-01' })).errors).toEqual({
      [FROM]: 'Ik onthoud er hooguit tien. Haal er eerst een weg.',
    });
  });
});

describe('somebody’s days', () => {
  it('are shown to nobody else: not on Noor’s Home, not in her settings', async () => {
    await begin();
    await saves({ [WEEK]: ['Woensdag'], [COUNTRY]: 'België', [FROM]: '2026-12-21', [UNTIL]: '2027-01-03' });
    const noor = house.as('UNOOR');
    await noor.opensHome();
    await house.settled();
    await noor.types('/klant instellingen');
    await aMomentLater(house);
    expect(`${noor.home?.readable}\n${noor.modal?.readable}`).not.toMatch(/sanne|woensdag|België|21 december/i);
  });

  it('saved twice, because Slack delivers it again, are saved once', async () => {
    await begin();
    await saves({ [FROM]: '2026-12-21' });
    const sent = house.slack.envelopes.findLast(({ payload }) => payload.type === 'view_submission');
    await opens();
    await sanne().fills({ [KNOWN]: [] });
    await sanne().submits();
    await house.slack.redeliver(sent ?? expect.fail());
    await house.settled();
    expect(await absences()).toEqual([]);
  });
});
