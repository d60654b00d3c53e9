import { describe, expect, it } from 'vitest';
import { words } from '../../commands/index.ts';
import { within } from '../../src/deadline.ts';
import { features } from '../../src/features/index.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

describe('help', () => {
  it.each([
    ['USANNE', '/klant help', 'Mantra maakt praten met klanten ieders gewoonte.', 'Leidinggevenden zien groepen'],
    ['UBEN', '/customer help', 'Mantra makes talking to customers everybody’s habit.', 'Leaders see groups'],
  ])('%s reads in their own language what it is, who sees what and how to stop', async (userId, command, what, who) => {
    const house = await street.house({ at: FRIDAY });
    const { ephemeral } = await house.as(userId).types(command);
    expect(ephemeral[0]?.readable).toContain(what);
    expect(ephemeral[0]?.readable).toContain(who);
    expect(house.slack.refusals).toEqual([]);
  });

  it('the language is the person’s, not the command’s', async () => {
    const house = await street.house({ at: FRIDAY });
    const { ephemeral } = await house.as('USANNE').types('/customer help');
    expect(ephemeral[0]?.readable).toContain('/klant gesprek');
  });

  it('who gets no answer because Slack takes none is told so within seconds, and keeps nobody waiting', async () => {
    const house = await street.house({ at: FRIDAY });
    house.slack.faults.add({ method: 'response_url', times: 1, hang: true });
    const { ephemeral } = await within(30_000, house.as('USANNE').types('/klant help'));
    expect(ephemeral.map(({ readable }) => readable)).toEqual([expect.stringContaining('Er ging bij ons iets mis')]);
  }, 60_000);

  it('every habit that explains itself stands in it', async () => {
    const house = await street.house({ at: FRIDAY });
    const { ephemeral } = await house.as('UBEN').types('/customer help');
    for (const { help } of features) if (help) expect(ephemeral[0]?.readable).toContain(help('en').title);
  });

  it.each(['en', 'nl'] as const)('every word that can be typed stands in it (%s)', (lang) => {
    const told = features.flatMap(({ help }) => help?.(lang).words ?? []).map(({ type }) => type.split(' ').at(-1));
    for (const { name } of words) expect(told).toContain(name[lang]);
  });
});
