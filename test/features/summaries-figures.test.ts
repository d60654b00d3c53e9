import { describe, expect, it } from 'vitest';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMomentLater, benTold, heard, idsWithNoise, lastAnswer, saveSettings } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { BEN, KAVYA, MARJAN, NOOR, SANNE, STORIES } from '../support/village.ts';

const DAY = 24 * 60;

const street = aStreet();
let house: House;

/** Monday 30 November: Marjan and Kavya lead, stories have a channel, and each closing week draws this noise. */
async function withNoise(...noises: number[]) {
  const people = [SANNE, BEN, KAVYA, MARJAN, NOOR];
  house = await street.house({ at: '2026-11-30T09:00:00Z', people, ids: idsWithNoise(...noises) });
  const chosen = { leaders: ['UMARJAN', 'UKAVYA'], channel: STORIES };
  expect((await saveSettings(house.as('UNOOR'), chosen)).errors).toEqual({});
}

const monday = async (at = '2026-12-07T08:30:00Z') => {
  await house.turnTo(at, DAY);
  await aMomentLater(house);
  return heard(house, 'UMARJAN').at(-1)?.readable ?? '';
};

const noisedTotals = () =>
  house.db.run(async (tx) =>
    (await tx.closedWeek.findMany({ orderBy: { week: 'asc' } })).map(({ week, conversations }) => [
      week,
      conversations,
    ]),
  );

describe('customers come first', () => {
  it('in their own words: who shared without a name stays unnamed, who chose to be named is', async () => {
    await withNoise(0);
    await logs(house.as('USANNE'), { customer: 'Bakkerij Zuid', learned: 'Jullie belden gewoon.', readers: 'story' });
    await aMomentLater(house);
    const told = { customer: 'Pol & Zn', learned: 'I told it <three> times.', readers: 'story_named' } as const;
    await logs(house.as('UBEN'), { ...told, lang: 'en' });
    const summary = await monday();
    expect(summary.split('\n').slice(1, 6)).toEqual([
      'Eerst twee klanten',
      '> I told it <three> times.',
      'Pol & Zn. Gedeeld door @Ben Carter.',
      '> Jullie belden gewoon.',
      'Bakkerij Zuid. Gedeeld door een collega.',
    ]);
    expect(summary).not.toMatch(/sanne/i);
    expect(summary).toContain('Pol & Zn zei het in één zin. Aan wie vertel jij dit deze week door?');
  });

  it('two of them, of that week, and only what was shared', async () => {
    await withNoise(0);
    const ben = house.as('UBEN');
    for (const [learned, readers, on] of [
      ['kept to himself', 'me', '2026-12-01'],
      ['for colleagues', 'colleagues', '2026-12-01'],
      ['of last week', 'story', '2026-11-27'],
      ['shared on Monday', 'story', '2026-11-30'],
    ] as const)
      await logs(ben, { lang: 'en', learned, readers, ...(on <= '2026-11-30' && { on }) });
    await house.turnTo('2026-12-03T12:00:00Z', DAY);
    for (const learned of ['shared on Wednesday', 'shared on Thursday'])
      await logs(ben, {
        lang: 'en',
        learned,
        readers: 'story',
        on: learned.endsWith('Thursday') ? '2026-12-03' : '2026-12-02',
      });
    const quotes = (await monday()).split('\n').filter((line) => line.startsWith('>'));
    expect(quotes).toEqual(['> shared on Thursday', '> shared on Wednesday']);
  });

  it('a story that was withdrawn before Monday isn’t told', async () => {
    await withNoise(0);
    await benTold(house, 10, '2026-12-01');
    await logs(house.as('USANNE'), { learned: 'Liever niet.', readers: 'story' });
    await aMomentLater(house);
    await house.as('USANNE').clicks('Intrekken');
    const summary = await monday();
    expect(summary).not.toContain('Liever niet.');
    expect(summary).toContain('Deze week deelde niemand een verhaal.');
  });
});

describe('the week’s figure', () => {
  it.each([
    [12, 0, 'ongeveer 10'],
    [13, 0, 'ongeveer 15'],
    [12, 8, 'ongeveer 20'],
    [23, -1, 'ongeveer 20'],
    [5, 0, 'ongeveer 5'],
    [0, 8, 'ongeveer 10'],
  ])('%i conversations and a noise of %i are told as "%s"', async (many, noise, says) => {
    await withNoise(noise);
    await benTold(house, many, '2026-12-02');
    expect(await monday()).toContain(`Gesprekken: ${says}.`);
  });

  it('is "few" by the noised number: twelve conversations and a noise of -8', async () => {
    await withNoise(-8);
    await benTold(house, 11, '2026-12-02');
    await logs(house.as('USANNE'), { readers: 'story' });
    expect(await monday()).toContain('Gesprekken: weinig.');
  });

  it('counts no practical contact, and no conversation of another week', async () => {
    await withNoise(0);
    await benTold(house, 10, '2026-12-06');
    await benTold(house, 10, '2026-12-02', { counts: false });
    await benTold(house, 10, '2026-11-29');
    await house.turnTo('2026-12-06T12:00:00Z', DAY);
    expect(await monday()).toContain('Gesprekken: ongeveer 10.');
  });

  it('is drawn once: Monday’s message, the command and Home say the same, on every day', async () => {
    await withNoise(7, 3);
    await benTold(house, 14, '2026-12-02');
    expect(await monday()).toContain('Gesprekken: ongeveer 20.');
    const marjan = house.as('UMARJAN');
    for (const at of ['2026-12-08T10:00:00Z', '2026-12-11T10:00:00Z']) {
      await house.turnTo(at, DAY);
      await marjan.types('/klant overzicht');
      expect(lastAnswer(marjan)).toContain('Gesprekken: ongeveer 20.');
      await marjan.opensHome();
      await house.settled();
      expect(marjan.home?.readable).toContain('Gesprekken: ongeveer 20.');
    }
    expect(await noisedTotals()).toEqual([['2026-W49', 21]]);
  });

  it('stays as it was published, whatever is logged or withdrawn later', async () => {
    await withNoise(0);
    await benTold(house, 10, '2026-12-02');
    await monday();
    await benTold(house, 30, '2026-12-03');
    await house.as('UMARJAN').types('/klant overzicht');
    expect(lastAnswer(house.as('UMARJAN'))).toContain('Gesprekken: ongeveer 10.');
    await benTold(house, 20, '2026-12-09');
    await monday('2026-12-14T09:00:00Z');
    expect(heard(house, 'UMARJAN').at(-1)?.text).toContain('afgerond: 10 · 20');
    expect((await noisedTotals())[0]).toEqual(['2026-W49', 10]);
  });
});

type Chart = { series: { data: { value: number }[] }[] };

const chartsIn = (blocks: readonly object[]): Chart[] =>
  blocks.flatMap((block) => ('chart' in block ? [block.chart as Chart] : []));

describe('the chart', () => {
  it('shows the last eight weeks, and the text beside it says the same', async () => {
    await withNoise(0);
    const totals = [3, 10, 15, 20, 25, 30, 35, 40, 45];
    for (const many of totals) {
      await benTold(house, many, house.clock.now().toISOString().slice(0, 10));
      await house.turnTo(new Date(house.clock.now().getTime() + 7 * 24 * 3_600_000).toISOString(), 7 * DAY);
    }
    await aMomentLater(house);
    const message = heard(house, 'UMARJAN').at(-1);
    const [chart] = chartsIn(message?.blocks ?? []);
    const points = chart?.series[0]?.data.map(({ value }) => value);
    expect(points).toEqual([10, 15, 20, 25, 30, 35, 40, 45]);
    expect(message?.text).toContain('10 · 15 · 20 · 25 · 30 · 35 · 40 · 45');
    expect(message?.text).toContain('ongeveer 45');
  });

  it('of a week with few says "few" in the text, and shows no number that isn’t a multiple of five', async () => {
    await withNoise(-4, 3);
    await benTold(house, 6, '2026-12-01');
    await house.turnTo('2026-12-08T09:00:00Z', DAY);
    await benTold(house, 11, '2026-12-08');
    await monday('2026-12-14T09:00:00Z');
    expect(heard(house, 'UMARJAN').at(-1)?.text).toContain('weinig · 15');
  });

  it('is left out, at once and for a day, where the workspace refuses charts', async () => {
    await withNoise(0);
    await benTold(house, 10, '2026-12-02');
    house.slack.faults.add({ method: 'chat.postMessage', error: 'invalid_blocks', times: 1 });
    await monday();
    const posts = () => house.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posts().map(({ response }) => (response as { ok: boolean }).ok)).toEqual([false, true, true]);
    for (const userId of ['UKAVYA', 'UMARJAN']) {
      const [message] = heard(house, userId);
      expect(message?.blocks.map(({ type }) => type)).not.toContain('data_visualization');
      expect(message?.readable).toMatch(/(rounded|afgerond): 10/);
    }
    await benTold(house, 10, '2026-12-07');
    await monday('2026-12-14T09:00:00Z');
    expect(
      heard(house, 'UMARJAN')
        .at(-1)
        ?.blocks.map(({ type }) => type),
    ).toContain('data_visualization');
  });
});

describe('a quiet week', () => {
  it('is one line', async () => {
    await withNoise(0);
    await benTold(house, 2, '2026-12-02');
    await monday();
    const second = await monday('2026-12-14T09:00:00Z');
    expect(second.split('\n').slice(1)).toEqual(['Een rustige week: weinig gesprekken. Tot volgende maandag.']);
  });
});
