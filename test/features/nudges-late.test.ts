import { describe, expect, it } from 'vitest';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, postedAt, postedTo, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;

const street = aStreet();
let house: House;

/** Everybody is waiting for the first nudges; it is Monday 30 November, nine in the morning in Amsterdam. */
async function onTheEve() {
  house = await street.house({ at: '2026-11-30T08:00:00Z', people: [SANNE, BEN, KAVYA, NOOR] });
  await startsNudges(house.as('UNOOR'));
}

const sanneHeardAt = () => heard(house, 'USANNE').map((message) => postedAt(message, AMSTERDAM));

describe('Mantra was down on the first working day', () => {
  it.each([
    ['came back on the second morning at half past nine', '2026-12-02T08:30:00Z', ['2026-12-02 09:30']],
    ['came back before the office hours of the third day', '2026-12-03T05:00:00Z', ['2026-12-03 09:00']],
    ['came back on the afternoon of the third day', '2026-12-03T15:30:00Z', ['2026-12-03 16:30']],
    ['came back in the evening of the first day', '2026-12-01T18:00:00Z', ['2026-12-02 09:00']],
    ['came back after the third day’s office hours', '2026-12-03T16:00:00Z', []],
    ['came back a week later', '2026-12-08T09:00:00Z', []],
  ])('and %s', async (_what, at, expected) => {
    await onTheEve();
    house.clock.jump(new Date(at));
    await house.running.tick();
    await house.settled();
    await house.turnTo('2026-12-10T12:00:00Z', 60);
    expect(sanneHeardAt()).toEqual(expected);
  });
});

describe('looking at what is due', () => {
  it('seven minutes late sends it seven minutes late', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T08:59:00Z', WEEK);
    house.clock.jump(new Date('2026-12-01T09:07:00Z'));
    await house.running.tick();
    await aMomentLater(house);
    expect(sanneHeardAt()).toEqual(['2026-12-01 10:07']);
  });

  it('many times, one after the other and at once, sends it once', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T09:00:00Z', WEEK);
    await Promise.all(Array.from({ length: 8 }, () => house.running.tick()));
    await house.turnTo('2026-12-01T16:00:00Z');
    for (let again = 0; again < 5; again++) await house.running.tick();
    await aMomentLater(house);
    expect(postedTo(house).sort()).toEqual(['UBEN', 'UKAVYA', 'UNOOR', 'USANNE']);
  });

  it('at its window’s end, while Slack is slow to answer, doesn’t send it again', async () => {
    await onTheEve();
    house.slack.faults.add({ method: 'chat.postMessage', delayMs: 300, times: 4 });
    await house.turnTo('2026-12-01T09:00:00Z', WEEK);
    await house.turnTo('2026-12-02T16:00:00Z', 60);
    expect(postedTo(house).sort()).toEqual(['UBEN', 'UKAVYA', 'UNOOR', 'USANNE']);
  });

  it('after an answer that got lost, reads back and doesn’t post again', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T08:59:00Z', WEEK);
    house.slack.faults.add({ method: 'chat.postMessage', loseAnswer: true, times: 1 });
    await house.turnTo('2026-12-01T12:00:00Z', 5);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    expect(heard(house, 'UNOOR')).toHaveLength(1);
  });
});

describe('somebody travels on the first working day', () => {
  it('Sanne flies west after her nudge: New York’s ten o’clock brings no second one', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T10:00:00Z', WEEK);
    await house.turnTo('2026-12-01T11:00:00Z');
    house.slack.people.change('USANNE', { tz: 'America/New_York' });
    await house.turnTo('2026-12-01T16:00:00Z', 60);
    expect(heard(house, 'USANNE')).toHaveLength(1);
  });

  it('Kavya flies east over ten o’clock: her nudge comes late that day, once', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T03:00:00Z', WEEK);
    house.slack.people.change('UKAVYA', { tz: 'Asia/Tokyo' });
    await house.turnTo('2026-12-01T16:00:00Z');
    await house.turnTo('2026-12-04T16:00:00Z', 60);
    expect(heard(house, 'UKAVYA').map((message) => postedAt(message, 'Asia/Tokyo'))).toEqual(['2026-12-01 12:15']);
  });

  it('Ben changes to a zone where it is already February: he is asked for that month once', async () => {
    await onTheEve();
    await house.turnTo('2027-02-01T08:00:00Z', WEEK);
    house.slack.people.change('UBEN', { tz: 'Pacific/Kiritimati' });
    await house.turnTo('2027-02-03T22:00:00Z', 60);
    const subjects = await house.db.run((tx) =>
      tx.outbox.findMany({ where: { recipient: 'UBEN' }, select: { subject: true } }),
    );
    expect(subjects.filter(({ subject }) => subject === '2027-02')).toHaveLength(1);
    expect(heard(house, 'UBEN').filter(({ readable }) => readable.includes('talk to in February'))).toHaveLength(1);
  });
});

describe('who leaves before ten', () => {
  it('hears nothing, and nothing is sent to a closed account', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T08:30:00Z', WEEK);
    house.slack.people.leave('USANNE');
    await house.turnTo('2026-12-01T16:00:00Z', 60);
    expect(postedTo(house)).not.toContain('USANNE');
  });

  it('not even when the message was waiting already', async () => {
    await onTheEve();
    house.clock.jump(new Date('2026-12-01T18:00:00Z'));
    await house.running.tick();
    await house.settled();
    house.slack.people.leave('USANNE');
    await house.turnTo('2026-12-03T18:00:00Z', 60);
    expect(postedTo(house)).not.toContain('USANNE');
    expect(heard(house, 'UNOOR').map((message) => postedAt(message, AMSTERDAM))).toEqual(['2026-12-02 09:00']);
  });
});

describe('the budget of unasked messages', () => {
  it('two this week already: the nudge is left out, and is not made up for', async () => {
    await onTheEve();
    await unaskedOn(['2026-11-30T10:00:00Z', '2026-11-30T11:00:00Z']);
    await house.turnTo('2026-12-03T16:30:00Z', 60);
    expect(sanneHeardAt()).toEqual([]);
    expect(await stateOfNudge()).toEqual({ state: 'skipped', lastError: 'budget' });
  });

  it('one today: the nudge waits until tomorrow', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T08:30:00Z', WEEK);
    await unaskedOn(['2026-12-01T08:15:00Z']);
    await house.turnTo('2026-12-03T16:30:00Z', 60);
    expect(sanneHeardAt()).toEqual(['2026-12-02 09:00']);
  });

  it('what she asked for herself counts for nothing', async () => {
    await onTheEve();
    await house.turnTo('2026-12-01T08:30:00Z', WEEK);
    await unaskedOn(['2026-12-01T08:15:00Z', '2026-11-30T10:00:00Z'], { unasked: false });
    await house.turnTo('2026-12-01T16:30:00Z', 60);
    expect(sanneHeardAt()).toEqual(['2026-12-01 10:00']);
  });

  /** What another habit has sent Sanne already. */
  const unaskedOn = (moments: string[], { unasked = true } = {}) =>
    house.db.run((tx) =>
      tx.outbox.createMany({
        data: moments.map((at, n) => ({
          key: `00000000-0000-4000-8000-00000000000${n}`,
          kind: 'another.habit',
          recipient: 'USANNE',
          subject: at,
          unasked,
          monthlyHabit: false,
          priority: 5,
          dueAt: new Date(at),
          notBefore: new Date(at),
          sentAt: new Date(at),
          shown: 1,
          state: 'sent',
        })),
      }),
    );

  const stateOfNudge = () =>
    house.db.run((tx) =>
      tx.outbox.findFirstOrThrow({
        where: { recipient: 'USANNE', kind: 'nudges.monthly' },
        select: { state: true, lastError: true },
      }),
    );
});
