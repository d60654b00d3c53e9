import { afterEach, describe, expect, it } from 'vitest';
import { countOutbox, lawHolds } from '../../src/delivery/counts.ts';
import type { House } from '../support/house.ts';
import { benTold, heard, postedTo, saveSettings, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, SANNE } from '../support/village.ts';

const DAY = 24 * 60;
const EVERYBODY = ['UBEN', 'UKAVYA', 'UNOOR', 'USANNE'];

const street = aStreet();
let house: House;
afterEach(async () => expect(lawHolds(await house.db.run(countOutbox))).toBe(true));

/** Monday 30 November, nine in the morning in Amsterdam: tomorrow the first nudges go out. */
async function onTheEve(people = [SANNE, BEN, KAVYA, NOOR]) {
  house = await street.house({ at: '2026-11-30T08:00:00Z', people });
  await startsNudges(house.as('UNOOR'));
  await house.running.tick();
}

/** Nobody is at work from the one moment to the other. */
async function downFrom(from: string, to: string) {
  await house.turnTo(from, DAY);
  await house.running.tick();
  house.clock.jump(new Date(to));
  await house.running.tick();
  await house.settled();
}

/** What became of each message of a kind, by recipient. */
const rowsOf = (kind: string, subject: string) =>
  house.db.run((tx) =>
    tx.outbox.findMany({
      where: { kind, subject },
      orderBy: { recipient: 'asc' },
      select: { recipient: true, state: true, lastError: true },
    }),
  );

const expired = (...recipients: string[]) =>
  recipients.map((recipient) => ({ recipient, state: 'expired', lastError: 'too late' }));

describe('an outage inside the time of a nudge', () => {
  it.each([
    ['a minute', '2026-12-01T08:59:30Z', '2026-12-01T09:00:30Z'],
    ['an hour', '2026-12-01T08:30:00Z', '2026-12-01T09:30:00Z'],
    ['three days', '2026-11-30T10:00:00Z', '2026-12-03T10:00:00Z'],
  ])('of %s: everybody gets it once', async (_long, from, to) => {
    await onTheEve();
    await downFrom(from, to);
    await house.turnTo('2026-12-04T12:00:00Z', 180);
    expect(postedTo(house).sort()).toEqual(EVERYBODY);
    expect(await house.db.run(countOutbox)).toMatchObject({ due: 4, sent: 4 });
  });
});

describe('an outage that lasts longer than a nudge’s time', () => {
  it.each([
    ['until the end of that week', '2026-12-05T09:00:00Z'],
    ['until the end of the month', '2026-12-31T20:00:00Z'],
    ['until the next month', '2027-01-02T09:00:00Z'],
  ])('%s: nobody gets it late, and everybody’s is counted as expired', async (_long, to) => {
    await onTheEve();
    await downFrom('2026-12-01T03:00:00Z', to);
    expect(await rowsOf('nudges.monthly', '2026-12')).toEqual(expired(...EVERYBODY));
    expect(postedTo(house)).toEqual([]);
  });

  it('is counted once, and next month everybody is asked as if for the first time', async () => {
    await onTheEve();
    await downFrom('2026-12-01T03:00:00Z', '2026-12-08T09:00:00Z');
    await house.turnTo('2027-01-01T00:00:00Z', DAY);
    await house.turnTo('2027-01-04T16:00:00Z', 60);
    expect(await rowsOf('nudges.monthly', '2026-12')).toEqual(expired(...EVERYBODY));
    expect(postedTo(house).sort()).toEqual(EVERYBODY);
    expect(heard(house, 'UKAVYA')[0]?.readable).toContain('I’m Mantra');
  });

  it('counts in some zones only, where in others its time goes on', async () => {
    await onTheEve();
    await downFrom('2026-12-01T03:00:00Z', '2026-12-03T18:00:00Z');
    expect(await rowsOf('nudges.monthly', '2026-12')).toEqual([
      { recipient: 'UBEN', state: 'sent', lastError: null },
      ...expired('UKAVYA', 'UNOOR', 'USANNE'),
    ]);
  });

  it('counts nobody who had nothing to expect: who rests, who has spoken, who is new', async () => {
    await onTheEve();
    await benTold(house, 1, '2026-12-01');
    await house.db.run((tx) => tx.rest.create({ data: { userId: 'UKAVYA', until: null, at: house.clock.now() } }));
    await house.turnTo('2026-12-01T03:00:00Z', DAY);
    house.slack.people.join(MARJAN);
    await house.settled();
    await downFrom('2026-12-01T04:00:00Z', '2026-12-08T09:00:00Z');
    expect(await rowsOf('nudges.monthly', '2026-12')).toEqual(expired('UNOOR', 'USANNE'));
  });

  it('counts nothing where the nudges were never started', async () => {
    house = await street.house({ at: '2026-11-30T08:00:00Z', people: [SANNE, NOOR] });
    await downFrom('2026-12-01T03:00:00Z', '2026-12-08T09:00:00Z');
    expect(await rowsOf('nudges.monthly', '2026-12')).toEqual([]);
  });
});

it('who comes back from a rest after the nudges’ time was not missed: Mantra was there', async () => {
  await onTheEve([SANNE, NOOR]);
  await house.db.run((tx) => tx.rest.create({ data: { userId: 'USANNE', until: null, at: house.clock.now() } }));
  await house.turnTo('2026-12-05T09:00:00Z', DAY);
  await house.db.run((tx) => tx.rest.deleteMany({}));
  await downFrom('2026-12-05T10:00:00Z', '2026-12-06T10:00:00Z');
  expect((await rowsOf('nudges.monthly', '2026-12')).map(({ recipient }) => recipient)).toEqual(['UNOOR']);
});

it('a nudge that was put off to a day of an outage expires', async () => {
  await onTheEve([SANNE, NOOR]);
  await house.turnTo('2026-12-01T10:00:00Z');
  await house.as('USANNE').picks('⋯', 'Volgende week');
  await house.settled();
  await downFrom('2026-12-04T12:00:00Z', '2026-12-12T12:00:00Z');
  expect(await rowsOf('nudges.again', '2026-12-07')).toEqual(expired('USANNE'));
  expect(heard(house, 'USANNE')).toHaveLength(1);
});

it('a summary whose Monday to Wednesday nobody was there for expires; the next one comes', async () => {
  house = await street.house({ at: '2026-11-30T09:00:00Z', people: [BEN, MARJAN, NOOR] });
  expect((await saveSettings(house.as('UNOOR'), { leaders: ['UMARJAN'] })).errors).toEqual({});
  await benTold(house, 12, '2026-12-02');
  await downFrom('2026-12-05T12:00:00Z', '2026-12-10T12:00:00Z');
  expect(await rowsOf('summaries.weekly', '2026-W49')).toEqual(expired('UMARJAN'));
  expect(heard(house, 'UMARJAN')).toEqual([]);
  await house.turnTo('2026-12-14T12:00:00Z', 60);
  expect(await rowsOf('summaries.weekly', '2026-W50')).toEqual([
    { recipient: 'UMARJAN', state: 'sent', lastError: null },
  ]);
});
