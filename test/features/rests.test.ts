import { afterEach, describe, expect, it } from 'vitest';
import type { House } from '../support/house.ts';
import { aMomentLater, heard, lastAnswer, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { lastSent } from '../support/tamper.ts';
import { BEN, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const WEEK = 7 * 24 * 60;

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** The nudges have been started, and nobody has had one yet. */
async function begun(at = '2026-11-20T09:00:00Z') {
  house = await street.house({ at, people: [SANNE, BEN, NOOR] });
  await startsNudges(house.as('UNOOR'));
}

/** Sanne has her nudge of Tuesday 1 December in front of her. */
async function nudged() {
  await begun();
  await house.turnTo('2026-12-01T08:55:00Z', WEEK);
  await house.turnTo('2026-12-01T09:05:00Z', 5);
}

const questions = (userId = 'USANNE') =>
  heard(house, userId).filter(({ readable }) => /Welke klant spreek|Which customer will/.test(readable));
const askedAt = (userId = 'USANNE') => questions(userId).map((message) => postedAt(message, AMSTERDAM));
const saysNow = () => heard(house, 'USANNE').at(-1)?.readable;

async function pauses({ until, day }: { until?: string; day?: string }) {
  const sanne = house.as('USANNE');
  await sanne.fills({
    ...(until !== undefined && { 'Laat me met rust tot': until }),
    ...(day !== undefined && { 'Vraag het me vanaf deze dag van de maand': day }),
  });
  return sanne.submits();
}

describe('a pause until a day', () => {
  it('is one choice and one date; the nudge says so, and she is asked on that day by itself', async () => {
    await nudged();
    await house.as('USANNE').picks('⋯', 'Pauze, of een eigen dag …');
    expect((await pauses({ until: '2027-01-12' })).errors).toEqual({});
    await aMomentLater(house);
    expect(saysNow()).toBe(
      'Goed, ik laat je met rust tot dinsdag 12 januari, en begin dan vanzelf weer. Niemand ziet dat.',
    );
    await house.turnTo('2027-01-12T08:50:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2027-01-12T10:00:00Z');
    expect(askedAt()).toEqual(['2027-01-12 10:00']);
    expect(questions('UNOOR')).toHaveLength(2);
  });

  it('that ends in a weekend ends on Monday', async () => {
    await nudged();
    await house.as('USANNE').picks('⋯', 'Pauze, of een eigen dag …');
    await pauses({ until: '2027-01-16' });
    await house.turnTo('2027-01-16T12:00:00Z', WEEK);
    expect(heard(house, 'USANNE')).toHaveLength(1);
    await house.turnTo('2027-01-18T08:50:00Z', WEEK);
    await house.turnTo('2027-01-18T10:00:00Z');
    expect(askedAt()).toEqual(['2027-01-18 10:00']);
  });

  it.each([
    ['2026-12-01', 'Kies een dag na vandaag.'],
    ['2026-10-01', 'Kies een dag na vandaag.'],
    ['2028-01-01', 'Hooguit een jaar. Wil je niets meer horen, kies dan “Stoppen” in het ⋯-menu.'],
  ])('until %s is answered beside the field, and nothing changes', async (until, says) => {
    await nudged();
    await house.as('USANNE').picks('⋯', 'Pauze, of een eigen dag …');
    expect((await pauses({ until })).errors).toEqual({ 'Laat me met rust tot': says });
    expect(house.as('USANNE').modal?.filled['Laat me met rust tot']).toBe(until);
    expect(await house.db.run((tx) => tx.rest.count())).toBe(0);
  });

  it('is ended by emptying the date, or by "come back"', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Pauze, of een eigen dag …');
    await pauses({ until: '2027-01-12' });
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Berichtjes: rust tot dinsdag 12 januari.');
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await aMomentLater(house);
    expect(sanne.home?.readable).toContain('Berichtjes: op de eerste werkdag van de maand');
    expect(saysNow()).toContain('Welke klant spreek jij in december?');
  });

  it('the same form that Slack sends again changes nothing a second time', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Pauze, of een eigen dag …');
    await pauses({ until: '2027-01-12' });
    const submit = lastSent(house.slack, 'view_submission');
    await sanne.opensHome();
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await house.slack.redeliver(submit);
    await house.settled();
    expect(await house.db.run((tx) => tx.rest.count())).toBe(0);
  });
});

describe('a day of the month of one’s own', () => {
  it('moves her nudge to the first working day from it, at ten, and says whose idea that was', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.picks('⋯', 'Pauze, of een eigen dag …', { in: 'home' });
    await pauses({ day: 'De 9e' });
    expect(sanne.home?.readable).toContain('Berichtjes: vanaf de 9e van de maand, op de eerste werkdag, om tien uur');
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    await house.turnTo('2027-01-04T12:00:00Z');
    expect([questions('UNOOR').length, questions().length]).toEqual([2, 1]);
    await house.turnTo('2027-01-11T08:50:00Z', WEEK);
    await house.turnTo('2027-01-11T10:00:00Z');
    expect(askedAt().slice(1)).toEqual(['2027-01-11 10:00']);
    expect(questions().at(-1)?.readable).toContain('Goedemorgen Sanne. Dit is de dag van de maand die je ervoor koos.');
  });

  it('chosen in the middle of a month in which she was asked holds from the next month on', async () => {
    await nudged();
    await house.as('USANNE').opensHome();
    await house.as('USANNE').picks('⋯', 'Pauze, of een eigen dag …', { in: 'home' });
    await pauses({ day: 'De 10e' });
    await house.turnTo('2026-12-10T08:00:00Z', WEEK);
    await house.turnTo('2026-12-11T10:00:00Z');
    expect(questions()).toHaveLength(1);
  });

  it('is given up by choosing the first working day again', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    for (const day of ['De 10e', 'De eerste werkdag']) {
      await sanne.opensHome();
      await sanne.picks('⋯', 'Pauze, of een eigen dag …', { in: 'home' });
      await pauses({ day });
    }
    await house.turnTo('2027-01-04T08:55:00Z', WEEK);
    await house.turnTo('2027-01-04T10:00:00Z');
    expect(askedAt().at(-1)).toBe('2027-01-04 10:00');
  });
});

describe('on Home', () => {
  it('nothing is said of nudges before they have been started', async () => {
    house = await street.house({ at: '2026-11-20T09:00:00Z' });
    await house.as('USANNE').opensHome();
    expect(house.as('USANNE').home?.readable).not.toContain('Berichtjes');
  });

  it('she can skip a month, stop, and ask why, as in every message', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.picks('⋯', 'Waarom krijg ik dit?', { in: 'home' });
    expect(sanne.modal?.readable).toContain('In dit huis spreekt iedereen elke maand een klant.');
    await sanne.closes();
    await sanne.picks('⋯', 'Deze maand niet', { in: 'home' });
    await aMomentLater(house);
    expect(sanne.home?.readable).toContain('Berichtjes: rust tot vrijdag 1 januari.');
    expect(saysNow()).toBe('Goed, deze maand niet. In januari begin je gewoon opnieuw.');
  });

  it('"not this month" in an older message wakes nobody who has stopped since', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Deze maand niet');
    const click = lastSent(house.slack, 'block_actions');
    await aMomentLater(house);
    await sanne.opensHome();
    await sanne.clicks('Weer meedoen', { in: 'home' });
    await sanne.closes();
    await sanne.picks('⋯', 'Stoppen', { in: 'home' });
    await house.slack.redeliver({ ...click, payload: { ...click.payload, trigger_id: 'another.trigger' } });
    await aMomentLater(house);
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Berichtjes: gestopt. Dat ziet niemand.');
  });

  it('a stop stays one though the form is saved without a date', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Pauze, of een eigen dag …');
    const [message] = questions();
    await sanne.picks('⋯', 'Stoppen', message && { in: message });
    await sanne.submits();
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Berichtjes: gestopt');
  });
});

describe('"next week"', () => {
  it('can be said again when it comes back', async () => {
    await nudged();
    const sanne = house.as('USANNE');
    for (const monday of ['2026-12-07', '2026-12-14']) {
      await sanne.picks('⋯', 'Volgende week');
      await house.turnTo(`${monday}T08:55:00Z`, WEEK);
      await house.turnTo(`${monday}T09:15:00Z`);
    }
    expect(askedAt().slice(-1)).toEqual(['2026-12-14 10:00']);
    expect(heard(house, 'USANNE')).toHaveLength(3);
  });

  it('what comes back still offers another customer, and doesn’t say once more that it will come', async () => {
    await begun();
    await house.db.run((tx) =>
      tx.customer.createMany({
        data: ['Bakkerij Zuid', 'Tuinderij Bos'].map((name, n) => ({
          ...{ id: `00000000-0000-4000-8000-00000000000${n}`, name, folded: name.toLowerCase(), sort: 'customer' },
          ...{ doNotContact: false, addedAt: house.clock.now() },
        })),
      }),
    );
    await house.turnTo('2026-12-01T08:55:00Z', WEEK);
    await house.turnTo('2026-12-01T09:05:00Z', 5);
    const sanne = house.as('USANNE');
    await sanne.picks('⋯', 'Volgende week');
    await house.turnTo('2026-12-07T08:55:00Z', WEEK);
    await house.turnTo('2026-12-07T09:15:00Z');
    const before = saysNow();
    await sanne.clicks('Een andere klant');
    await aMomentLater(house);
    expect(saysNow()).toContain('Je vroeg me deze week terug te komen.');
    expect(saysNow()).not.toBe(before);
  });
});

it('Ben reads all of it in English', async () => {
  await nudged();
  const ben = house.as('UBEN');
  await ben.opensHome();
  expect(ben.home?.readable).toContain('Nudges: on the first working day of the month, from ten in the morning.');
  await ben.picks('⋯', 'Pause, or a day of my own …', { in: 'home' });
  expect(ben.modal?.readable).toContain('Leave me in peace until');
  await ben.fills({ 'Ask me from this day of the month': 'The 3rd' });
  expect((await ben.submits()).errors).toEqual({});
  expect(ben.home?.readable).toContain('Nudges: from the 3rd of the month, on the first working day, at ten');
  await ben.picks('⋯', 'Why do I get this?', { in: 'home' });
  expect(ben.modal?.readable).toContain('In this house everybody talks with a customer every month.');
  expect(lastAnswer(ben)).toBe('');
});
