import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillsIn, logs, newest, type Readers } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { heard, startsNudges } from '../support/moves.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { BEN, KAVYA, NOOR, SANNE, STORIES } from '../support/village.ts';

const street = aStreet();
const READERS = ['colleagues', 'me', 'story', 'story_named'] as const satisfies Readers[];
const WHOM = ['Bakkerij Zuid', 'Slagerij Vos'];

/** Who logs, in their own language, and what gives them away. */
const AUTHORS = {
  USANNE: { lang: 'nl', edit: 'Aanpassen', withdraw: 'Intrekken', signs: /USANNE|Sanne|de Vries/ },
  UBEN: { lang: 'en', edit: 'Edit', withdraw: 'Withdraw', signs: /UBEN|Ben Carter/ },
} as const;
type Author = keyof typeof AUTHORS;

type Told = { author: Author; customer: string; words: string; readers: Readers | 'withdrawn' };

/** All that a look brought somebody: every view with what travels in it unseen, and the files. */
type Look = { page: string; search: string };

const isFor = ({ author, readers }: Told, userId: string) =>
  readers !== 'withdrawn' && (readers !== 'me' || author === userId);

/** Logs a conversation, and does with it what its author wants later. */
async function tells(house: House, told: Told, later: Told['readers'] | 'unchanged', words: string): Promise<Told> {
  const { lang, edit, withdraw } = AUTHORS[told.author];
  const author = house.as(told.author);
  const { customer, readers } = told;
  await logs(author, { lang, customer, learned: told.words, ...(readers !== 'withdrawn' && { readers }) });
  await aMinuteLater(house);
  const confirmation = newest(author);
  if (later === 'unchanged' || !confirmation) return told;
  await author.clicks(later === 'withdrawn' ? withdraw : edit, { in: confirmation });
  if (later === 'withdrawn') return { ...told, readers: later };
  await fillsIn(author, { lang, readers: later, learned: words });
  await author.submits();
  return { ...told, words, readers: later };
}

/** Kavya or Noor, or one of the authors, looks at a page, searches, and takes along what was found. */
async function looks(house: House, userId: string, { customer, words }: Told): Promise<Look> {
  const visitor = house.as(userId);
  const views = () => JSON.stringify(visitor.modals.map(({ readable, ...rest }) => [readable, rest]));
  await visitor.types(`/customer who ${customer}`);
  const page = views();
  // What was typed stands in the form again: only its beginning is typed, and the whole would be what was found.
  await visitor.types(`/customer search ${words.split(' ')[0]}`);
  const searched = views();
  await visitor.types('/customer search');
  const latest = views();
  const before = Object.keys(house.slack.dump().files);
  const label = ['Export as files', 'Meenemen als bestand'].find((one) => latest.includes(one));
  if (label) await visitor.clicks(label);
  await house.settled();
  const files = Object.entries(house.slack.dump().files).filter(([id]) => !before.includes(id));
  await visitor.closes({ all: true });
  const contents = files.map(([, { content = '' }]) => Buffer.from(content, 'base64').toString());
  return { page, search: [searched, latest, ...contents].join() };
}

/** Nothing of what isn't for these eyes, and nobody's name but where they chose it and it may be read. */
function expectPrivate(everything: readonly Told[], gone: readonly string[], userId: string, { page, search }: Look) {
  for (const words of gone) expect(page + search).not.toContain(words);
  for (const told of everything) if (!isFor(told, userId)) expect(page + search).not.toContain(told.words);
  for (const [author, { signs }] of Object.entries(AUTHORS)) {
    if (author === userId) continue;
    expect(search).not.toMatch(signs);
    const named = everything.some((told) => told.author === author && told.readers === 'story_named');
    if (!named) expect(page).not.toMatch(signs);
  }
}

const scene = fc.record({
  author: fc.constantFrom<Author>('USANNE', 'UBEN'),
  customer: fc.constantFrom(...WHOM),
  readers: fc.constantFrom(...READERS),
  later: fc.constantFrom(...READERS, 'withdrawn' as const, 'unchanged' as const, 'unchanged' as const),
  looker: fc.constantFrom('USANNE', 'UBEN', 'UKAVYA', 'UNOOR'),
});

it('page, search, files and what came of it show what each author chose, to whom they chose, and whose only where they did', async () => {
  const house = await street.house({ at: '2026-11-16T09:00:00Z', people: [SANNE, BEN, KAVYA, NOOR] });
  await street.choose(house, 'storiesChannel', STORIES);
  await street.choose(house, 'leaders', ['UKAVYA', 'UNOOR']);
  await startsNudges(house.as('UNOOR'));
  const everything: Told[] = [];
  const gone: string[] = [];
  let n = 0;
  await fc.assert(
    fc.asyncProperty(scene, async ({ looker, later, ...first }) => {
      n += 1;
      const [words, changed] = [`eerst${n}x gehoord`, `daarna${n}x gehoord`];
      const told = await tells(house, { ...first, words }, later, changed);
      everything.push(told);
      if (told.words !== words) gone.push(words);
      const look = await looks(house, looker, told);
      expectPrivate(everything, gone, looker, look);
      expect(look.search.includes(`> ${told.words}`)).toBe(isFor(told, looker));
    }),
    { numRuns: 24 },
  );
  await house.turnTo('2026-12-09T17:00:00Z', 7 * 24 * 60);
  const returned = ['USANNE', 'UBEN'].map((userId) => {
    const messages = heard(house, userId).filter(({ readable }) => /^(Wat er gebeurde|What came of)/.test(readable));
    const look = JSON.stringify(messages);
    expectPrivate(everything, gone, userId, { page: '', search: look });
    return messages.length;
  });
  expect(Math.max(...returned)).toBe(1);
  expect(house.slack.refusals).toEqual([]);
}, 180_000);
