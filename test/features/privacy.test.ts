import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillsIn, logs, newest, type Readers } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { STORIES } from '../support/village.ts';

const street = aStreet();
const OTHERS = ['UBEN', 'UKAVYA', 'UNOOR'] as const;
const UNNAMED = ['colleagues', 'me', 'story'] as const satisfies Readers[];
const WHOM = ['Bakkerij Zuid', 'Slagerij Vos', 'Gemeente'];

/** All that somebody is shown, as it is sent: every conversation they can see, and their Home. */
function shownTo(house: House, userId: string): string {
  const visitor = house.as(userId);
  const messages = visitor.conversations().flatMap(({ id }) => visitor.messages(id));
  return JSON.stringify([messages, visitor.home ?? null, visitor.modals]);
}

/** What was posted or changed anywhere but in Sanne's own DM, with what travels along unseen. */
const postedElsewhere = (house: House) =>
  JSON.stringify(
    house.slack.calls
      .filter(({ method, args }) => method.startsWith('chat.') && args.channel !== house.as('USANNE').appDm())
      .filter(({ args }) => args.channel !== 'USANNE')
      .map(({ args }) => args),
  );

/** Nothing of hers stands anywhere else: not her name or id, ever; not these words, ever; nor those, any more. */
function expectPrivate(house: House, { ever, now }: { ever: readonly string[]; now: readonly string[] }) {
  const shown = OTHERS.map((userId) => shownTo(house, userId)).join();
  const everything = postedElsewhere(house) + shown;
  for (const sign of ['USANNE', 'Sanne', 'de Vries', ...ever]) expect(everything).not.toContain(sign);
  for (const words of now) expect(shown).not.toContain(words);
}

/** Somebody looks wherever there is something to see. */
async function looksAround(house: House, userId: string) {
  const visitor = house.as(userId);
  await visitor.opensHome();
  for (const command of ['/customer', '/customer help', '/customer summary']) await visitor.types(command);
}

const conversation = fc.record({
  readers: fc.constantFrom(...UNNAMED),
  customer: fc.constantFrom(...WHOM),
  how: fc.constantFrom('Gebeld', 'Op bezoek', 'Praktisch contact'),
  later: fc.constantFrom(...UNNAMED, 'withdrawn', 'unchanged'),
  looker: fc.constantFrom(...OTHERS),
});

/** Sanne does with her newest conversation what she wants. */
async function changesIt(house: House, later: Readers | 'withdrawn' | 'unchanged', learned: string) {
  const sanne = house.as('USANNE');
  const confirmation = newest(sanne);
  if (later === 'unchanged' || !confirmation) return;
  await sanne.clicks(later === 'withdrawn' ? 'Intrekken' : 'Aanpassen', { in: confirmation });
  if (later === 'withdrawn') return;
  await fillsIn(sanne, { readers: later, learned });
  await sanne.submits();
}

describe('whoever doesn’t choose to be named isn’t', () => {
  it('whatever Sanne logs, nobody else sees her name, and nobody the words she kept to herself', async () => {
    const house = await street.house({ at: '2026-11-16T09:00:00Z' });
    await street.choose(house, 'storiesChannel', STORIES);
    await street.choose(house, 'leaders', ['UKAVYA', 'UNOOR']);
    const ever: string[] = [];
    const now: string[] = [];
    let told = 0;
    await fc.assert(
      fc.asyncProperty(conversation, async ({ readers, customer, how, later, looker }) => {
        told += 1;
        const [first, second] = [`Eerst ${told} gehoord`, `Daarna ${told} gehoord`];
        await logs(house.as('USANNE'), { customer, how, learned: first, readers });
        await aMinuteLater(house);
        await changesIt(house, later, second);
        await aMinuteLater(house);
        if (readers === 'me') ever.push(first);
        if (later === 'me') ever.push(second);
        if (later !== 'unchanged') now.push(first);
        await looksAround(house, looker);
        expectPrivate(house, { ever, now });
      }),
      { numRuns: 50 },
    );
    await house.turnTo('2026-11-23T17:00:00Z', 60);
    for (const userId of OTHERS) await looksAround(house, userId);
    expect(house.as('UKAVYA').sees()).toContain('Monday 23 November');
    expectPrivate(house, { ever, now });
    expect(house.slack.refusals).toEqual([]);
  }, 120_000);
});
