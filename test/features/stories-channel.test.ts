import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { FRIDAY, shares, sharing, storiesIn } from '../support/stories.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
describe('a channel that doesn’t take messages', () => {
  const toAdmin = (house: House) =>
    house
      .as('UNOOR')
      .messages()
      .filter(({ bot }) => bot)
      .map(({ readable }) => readable);

  it('archived: the story waits, its author reads one sentence on Home, an admin hears once; then it goes out', async () => {
    const house = await sharing(street);
    house.slack.channels.archive(STORIES);
    await aMinuteLater(house);
    const sanne = await shares(house);
    await logs(sanne, { customer: 'Slagerij Vos', readers: 'story_named' });
    await house.turnTo('2026-11-23T12:00:00Z', 6 * 60);
    await sanne.opensHome();
    expect(sanne.home?.readable.match(/Je verhaal kan nu niet geplaatst worden/g)).toHaveLength(1);
    expect(toAdmin(house)).toEqual([expect.stringContaining('Ik kan niets plaatsen in #klantverhalen')]);

    house.slack.channels.unarchive(STORIES);
    await house.settled();
    await aMinuteLater(house);
    expect(storiesIn(house)).toHaveLength(2);
    await sanne.opensHome();
    expect(sanne.home?.readable).not.toContain('niet geplaatst');
  });

  it('archived a second time: the admin hears of it a second time', async () => {
    const house = await sharing(street);
    const told: number[] = [];
    for (const readers of ['story', 'story_named'] as const) {
      house.slack.channels.archive(STORIES);
      await aMinuteLater(house);
      await shares(house, readers);
      told.push(toAdmin(house).length);
      house.slack.channels.unarchive(STORIES);
      await house.settled();
      await aMinuteLater(house);
    }
    expect(told).toEqual([1, 1]);
    expect(toAdmin(house)).toEqual([]);
    expect(storiesIn(house)).toHaveLength(2);
  });

  it('one that refuses without a word is told to an admin once, and forgotten when nothing waits any more', async () => {
    const house = await sharing(street);
    house.slack.faults.add({ method: 'chat.postMessage', error: 'restricted_action', times: 2 });
    await logs(house.as('UBEN'), { lang: 'en', customer: 'Harbour Cafe', readers: 'story' });
    await house.turnTo('2026-11-20T12:00:00Z', 60);
    expect(toAdmin(house)).toHaveLength(1);
    await house.turnTo('2026-11-23T12:00:00Z', 6 * 60);
    expect(storiesIn(house)).toHaveLength(1);
    expect(toAdmin(house)).toEqual([]);
  });

  it('replaced in the settings while stories wait: they go to the new one', async () => {
    const house = await sharing(street);
    house.slack.channels.archive(STORIES);
    await aMinuteLater(house);
    await shares(house, 'story');
    await street.choose(house, 'storiesChannel', 'CGENERAL');
    await aMinuteLater(house);
    await aMinuteLater(house);
    expect(house.as('UKAVYA').messages('CGENERAL')).toHaveLength(1);
    house.slack.channels.unarchive(STORIES);
    await aMinuteLater(house);
    expect(storiesIn(house)).toEqual([]);
    expect(house.as('UKAVYA').messages('CGENERAL')).toHaveLength(1);
  });

  it('taken away while a form was open: the form says so, and the rest of it stays', async () => {
    const house = await sharing(street);
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Ze bestellen op donderdag');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called, readers: 'story' });
    await street.choose(house, 'storiesChannel', null);
    expect((await sanne.submits()).errors).toEqual({
      [FORM.nl.readers]: 'Delen kan niet meer: er is nu geen kanaal voor. Kies een van de eerste twee.',
    });
    await fillsIn(sanne, { readers: 'colleagues' });
    expect((await sanne.submits()).errors).toEqual({});
  });

  it('shared with another organisation: nothing more is posted there, and the admin is told', async () => {
    const house = await sharing(street);
    house.slack.channels.share(STORIES, 'TOUTSIDE');
    await house.settled();
    await aMinuteLater(house);
    expect(toAdmin(house)).toEqual([expect.stringContaining('wordt nu gedeeld met een andere organisatie')]);
    const sanne = house.as('USANNE');
    await sanne.types('/klant gesprek Iets');
    expect(sanne.modal?.readable).not.toContain('#klantverhalen');
    await fillsIn(sanne, { customer: 'Bakkerij Zuid', how: FORM.nl.called });
    await sanne.submits();
    await aMinuteLater(house);
    expect(storiesIn(house)).toEqual([]);
  });

  it('shared with another organisation after a story was posted: its author can still read what became of it', async () => {
    const house = await sharing(street);
    const sanne = await shares(house);
    house.slack.channels.share(STORIES, 'TOUTSIDE');
    await house.settled();
    await sanne.clicks('Aanpassen');
    await fillsIn(sanne, { learned: 'Toch op vrijdag', readers: 'me' });
    expect((await sanne.submits()).errors).toEqual({});
    await aMinuteLater(house);
    expect(storiesIn(house)).toEqual([]);
    expect(newest(sanne)?.readable).toContain('Alleen jij kunt dit lezen.');
  });

  it.each([
    ['an archived one', 'CARCHIVED', 'Dit kanaal is gearchiveerd. Kies er een dat in gebruik is.'],
    ['one that others share', 'CSHARED', 'Dit kanaal wordt gedeeld met een andere organisatie.'],
    ['a private one we aren’t in', 'CPRIVATE', 'Ik kan dit kanaal niet zien. Is het besloten?'],
  ])('an admin can’t choose %s', async (_what, id, says) => {
    const house = await street.house({ at: FRIDAY });
    house.slack.channels.create({ id: 'CARCHIVED', name: 'oud', members: ['UNOOR'], bot: true, is_archived: true });
    house.slack.channels.create({ id: 'CSHARED', name: 'samen', members: ['UNOOR'], bot: true, shared_with: ['TX'] });
    house.slack.channels.create({ id: 'CPRIVATE', name: 'besloten', kind: 'private', members: ['UNOOR'] });
    const noor = house.as('UNOOR');
    await noor.types('/klant instellingen');
    await noor.fills({ 'Kanaal voor gedeelde verhalen': id });
    const { errors } = await noor.submits();
    expect(errors).toEqual({ 'Kanaal voor gedeelde verhalen': expect.stringContaining(says) });
  });
});
