import { describe, expect, it } from 'vitest';
import { settingStore } from '../../src/features/settings/index.ts';
import { fillsIn, newest, type Readers } from '../support/form.ts';
import { FRIDAY, shares, sharing, storiesIn } from '../support/stories.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
describe('sharing', () => {
  it('an admin chooses the channel in the settings, and from then on the form offers it', async () => {
    const house = await street.house({ at: FRIDAY });
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    await noor.fills({ 'Kanaal voor gedeelde verhalen': 'klantverhalen' });
    expect((await noor.submits()).errors).toEqual({});
    await shares(house);
    expect(storiesIn(house)).toHaveLength(1);
    expect(house.slack.refusals).toEqual([]);
  });

  it('without a name: the words stand in the channel, and nobody’s name', async () => {
    const house = await sharing(street);
    const sanne = await shares(house);
    expect(storiesIn(house)).toEqual([
      'Bakkerij Zuid\n> Ze bestellen op donderdag\nGebeld · 20 november · Gedeeld door een collega',
    ]);
    expect(newest(sanne)?.readable).toContain('Het staat in #klantverhalen, zonder je naam.');
  });

  it('with a name, where its author chose so', async () => {
    const house = await sharing(street);
    const sanne = await shares(house, 'story_named');
    expect(storiesIn(house)).toEqual([
      'Bakkerij Zuid\n> Ze bestellen op donderdag\nGebeld · 20 november · Gedeeld door @Sanne de Vries',
    ]);
    expect(newest(sanne)?.readable).toContain('Het staat in #klantverhalen, met je naam.');
  });

  it('in the channel’s language, whatever its author’s', async () => {
    const house = await sharing(street);
    const change = { by: 'UNOOR', at: house.clock.now(), id: crypto.randomUUID() };
    await street.look(house, (tx) => settingStore(tx).setChannelLang(STORIES, 'en', change));
    await shares(house);
    expect(storiesIn(house)[0]).toContain('Call · 20 November · Shared by a colleague');
  });

  it.each(['colleagues', 'me'] as const)('what is kept for %s never stands in the channel', async (readers) => {
    const house = await sharing(street);
    await shares(house, readers);
    expect(storiesIn(house)).toEqual([]);
  });
});

describe('the story follows its conversation', () => {
  it('an edit changes it in place', async () => {
    const house = await sharing(street);
    const sanne = await shares(house);
    const [before] = house.as('UKAVYA').messages(STORIES);
    await sanne.clicks('Aanpassen');
    await fillsIn(sanne, { learned: 'Toch op vrijdag', readers: 'story_named' });
    await sanne.submits();
    await aMinuteLater(house);
    const after = house.as('UKAVYA').messages(STORIES);
    expect(after.map(({ ts }) => ts)).toEqual([before?.ts]);
    expect(after[0]?.readable).toContain('Toch op vrijdag');
    expect(after[0]?.readable).toContain('Gedeeld door @Sanne de Vries');
    expect(newest(sanne)?.readable).toContain('met je naam');
  });

  it('it goes when it is no longer shared, and comes back when it is again', async () => {
    const house = await sharing(street);
    const sanne = await shares(house, 'story_named');
    const change = async (readers: Readers) => {
      await sanne.clicks('Aanpassen');
      await fillsIn(sanne, { readers });
      expect((await sanne.submits()).errors).toEqual({});
      await aMinuteLater(house);
    };
    await change('me');
    expect(storiesIn(house)).toEqual([]);
    await change('story');
    expect(storiesIn(house)).toEqual([
      'Bakkerij Zuid\n> Ze bestellen op donderdag\nGebeld · 20 november · Gedeeld door een collega',
    ]);
    await change('colleagues');
    expect(storiesIn(house)).toEqual([]);
    expect(house.slack.refusals).toEqual([]);
  });

  it('a conversation that is withdrawn takes its story along', async () => {
    const house = await sharing(street);
    const sanne = await shares(house);
    await sanne.clicks('Intrekken');
    await aMinuteLater(house);
    expect(storiesIn(house)).toEqual([]);
    expect(newest(sanne)).toBeUndefined();
  });

  it('a story withdrawn before it was posted is never posted', async () => {
    const house = await sharing(street);
    house.slack.channels.archive(STORIES);
    await house.settled();
    const sanne = await shares(house);
    await sanne.clicks('Intrekken');
    house.slack.channels.unarchive(STORIES);
    await aMinuteLater(house);
    expect(storiesIn(house)).toEqual([]);
    expect(
      house.slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === STORIES).length,
    ).toBeLessThanOrEqual(1);
  });
});
