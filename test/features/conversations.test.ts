import { describe, expect, it } from 'vitest';
import type { Visitor } from '../emulator/core/index.ts';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('Sanne types what she heard, chooses whom and how, and it is saved with a thank-you', async () => {
    const house = await street.house({ at: FRIDAY, transport });
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Ze bestellen op donderdag, want dan is de koelcel leeg.');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag, want dan is de koelcel leeg.');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    expect(await sanne.submits()).toMatchObject({ acked: true, errors: {}, modal: undefined });
    expect(newest(sanne)?.readable).toBe(
      [
        'Bewaard, dank je wel. Je gesprek met Bakkerij Zuid telt mee voor november.',
        '> Ze bestellen op donderdag, want dan is de koelcel leeg.',
        'Collega’s kunnen dit terugvinden, zonder jouw naam. Wordt het ergens voor gebruikt, dan hoor je dat.',
        '[Aanpassen] [Intrekken]',
      ].join('\n'),
    );
    expect(house.slack.refusals).toEqual([]);
  });

  it('Ben logs in English, and Home shows his month to him alone', async () => {
    const house = await street.house({ at: FRIDAY, transport });
    const ben = house.as('UBEN');
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'They count in crates.' });
    expect(newest(ben)?.readable).toContain(
      'Saved, thank you. Your conversation with Harbour Cafe counts for November.',
    );
    await ben.opensHome();
    expect(ben.home?.readable).toContain('You had one conversation with a customer in November.');
    await house.as('UKAVYA').opensHome();
    expect(house.as('UKAVYA').home?.readable).not.toContain('They count in crates.');
    expect(house.slack.refusals).toEqual([]);
  });
});

describe('every way in opens the same form with what was typed', () => {
  const typed = 'Ze vragen vaker te leveren';
  const opened = (visitor: Visitor) => visitor.modal?.filled[FORM.nl.learned];

  it.each([
    '/customer log',
    '/customer gesprek',
    '/customer-log',
    '/klant gesprek',
    '/klant log',
    '/klant LOG',
    '/klant-gesprek',
  ])('%s with text behind it', async (command) => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types(`${command} ${typed}`);
    expect(sanne.modal?.title).toBe('Klantgesprek');
    expect(opened(sanne)).toBe(typed);
  });

  it('the global shortcut opens it empty', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.shortcut('Customer conversation');
    expect(sanne.modal?.title).toBe('Klantgesprek');
    expect(opened(sanne)).toBeFalsy();
  });

  it('a text typed to Mantra, and then the button below it', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types(typed);
    await sanne.clicks('Ik sprak een klant');
    expect(opened(sanne)).toBe(typed);
  });

  it('the menu of a bare command', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.types('/customer');
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.title).toBe('Klantgesprek');
  });

  it('the button on Home', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    await sanne.clicks('Gesprek vastleggen', { in: 'home' });
    expect(sanne.modal?.title).toBe('Klantgesprek');
  });
});

describe('it takes no more than six clicks', () => {
  it('with the text typed to Mantra: the button, the customer twice, the kind twice, Save', async () => {
    const house = await street.house({ at: FRIDAY });
    const sanne = house.as('USANNE');
    await logs(sanne, { customer: 'Bakkerij Zuid' });
    await house.turnTo('2026-11-20T09:05:00Z');
    await sanne.types('Ze willen op dinsdag leveren');
    let clicks = 0;
    await sanne.clicks('Ik sprak een klant');
    clicks += 1;
    expect(await sanne.searches(FORM.nl.whom, '')).toContain('Bakkerij Zuid');
    await sanne.picks(FORM.nl.whom, 'Bakkerij Zuid');
    clicks += 2; // opening the select, choosing in it
    await sanne.picks(FORM.nl.how, 'Gebeld');
    clicks += 2;
    expect((await sanne.submits()).errors).toEqual({});
    clicks += 1;
    await house.turnTo('2026-11-20T09:10:00Z');
    expect(newest(sanne)?.readable).toContain('Ze willen op dinsdag leveren');
    expect(clicks).toBeLessThanOrEqual(6);
  });
});
