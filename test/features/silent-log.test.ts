import { expect, it, vi } from 'vitest';
import type { Log } from '../../src/log.ts';
import { fillsIn, logs, newest } from '../support/form.ts';
import { shaky } from '../support/shaky-database.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { clickWith, lastSent, sendChanged } from '../support/tamper.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const WORDS = ['Kanariewoord', 'Kanarieklant', 'Kanarietekst', 'Kanarienaam'];

it('no line of the log holds a customer’s words, a name or a secret, whatever goes wrong', async () => {
  const said: string[] = [];
  const onConsole: string[] = [];
  const note = (fields: object, message: string) => void said.push(JSON.stringify([fields, message]));
  const log: Log = { debug: note, info: note, warn: note, error: note };
  for (const method of ['error', 'warn', 'log', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...parts) => void onConsole.push(parts.map(String).join(' ')));

  const database = shaky(street.database);
  const house = await street.house({ at: '2026-11-20T09:00:00Z', log, database });
  await street.choose(house, 'storiesChannel', STORIES);
  const sanne = house.as('USANNE');
  house.slack.people.change('UBEN', { real_name: 'Kanarienaam Carter' });

  await logs(sanne, { customer: 'Kanarieklant', learned: 'Kanariewoord', readers: 'story_named' });
  await aMinuteLater(house);
  const confirmation = newest(sanne);
  await sanne.types('Kanarietekst');
  await sanne.types('/klant Kanarietekst');
  await sanne.clicks('Aanpassen', { ...(confirmation && { in: confirmation }) });
  await fillsIn(sanne, { learned: 'Kanariewoord anders' });
  database.refuses();
  await sanne.submits();
  await sanne.searches('Wie heb je gesproken?', 'Kanarieklant');
  database.well();
  house.slack.faults.add({ method: 'chat.update', error: 'invalid_blocks', times: 1 });
  house.slack.faults.add({ method: 'views.publish', error: 'internal_error', times: 1 });
  await sanne.submits();
  await sendChanged(house.slack, lastSent(house.slack, 'view_submission'), (payload) => ({
    ...payload,
    view: { ...(payload.view as object), private_metadata: 'Kanarietekst' },
  }));
  await logs(house.as('UBEN'), { lang: 'en', customer: 'Kanarieklant', learned: 'Kanariewoord' });
  await sendChanged(house.slack, lastSent(house.slack, 'view_submission'), (payload) => payload);
  await aMinuteLater(house);
  await house.as('UBEN').clicks('Edit');
  await sendChanged(house.slack, lastSent(house.slack, 'block_actions'), clickWith({ value: 'Kanarietekst' }));
  house.slack.faults.add({ method: 'views.open', error: 'invalid_arguments', times: 1 });
  await sanne.types('/klant gesprek Kanarietekst');
  await house.slack.redeliver(lastSent(house.slack, '/klant'));
  await house.turnTo('2026-11-20T12:00:00Z', 60);

  expect(onConsole).toEqual([]);
  const { botToken, appToken, signingSecret } = house.slack;
  const everything = said.join('\n');
  expect(said.length).toBeGreaterThan(10);
  for (const secret of [...WORDS, 'Sanne', 'Carter', botToken, appToken, signingSecret])
    expect(everything).not.toContain(secret);
});
