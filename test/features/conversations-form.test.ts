import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import { aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

async function opened(userId: string, command: string) {
  const house = await street.house({ at: FRIDAY });
  const visitor = house.as(userId);
  await visitor.types(command);
  return { house, visitor };
}

const conversationsOf = (house: Parameters<typeof street.look>[0]) =>
  street.look(house, (tx) => tx.conversation.findMany({ include: { customer: true } }));

describe('what must be answered', () => {
  it('five questions are in sight, today is filled in, and colleagues may read it without a name', async () => {
    const { visitor } = await opened('USANNE', '/klant gesprek');
    const labels = visitor.modal?.blocks.flatMap(({ label }) => (label ? [label.text] : []));
    expect(labels).toEqual([FORM.nl.whom, FORM.nl.how, FORM.nl.learned, FORM.nl.when, FORM.nl.readers]);
    expect(visitor.modal?.filled).toMatchObject({
      [FORM.nl.when]: '2026-11-20',
      [FORM.nl.readers]: FORM.nl.readBy.colleagues,
    });
  });

  it('today is the day where the person is: in Kolkata it is Saturday already', async () => {
    const house = await street.house({ at: '2026-11-20T20:00:00Z' });
    await house.as('UKAVYA').types('/customer log');
    await house.as('UBEN').types('/customer log');
    expect(house.as('UKAVYA').modal?.filled[FORM.en.when]).toBe('2026-11-21');
    expect(house.as('UBEN').modal?.filled[FORM.en.when]).toBe('2026-11-20');
  });

  it('an empty form is stopped by Slack itself, and nothing is saved', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek');
    expect(Object.keys((await visitor.submits()).errors)).toEqual([FORM.nl.whom, FORM.nl.how, FORM.nl.learned]);
    expect(await conversationsOf(house)).toEqual([]);
  });

  it.each([
    ['USANNE', 'nl', 'Wat heb je geleerd? “Niets nieuws” is ook een antwoord.'],
    ['UBEN', 'en', 'What did you learn? “Nothing new” is an answer too.'],
  ] as const)('nothing but spaces learned: %s hears in %s that nothing new is an answer', async (who, lang, says) => {
    const { house, visitor } = await opened(who, lang === 'nl' ? '/klant gesprek' : '/customer log');
    await fillsIn(visitor, { lang, customer: 'Bakkerij Zuid', how: FORM[lang].called, learned: '   ' });
    expect((await visitor.submits()).errors).toEqual({ [FORM[lang].learned]: says });
    expect(await conversationsOf(house)).toEqual([]);
  });

  it.each([
    ['UBEN', 'en', '2026-09-20', 'That is more than 60 days ago. Choose a later day, or leave this one be.'],
    ['USANNE', 'nl', '2026-09-20', 'Dat is meer dan 60 dagen geleden. Kies een latere dag, of laat deze rusten.'],
  ] as const)('%s (%s) gives the day %s', async (who, lang, day, says) => {
    const { house, visitor } = await opened(who, lang === 'nl' ? '/klant gesprek' : '/customer log');
    await fillsIn(visitor, { lang, customer: 'Bakkerij Zuid', how: FORM[lang].called, learned: 'Iets' });
    await visitor.picks(FORM[lang].when, day);
    expect((await visitor.submits()).errors).toEqual({ [FORM[lang].when]: says });
    expect(await conversationsOf(house)).toEqual([]);
    await visitor.picks(FORM[lang].when, '2026-09-21');
    expect((await visitor.submits()).errors).toEqual({});
    expect(await conversationsOf(house)).toHaveLength(1);
  });

  it.each([
    ['UBEN', 'en', 'That day is still to come. Shall I make it a plan?', '[Make it a plan]'],
    ['USANNE', 'nl', 'Die dag moet nog komen. Wil je er een plan van maken?', '[Maak er een plan van]'],
  ] as const)(
    '%s (%s) gives a day that is still to come: a plan is offered beside it',
    async (who, lang, says, button) => {
      const { house, visitor } = await opened(who, lang === 'nl' ? '/klant gesprek' : '/customer log');
      await fillsIn(visitor, { lang, customer: 'Bakkerij Zuid', how: FORM[lang].called, learned: 'Iets' });
      await visitor.picks(FORM[lang].when, '2026-11-21');
      for (let times = 0; times < 2; times++) await visitor.submits();
      const shown = visitor.modal?.readable ?? '';
      expect(shown.split(says)).toHaveLength(2);
      expect(shown.indexOf(says)).toBeGreaterThan(shown.indexOf(FORM[lang].when));
      expect(shown).toContain(button);
      expect(visitor.modal?.filled[FORM[lang].learned]).toBe('Iets');
      expect(await conversationsOf(house)).toEqual([]);
      await visitor.picks(FORM[lang].when, '2026-11-20');
      expect((await visitor.submits()).errors).toEqual({});
      expect(await conversationsOf(house)).toHaveLength(1);
    },
  );

  it('a conversation that is there already can’t be moved to a day that is still to come', async () => {
    const { visitor } = await opened('USANNE', '/klant gesprek Iets');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    await visitor.submits();
    await visitor.opensHome();
    await visitor.clicks('Aanpassen', { in: 'home', beside: 'Bakkerij Zuid' });
    await visitor.picks(FORM.nl.when, '2026-11-21');
    expect((await visitor.submits()).errors).toEqual({
      [FORM.nl.when]: 'Die dag moet nog komen. Bewaar het gesprek zodra je het gevoerd hebt.',
    });
  });

  it('a day in another month counts for that month', async () => {
    const { visitor } = await opened('USANNE', '/klant gesprek Toch nog');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    await visitor.picks(FORM.nl.when, '2026-10-30');
    await visitor.submits();
    expect(newest(visitor)?.readable).toContain('telt mee voor oktober');
  });
});

describe('how much fits', () => {
  it.each([
    ['letters', 'a'.repeat(3_000)],
    ['emoji', '🙂'.repeat(3_000)],
  ])('3,000 %s are kept to the last', async (_what, words) => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld', learned: words });
    expect((await visitor.submits()).errors).toEqual({});
    expect((await conversationsOf(house)).map(({ learned }) => learned)).toEqual([words]);
    expect(newest(visitor)?.readable).toContain('telt mee voor november');
    expect(house.slack.refusals).toEqual([]);
  });

  it('one more is refused by Slack before we are asked', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld', learned: 'a'.repeat(3_001) });
    expect((await visitor.submits()).errors).toEqual({ [FORM.nl.learned]: 'Must be less than 3001 characters long.' });
    expect(await conversationsOf(house)).toEqual([]);
  });

  it('emoji alone is an answer', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek 👍🏽🎉');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    await visitor.submits();
    expect((await conversationsOf(house)).map(({ learned }) => learned)).toEqual(['👍🏽🎉']);
  });

  it('a longer text behind the command fills the field as far as it goes, and says so', async () => {
    const { house, visitor } = await opened('USANNE', `/klant gesprek ${'ja '.repeat(1_500)}`);
    expect(visitor.modal?.readable).toContain(
      'Je tekst was langer dan hier past: de eerste 3000 tekens staan hieronder',
    );
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld' });
    expect((await visitor.submits()).errors).toEqual({});
    expect(await conversationsOf(house)).toHaveLength(1);
  });
});

describe('“Add more”', () => {
  it('shows the other questions and keeps what was typed', async () => {
    const { house, visitor } = await opened('UBEN', '/customer log They count in crates');
    await fillsIn(visitor, { lang: 'en', customer: 'Harbour Cafe', how: 'Visit', learned: 'They count in dozens' });
    await visitor.clicks('Add more');
    expect(visitor.modal?.filled).toMatchObject({
      [FORM.en.whom]: 'Add “Harbour Cafe”',
      [FORM.en.how]: 'Visit',
      [FORM.en.learned]: 'They count in dozens',
    });
    await visitor.fills({
      'What was behind the question?': 'Fewer deliveries',
      'What did we say?': 'We promised to look into it',
      'Who got in touch?': 'They did',
      'What was it about?': 'A whole journey',
      'Roughly how long?': '15',
    });
    expect((await visitor.submits()).errors).toEqual({});
    expect(await conversationsOf(house)).toMatchObject([
      {
        learned: 'They count in dozens',
        need: 'Fewer deliveries',
        said: 'We promised to look into it',
        initiative: 'they',
        level: 'journey',
        minutes: 15,
      },
    ]);
    expect(house.slack.refusals).toEqual([]);
  });

  it('what was added stands in the form again when it is edited', async () => {
    const { visitor } = await opened('UBEN', '/customer log They count in crates');
    await fillsIn(visitor, { lang: 'en', customer: 'Harbour Cafe', how: 'Visit' });
    await visitor.clicks('Add more');
    await visitor.fills({ 'Who got in touch?': 'They did', 'Roughly how long?': '15' });
    await visitor.submits();
    await visitor.clicks('Edit');
    expect(visitor.modal?.filled).toMatchObject({ 'Who got in touch?': 'They did', 'Roughly how long?': '15' });
  });

  it('whoever calls took the initiative, unless they say otherwise', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek');
    await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: 'Gebeld', learned: 'Iets' });
    await visitor.submits();
    await logs(visitor, { how: 'Meegeluisterd' });
    const rows = await conversationsOf(house);
    expect(rows.map(({ kind, initiative }) => [kind, initiative]).sort()).toEqual([
      ['call', 'we'],
      ['listened-in', 'they'],
    ]);
  });
});

describe('a form that isn’t saved', () => {
  it('leaves nothing behind when it is closed', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek Dit bewaar ik toch niet');
    const drafts = () => street.look(house, (tx) => tx.draft.count());
    expect(await drafts()).toBe(1);
    await visitor.closes();
    await house.settled();
    expect(await drafts()).toBe(0);
    expect(await conversationsOf(house)).toEqual([]);
  });

  it('offers to share as a story only where there is a channel for it', async () => {
    const { house, visitor } = await opened('USANNE', '/klant gesprek');
    expect(visitor.modal?.readable).not.toContain('#klantverhalen');
    await visitor.closes();
    await street.choose(house, 'storiesChannel', STORIES);
    await visitor.types('/klant gesprek');
    expect(visitor.modal?.readable).toContain(FORM.nl.readBy.story);
    expect(visitor.modal?.readable).toContain(FORM.nl.readBy.story_named);
  });
});
