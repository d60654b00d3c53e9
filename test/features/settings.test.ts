import { afterEach, describe, expect, it } from 'vitest';
import { settingStore } from '../../src/features/settings/index.ts';
import { logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, lastAnswer, saveSettings, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, OTHERS, SANNE, STORIES } from '../support/village.ts';

const LEADERS = 'Leidinggevenden';
const CHANNEL = 'Kanaal voor gedeelde verhalen';

const street = aStreet();
let house: House;
/** To ask Slack whether there is such a channel is no mistake. */
afterEach(() => expect(house.slack.refusals.filter(({ what }) => what !== 'conversations.info')).toEqual([]));

const people = [SANNE, BEN, KAVYA, MARJAN, NOOR, ...OTHERS];
const open = async (who = people) => {
  house = await street.house({ at: '2026-11-30T09:00:00Z', people: who });
};
const noor = () => house.as('UNOOR');
const settingsNow = () => house.db.run((tx) => settingStore(tx).all());
const changesOf = (key: string) =>
  house.db.run((tx) =>
    tx.settingChange.findMany({
      where: { key, by: { not: 'slack' } },
      orderBy: { at: 'asc' },
      omit: { workspaceId: true, id: true },
    }),
  );

describe('the settings open', () => {
  it('for Noor, who is an admin: by the command in either language, from Home', async () => {
    await open();
    for (const command of ['/klant instellingen', '/customer settings']) {
      await noor().types(command);
      expect(noor().modal?.title).toBe('Instellingen');
      await noor().closes();
    }
    await noor().opensHome();
    await house.settled();
    await noor().clicks('Instellingen', { in: 'home' });
    expect(noor().modal?.title).toBe('Instellingen');
  });

  it('for nobody else: Sanne hears whose they are, and has no button on Home', async () => {
    await open();
    const sanne = house.as('USANNE');
    await sanne.types('/klant instellingen');
    expect(sanne.modal).toBeUndefined();
    expect(lastAnswer(sanne)).toBe(
      'Dat is voor beheerders: de eigenaren en beheerders van deze Slack-workspace, en wie Mantra installeerde.',
    );
    await sanne.opensHome();
    await house.settled();
    expect(sanne.home?.readable).not.toContain('[Instellingen]');
  });

  it('and who is an admin no longer can’t save what they had open', async () => {
    await open();
    await noor().types('/klant instellingen');
    await noor().fills({ [LEADERS]: ['UMARJAN'] });
    house.slack.people.change('UNOOR', { is_admin: false, is_owner: false });
    await house.settled();
    const { errors } = await noor().submits();
    expect(Object.values(errors)).toEqual([
      'Dat is voor beheerders: de eigenaren en beheerders van deze Slack-workspace, en wie Mantra installeerde.',
    ]);
    expect((await settingsNow()).leaders).toEqual([]);
  });

  it('with what holds now', async () => {
    await open();
    await saveSettings(noor(), { leaders: ['UMARJAN', 'UKAVYA'], channel: STORIES });
    await noor().types('/klant instellingen');
    expect(noor().modal?.filled).toMatchObject({
      [LEADERS]: ['Marjan Bakker', 'Kavya Rao'],
      [CHANNEL]: 'klantverhalen',
      'Tijdzone van het huis': 'Europe/Amsterdam',
      'Taal van het huis': 'Nederlands',
      Land: 'Nederland',
    });
  });
});

describe('what doesn’t fit is said beside its field, and nothing is lost:', () => {
  it.each([
    ['a guest', 'UGUEST'],
    ['a bot', 'UROBOT'],
    ['somebody who left', 'UGONE'],
    ['somebody who was only invited', 'UINVITED'],
    ['Slackbot', 'USLACKBOT'],
  ])('%s as a leader', async (_who, userId) => {
    await open();
    await noor().types('/klant instellingen');
    await noor().fills({ [LEADERS]: ['UMARJAN', userId], [CHANNEL]: STORIES });
    const { errors } = await noor().submits();
    expect(errors).toEqual({
      [LEADERS]: 'Leidinggevenden zijn mensen die hier werken: geen gasten, bots of mensen van andere organisaties.',
    });
    expect(noor().modal?.filled).toMatchObject({ [CHANNEL]: 'klantverhalen' });
    expect((await settingsNow()).storiesChannel).toBeNull();
    await noor().fills({ [LEADERS]: ['UMARJAN'] });
    expect((await noor().submits()).errors).toEqual({});
    expect(await settingsNow()).toMatchObject({ leaders: ['UMARJAN'], storiesChannel: STORIES });
  });

  it.each([
    ['archived', { id: 'COLD', name: 'oud', is_archived: true }],
    ['shared with another organisation', { id: 'CSHARED', name: 'samen', shared_with: ['TOTHER'] }],
    ['private and without Mantra', { id: 'CPRIVATE', name: 'besloten', kind: 'private' as const }],
  ])('a stories channel that is %s', async (_what, channel) => {
    await open();
    house.slack.channels.create({ members: people.map(({ id }) => id), ...channel });
    await noor().types('/klant instellingen');
    await noor().fills({ [LEADERS]: ['UMARJAN'], [CHANNEL]: channel.id });
    const { errors } = await noor().submits();
    expect(Object.keys(errors)).toEqual([CHANNEL]);
    expect(noor().modal?.filled).toMatchObject({ [LEADERS]: ['Marjan Bakker'] });
    expect((await settingsNow()).leaders).toEqual([]);
  });

  it('a leader and a channel at once', async () => {
    await open();
    house.slack.channels.create({ id: 'COLD', name: 'oud', members: ['UNOOR'], is_archived: true });
    const { errors } = await saveSettings(noor(), { leaders: ['UROBOT'], channel: 'COLD' });
    expect(Object.keys(errors).toSorted()).toEqual([CHANNEL, LEADERS]);
  });
});

describe('a change', () => {
  it('that names a leader twice names her once', async () => {
    await open();
    const twice = { by: 'UNOOR', at: house.clock.now(), id: crypto.randomUUID() };
    await house.db.run((tx) => settingStore(tx).set('leaders', ['UMARJAN', 'UKAVYA', 'UMARJAN'], twice));
    expect((await settingsNow()).leaders).toEqual(['UMARJAN', 'UKAVYA']);
  });

  it('is kept with who, when, from what and to what; what stays the same isn’t', async () => {
    await open();
    await saveSettings(noor(), { leaders: ['UMARJAN'] });
    await house.turnTo('2026-11-30T10:00:00Z');
    await saveSettings(noor(), { leaders: ['UMARJAN', 'UKAVYA'] });
    await saveSettings(noor(), {});
    expect(await changesOf('leaders')).toEqual([
      { scope: '', key: 'leaders', old: null, new: ['UMARJAN'], by: 'UNOOR', at: new Date('2026-11-30T09:00:00Z') },
      {
        ...{ scope: '', key: 'leaders', old: ['UMARJAN'], new: ['UMARJAN', 'UKAVYA'] },
        ...{ by: 'UNOOR', at: new Date('2026-11-30T10:00:00Z') },
      },
    ]);
  });

  it('can take the stories channel away again', async () => {
    await open();
    await saveSettings(noor(), { channel: STORIES });
    await noor().types('/klant instellingen');
    const container = { kind: 'view', viewId: noor().modal?.id ?? '' } as const;
    await noor().act({ container, blockId: 'storiesChannel', actionId: 'conversations.channel' });
    expect((await noor().submits()).errors).toEqual({});
    expect((await settingsNow()).storiesChannel).toBeNull();
    expect((await changesOf('storiesChannel')).map(({ old, new: now }) => [old, now])).toEqual([
      [null, STORIES],
      [STORIES, null],
    ]);
  });

  it('made twice, because Slack delivers it again, is one', async () => {
    await open();
    await saveSettings(noor(), { leaders: ['UMARJAN'] });
    await saveSettings(noor(), { leaders: ['UKAVYA'] });
    const old = house.slack.envelopes.findLast(
      ({ payload }) => payload.type === 'view_submission' && JSON.stringify(payload).includes('"UMARJAN"'),
    );
    await house.slack.redeliver(old ?? expect.fail());
    await house.settled();
    expect((await settingsNow()).leaders).toEqual(['UKAVYA']);
    expect(await changesOf('leaders')).toHaveLength(2);
  });

  describe('made by Marjan while Noor has the form open', () => {
    it('stays: the start of the nudges', async () => {
      await bothAreAdmins();
      await startsNudges(house.as('UMARJAN'));
      await noor().fills({ [LEADERS]: ['UKAVYA'] });
      await noor().submits();
      const { leaders, nudgesStartedAt } = await settingsNow();
      expect({ leaders, started: nudgesStartedAt !== null }).toEqual({ leaders: ['UKAVYA'], started: true });
    });

    it('stays where Noor changes something else', async () => {
      await bothAreAdmins();
      await saveSettings(house.as('UMARJAN'), { leaders: ['UKAVYA'], channel: STORIES });
      await noor().fills({ Land: 'België' });
      expect((await noor().submits()).errors).toEqual({});
      expect(await settingsNow()).toMatchObject({ leaders: ['UKAVYA'], storiesChannel: STORIES, country: 'BE' });
      expect(await changesOf('leaders')).toHaveLength(1);
    });
  });

  async function bothAreAdmins() {
    await open([SANNE, BEN, KAVYA, { ...MARJAN, is_admin: true }, NOOR]);
    await noor().types('/klant instellingen');
  }
});

describe('the language of a channel', () => {
  it('is the house’s, until Noor chooses another one for it', async () => {
    await open();
    await saveSettings(noor(), { channel: STORIES });
    await logs(house.as('USANNE'), { readers: 'story' });
    await aMomentLater(house);
    expect(newest(noor(), STORIES)?.readable).toContain('Gebeld');
    await noor().types('/klant instellingen');
    await noor().fills({ 'Taal in dat kanaal': 'English' });
    expect((await noor().submits()).errors).toEqual({});
    await logs(house.as('USANNE'), { readers: 'story', customer: 'Tuinderij Bos' });
    await aMomentLater(house);
    expect(newest(noor(), STORIES)?.readable).toContain('Call');
    const [change] = await changesOf('lang');
    expect(change).toMatchObject({ scope: STORIES, new: 'en', by: 'UNOOR' });
  });
});
