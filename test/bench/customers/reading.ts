import { createHash } from 'node:crypto';
import type { Deps } from '../../../src/deps.ts';
import { openPage, turnPage } from '../../../src/features/pages/handlers.ts';
import { personStore, rolesOf } from '../../../src/features/people/index.ts';
import { openSearch, turnPage as turnSearch } from '../../../src/features/search/handlers.ts';
import type { Turn } from '../../../src/slack/action.ts';
import { NEVER_TOGETHER, TOPICS, VOCABULARY } from './told.ts';

/** Something somebody looks at, from the click to the modal as it would be sent. */
export type Reading = { name: string; look(): Promise<void> };

/** What is read of a customer and of everything that was told (told.ts), by somebody of the house. */
export async function readings(deps: Deps, userId: string): Promise<Reading[]> {
  const turn = await turnOf(deps, userId);
  const [customer] = await deps.db.run((tx) => tx.customer.findMany({ take: 1, orderBy: { id: 'asc' } }));
  const customerId = customer?.id ?? '';
  const search = (words: string, more: { customerId?: string; topic?: string; page?: number } = {}) =>
    turnSearch(deps, turn, { words, customerId: null, topic: null, period: null, page: 0, ...more });
  return [
    { name: 'page', look: () => openPage(deps, turn, { customerId }) },
    { name: 'page, turned', look: () => turnPage(deps, turn, { customerId, page: 1 }) },
    { name: 'search, the latest', look: () => openSearch(deps, turn) },
    { name: 'search, a rare word', look: () => search(word(VOCABULARY - 1)) },
    { name: 'search, a word in between', look: () => search(word(VOCABULARY / 10)) },
    { name: 'search, a common word', look: () => search(word(0)) },
    { name: 'search, a common word, turned far', look: () => search(word(0), { page: 50 }) },
    { name: 'search, two common words', look: () => search(`${word(0)} ${word(1)}`) },
    { name: 'search, common words that never meet', look: () => search(NEVER_TOGETHER.join(' ')) },
    { name: 'search, a customer and a word', look: () => search(NEVER_TOGETHER[0], { customerId }) },
    {
      name: 'search, a topic and words that never meet',
      look: () => search(NEVER_TOGETHER.join(' '), { topic: TOPICS[0] }),
    },
  ];
}

/** The word of a place in the vocabulary, as the database makes it. */
const word = (place: number) => createHash('md5').update(`word ${place}`).digest('hex').slice(0, 8);

/** Somebody who looks; what they would be shown is made and goes nowhere. */
async function turnOf(deps: Deps, userId: string): Promise<Turn> {
  const person = await deps.db.run((tx) => personStore(tx).find(userId));
  if (!person) throw new Error(`${userId} isn't in this house`);
  const show = async (view: object) => void JSON.stringify(view);
  return {
    person,
    roles: rolesOf(person, [], null),
    lang: person.lang,
    requestId: 'bench',
    reply: show,
    open: show,
    update: show,
  };
}
