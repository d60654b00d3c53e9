import { afterEach, describe, expect, it } from 'vitest';
import type { House } from '../support/house.ts';
import { heard, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
/** Minutes between two looks, so that one is at ten in Amsterdam. */
const LOOK = 3 * 60;
/** Each noon and each midnight, where nothing is to come. */
const NOON = 12 * 60;
const DAY = 24 * 60;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

const begin = async (at = '2026-11-30T09:00:00Z') => {
  house = await street.house({ at, people: [SANNE, NOOR] });
  await startsNudges(house.as('UNOOR'));
};

/** Sanne sets her status, as Slack's client does. */
async function says(emoji: string, until?: string) {
  const expiration = until ? new Date(until).getTime() / 1000 : 0;
  house.slack.people.change('USANNE', { status_emoji: emoji, status_text: '', status_expiration: expiration });
  await house.settled();
}

const nudges = (userId = 'USANNE') => heard(house, userId).map((message) => postedAt(message, AMSTERDAM));
const absences = () => house.db.run((tx) => tx.absence.findMany({ omit: { workspaceId: true } }));

describe('Sanne’s status says that she is on holiday', () => {
  it('until the 12th: she is asked on the Monday after it', async () => {
    await begin();
    await says(':palm_tree:', '2026-12-12T22:59:59Z');
    await house.turnTo('2026-12-14T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-14 10:00']);
    expect(nudges('UNOOR')).toEqual(['2026-12-01 10:00']);
  });

  it('and is cleared on the 8th, because she is back: she is asked that day', async () => {
    await begin();
    await says(':palm_tree:', '2026-12-12T22:59:59Z');
    await house.turnTo('2026-12-08T10:00:00Z', LOOK);
    expect(nudges()).toEqual([]);
    await says('');
    await house.turnTo('2026-12-09T12:00:00Z');
    expect(nudges()).toEqual(['2026-12-08 11:15']);
  });

  it('without an end: she hears nothing until she clears it, one evening', async () => {
    await begin();
    await says(':palm_tree:');
    await house.turnTo('2026-12-16T22:00:00Z', LOOK);
    await says('');
    await house.turnTo('2026-12-18T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-17 09:00']);
  });

  it('while a message waits for her: it comes on the morning after she has cleared it', async () => {
    await begin();
    house.clock.jump(new Date('2026-12-01T18:00:00Z'));
    await house.running.tick();
    await house.settled();
    await says(':face_with_thermometer:');
    await house.turnTo('2026-12-08T10:00:00Z', LOOK);
    expect(nudges()).toEqual([]);
    await says('');
    await house.turnTo('2026-12-10T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-09 09:00']);
  });

  it('longer than she thought: the new end holds', async () => {
    await begin();
    await says(':palm_tree:', '2026-12-04T22:59:59Z');
    await house.turnTo('2026-12-03T12:00:00Z', LOOK);
    await says(':palm_tree:', '2026-12-09T22:59:59Z');
    await house.turnTo('2026-12-11T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-10 10:00']);
  });

  it('until nine in the morning: she works that day', async () => {
    await begin();
    await says(':palm_tree:', '2026-12-03T08:00:00Z');
    await house.turnTo('2026-12-03T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-03 10:00']);
  });

  it('so long that the month is excused: it stays silent, and the next one doesn’t', async () => {
    await begin();
    await says(':baby:', '2026-12-28T22:59:59Z');
    await house.turnTo('2026-12-31T16:00:00Z', NOON);
    expect(nudges()).toEqual([]);
    await house.turnTo('2027-01-04T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2027-01-04 10:00']);
  });

  it('in a skin of her own, which is the same status', async () => {
    await begin();
    await says(':baby::skin-tone-4:');
    await house.turnTo('2026-12-01T12:00:00Z', LOOK);
    expect(nudges()).toEqual([]);
  });

  it.each([
    ['is at home', ':house_with_garden:'],
    ['is in a meeting', ':spiral_calendar_pad:'],
    ['is nothing', ''],
  ])('but not where it says that she %s', async (_what, emoji) => {
    await begin();
    await says(emoji);
    await house.turnTo('2026-12-01T12:00:00Z', LOOK);
    expect(nudges()).toEqual(['2026-12-01 10:00']);
  });
});

describe('of a status', () => {
  it('only until when it keeps her away is known, never which it is', async () => {
    await begin();
    await says(':face_with_thermometer:', '2026-12-04T22:59:59Z');
    expect(await absences()).toEqual([
      { userId: 'USANNE', source: 'status', fromDay: new Date('2026-11-30'), untilDay: new Date('2026-12-04') },
    ]);
    const everyone = await house.db.run((tx) => tx.person.findMany());
    expect(JSON.stringify(everyone)).not.toContain('thermometer');
  });

  it('one that was over before the day was is as if it had never been', async () => {
    await begin();
    await says(':face_with_thermometer:', '2026-12-04T22:59:59Z');
    await says('');
    expect(await absences()).toEqual([]);
  });

  it('one that no event told of is noticed in the night', async () => {
    await begin('2026-11-29T09:00:00Z');
    Object.assign(house.slack.people.find('USANNE') ?? expect.fail(), { status_emoji: ':palm_tree:' });
    await house.turnTo('2026-11-30T06:00:00Z', LOOK);
    expect(await absences()).toMatchObject([{ fromDay: new Date('2026-11-30'), untilDay: null }]);
  });

  it('what is long over is forgotten, and what somebody had who left', async () => {
    await begin('2026-10-28T09:00:00Z');
    await says(':palm_tree:', '2026-10-30T22:59:59Z');
    await house.turnTo('2026-10-31T12:00:00Z', DAY);
    house.clock.jump(new Date('2027-03-31T12:00:00Z'));
    await house.turnTo('2027-03-31T20:00:00Z', DAY);
    expect(await absences()).toHaveLength(1);
    await house.turnTo('2027-04-02T12:00:00Z', DAY);
    expect(await absences()).toEqual([]);
    await says(':palm_tree:');
    house.slack.people.leave('USANNE');
    await house.turnTo('2027-04-04T12:00:00Z', DAY);
    expect(await absences()).toEqual([]);
  });

  it('a guest’s is nobody’s business', async () => {
    const guest = { id: 'UGUEST', name: 'guest', real_name: 'Gast Een', tz: AMSTERDAM, is_restricted: true };
    house = await street.house({ at: '2026-11-30T09:00:00Z', people: [SANNE, NOOR, guest] });
    house.slack.people.change('UGUEST', { status_emoji: ':palm_tree:' });
    await house.settled();
    expect(await absences()).toEqual([]);
  });
});

describe('which status means away', () => {
  const FIELD = 'Bij welke status is iemand weg?';
  const choose = async (typed: string) => {
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    await noor.fills({ [FIELD]: typed });
    return noor.submits();
  };

  it('Noor decides: with hers, working from home is being away, and a holiday isn’t', async () => {
    await begin();
    expect((await choose(':house_with_garden:, :Baby::skin-tone-2:')).errors).toEqual({});
    await says(':palm_tree:');
    expect(await absences()).toEqual([]);
    await says(':house_with_garden:');
    expect(await absences()).toHaveLength(1);
    await house.as('UNOOR').types('/klant instellingen');
    expect(house.as('UNOOR').modal?.filled[FIELD]).toBe(':house_with_garden: :baby:');
  });

  it.each([
    ['words', 'vakantie en ziek'],
    ['a name with one colon', ':palm_tree'],
    ['an emoji as it is drawn', '🌴'],
    ['some of both', ':palm_tree: ziek'],
  ])('%s are answered beside the field, and stand there still', async (_what, typed) => {
    await begin();
    const { errors } = await choose(typed);
    expect(errors).toEqual({
      [FIELD]: 'Schrijf elke emoji met zijn naam tussen dubbele punten, zoals :palm_tree: :baby: (hooguit 50).',
    });
    expect(house.as('UNOOR').modal?.filled[FIELD]).toBe(typed);
  });

  it('none at all is an answer too', async () => {
    await begin();
    expect((await choose('')).errors).toEqual({});
    await says(':palm_tree:');
    expect(await absences()).toEqual([]);
  });
});
