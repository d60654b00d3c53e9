import { afterEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aStreet } from '../support/street.ts';
import { NOOR, SANNE } from '../support/village.ts';

const MILA = { id: 'UMILA', name: 'mila', real_name: 'Mila Bos', tz: 'Europe/Amsterdam', locale: 'nl-NL' };
const LEFT_OUT = 'Maanden waarin je er niet was, tellen niet mee.';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** Nothing on the way is waited for; the night's work is done then. */
async function itIs(instant: string) {
  house.clock.jump(new Date(instant));
  await house.running.tick();
  await house.settled();
}

async function homeOf(person: Visitor) {
  await person.opensHome();
  await house.settled();
  return person.home?.readable ?? '';
}

async function isOff(person: Visitor, from: string, until: string) {
  await homeOf(person);
  await person.clicks('Mijn dagen aanpassen', { in: 'home' });
  await person.fills({ 'Vrij vanaf': from, 'Tot en met': until });
  expect((await person.submits()).errors).toEqual({});
}

describe('months in which somebody was away', () => {
  it('don’t count in their habit, as long as it looks at them, and nothing is expected meanwhile', async () => {
    house = await street.house({ at: '2026-06-10T09:00:00Z', people: [SANNE, NOOR] });
    const sanne = house.as('USANNE');
    await logs(sanne, { on: '2026-06-08' });
    await isOff(sanne, '2026-07-02', '2026-08-31');
    await itIs('2026-07-10T09:00:00Z');
    expect(await homeOf(sanne)).toContain('Je werkt in juli minder dan vijf dagen: die maand telt voor jou niet mee.');
    await itIs('2026-11-03T09:00:00Z');
    expect(await homeOf(sanne)).toContain(`In 1 van je laatste 4 maanden sprak je een klant.\n${LEFT_OUT}`);
    expect(await homeOf(sanne)).toContain('Nog geen gesprek in november.');
    await logs(sanne, { on: '2026-11-02' });
    expect(await homeOf(sanne)).toContain(`In 2 van je laatste 4 maanden sprak je een klant.\n${LEFT_OUT}`);
    await itIs('2027-02-02T09:00:00Z');
    expect(await homeOf(sanne)).toContain('In 1 van je laatste 6 maanden sprak je een klant.');
    expect(await homeOf(sanne)).not.toContain(LEFT_OUT);
    expect(await house.db.run((tx) => tx.absence.count())).toBe(0);
  });

  it('count after all when they spoke with a customer', async () => {
    house = await street.house({ at: '2026-10-12T09:00:00Z', people: [SANNE, NOOR] });
    const sanne = house.as('USANNE');
    await isOff(sanne, '2026-10-01', '2026-10-30');
    await logs(sanne, { on: '2026-10-12' });
    await itIs('2026-11-03T09:00:00Z');
    expect(await homeOf(sanne)).toContain('In 1 van je laatste 2 maanden sprak je een klant.');
    expect(await homeOf(sanne)).not.toContain(LEFT_OUT);
  });

  it('aren’t those in which a newcomer settled in', async () => {
    house = await street.house({ at: '2026-11-03T09:00:00Z', people: [SANNE, NOOR] });
    house.slack.people.join(MILA);
    await house.settled();
    await itIs('2027-01-05T09:00:00Z');
    const mila = house.as('UMILA');
    await logs(mila, { on: '2027-01-04' });
    expect(await homeOf(mila)).toContain('In 1 van je laatste 2 maanden sprak je een klant.');
    expect(await homeOf(mila)).not.toContain(LEFT_OUT);
  });
});
