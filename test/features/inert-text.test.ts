import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, logs, newest } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const OURS = new Set(['<@USANNE>', `<#${STORIES}>`]);

type Json = unknown;

/** Every text that Slack reads as mrkdwn in what was sent. */
function mrkdwnIn(value: Json): string[] {
  if (typeof value === 'string') return /^[[{]/.test(value) ? mrkdwnIn(parsed(value)) : [];
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: string; text?: Json };
  const own = typeof text === 'string' && type !== 'plain_text' ? [text] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnIn)];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What comes alive in Slack, besides the names and channels that Mantra itself wrote. */
const liveIn = (house: House) =>
  house.slack.calls
    .flatMap(({ args }) => mrkdwnIn(args))
    .flatMap((text) => text.match(/<[^>]*>?/g) ?? [])
    .filter((token) => !OURS.has(token));

const NASTY = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<@USANNE>',
  '<#C1>',
  '<http://x|y>',
  '<mailto:a@b|c>',
  '<!date^1^x|y>',
];
const bit = fc.constantFrom(
  ...NASTY,
  '<',
  '>',
  '&',
  '&lt;!channel&gt;',
  '&amp;',
  '*',
  '_',
  '`',
  '```',
  '\n',
  '> ',
  ' ',
  '🙂',
  'ja',
);
const nasty = fc.array(bit, { minLength: 1, maxLength: 12 }).map((bits) => bits.join(''));

describe('what people type never comes alive', () => {
  it('from the command to the confirmation, the story and Home', async () => {
    const house = await street.house({ at: '2026-11-20T09:00:00Z' });
    await street.choose(house, 'storiesChannel', STORIES);
    const sanne = house.as('USANNE');
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (words, name) => {
        await sanne.types(`/klant gesprek x${words}`);
        const offered = await sanne.searches(FORM.nl.whom, `x${name}`);
        await sanne.picks(FORM.nl.whom, offered[0] ?? '');
        await fillsIn(sanne, { how: FORM.nl.called, readers: 'story_named' });
        expect((await sanne.submits()).errors).toEqual({});
        await aMinuteLater(house);
        await sanne.opensHome();
        await sanne.types(`/klant q${words}`);
        expect(liveIn(house)).toEqual([]);
      }),
      { numRuns: 30 },
    );
    expect(house.slack.refusals).toEqual([]);
  }, 120_000);

  it.each(NASTY)('%s is read as it was typed', async (token) => {
    const house = await street.house({ at: '2026-11-20T09:00:00Z' });
    await street.choose(house, 'storiesChannel', STORIES);
    const sanne = house.as('USANNE');
    await logs(sanne, { customer: `Klant ${token}`, learned: `Zeiden ze: ${token}`, readers: 'story' });
    await aMinuteLater(house);
    expect(newest(sanne)?.readable).toContain(`> Zeiden ze: ${token}`);
    expect(newest(sanne)?.readable).toContain(`Klant ${token}`);
    expect(house.as('UBEN').messages(STORIES)[0]?.readable).toContain(`> Zeiden ze: ${token}`);
    expect(liveIn(house)).toEqual([]);
  });
});
