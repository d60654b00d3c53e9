import { expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const LONGEST = `${'Ze vertelden veel. '.repeat(157)}Tot slot: dank.`;

it('a note of three thousand characters stands whole in the confirmation and in the story', async () => {
  const house = await street.house({ at: FRIDAY });
  await street.choose(house, 'storiesChannel', STORIES);
  const sanne = house.as('USANNE');
  expect(LONGEST).toHaveLength(2998);
  expect((await logs(sanne, { learned: LONGEST, readers: 'story' })).errors).toEqual({});
  await aMinuteLater(house);
  for (const message of [newest(sanne), newest(house.as('UKAVYA'), STORIES)])
    expect(message?.readable.replaceAll('\n> ', ' ')).toContain(LONGEST);
});

it('a long note full of flags can be changed, in the confirmation and in the story', async () => {
  const house = await street.house({ at: FRIDAY });
  await street.choose(house, 'storiesChannel', STORIES);
  const sanne = house.as('USANNE');
  const flags = '🇳🇱 '.repeat(600);
  await logs(sanne, { learned: flags, readers: 'story' });
  await aMinuteLater(house);
  await sanne.clicks('Aanpassen', { in: newest(sanne) ?? 'home' });
  await fillsIn(sanne, { learned: `Ook dit: ${flags}` });
  expect((await sanne.submits()).errors).toEqual({});
  await aMinuteLater(house);
  for (const message of [newest(sanne), newest(house.as('UKAVYA'), STORIES)])
    expect(message?.readable).toContain(`Ook dit: ${flags.trimEnd()}`);
});

it('what doesn’t fit in the form of what was typed behind a command is shown behind it', async () => {
  const house = await street.house({ at: FRIDAY });
  const sanne = house.as('USANNE');
  const { ephemeral } = await sanne.types(`/klant gesprek ${'ja '.repeat(1_000)}en nog dit`);
  expect(sanne.modal?.readable).toContain('de rest staat achter dit formulier');
  expect(ephemeral.map(({ readable }) => readable)).toEqual(['Dit paste niet meer in het formulier:\n> en nog dit']);
});

it('a story that is changed after its channel was replaced moves to the new one, and leaves the old', async () => {
  const house = await street.house({ at: FRIDAY });
  await street.choose(house, 'storiesChannel', STORIES);
  const sanne = house.as('USANNE');
  await logs(sanne, { readers: 'story' });
  await aMinuteLater(house);
  house.slack.channels.create({ id: 'CNEW', name: 'nieuw', members: ['USANNE'], bot: true });
  await street.choose(house, 'storiesChannel', 'CNEW');

  await sanne.clicks('Aanpassen', { in: newest(sanne) ?? 'home' });
  await fillsIn(sanne, { learned: 'Ze bestellen nu op woensdag' });
  await sanne.fills({ [FORM.nl.readers]: 'Iedereen in #nieuw, zonder mijn naam' });
  expect((await sanne.submits()).errors).toEqual({});
  await aMinuteLater(house);

  expect(house.as('UKAVYA').messages(STORIES)).toEqual([]);
  expect(newest(sanne, 'CNEW')?.readable).toContain('Ze bestellen nu op woensdag');
  expect(newest(sanne)?.readable).toContain('Het staat in #nieuw');
});
