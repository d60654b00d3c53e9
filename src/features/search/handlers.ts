import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import type { ModalListener } from '../../slack/modal.ts';
import type { Modal } from '../../slack/view.ts';
import { localDay } from '../../time.ts';
import { wordsOf } from '../../words.ts';
import { customerStore } from '../customers/index.ts';
import { sendFiles } from '../logbook/index.ts';
import { settingStore } from '../settings/index.ts';
import { filesOf } from './files.ts';
import { type Place, searchForm, tidy } from './page.ts';
import { MOST_EXPORTED, PER_PAGE, since } from './rules.ts';
import { searchStore, type Wanted } from './store.ts';
import { say } from './texts.ts';
import { searchView } from './views.ts';

/** How many customers of the name that was typed stand above what was found. */
const CALLED = 3;

/** Opens the search with what was typed looked for already; with nothing typed, the latest. */
export const openSearch = async (deps: Deps, turn: Turn, text = '') =>
  turn.open(await pageFor(deps, turn, { words: tidy(text), customerId: null, topic: null, period: null, page: 0 }));

/** Another page. */
export const turnPage = async (deps: Deps, turn: Turn, at: Place) => turn.update(await pageFor(deps, turn, at));

/** Looks for what stands in the form. It changes nothing, so there is no draft behind it. */
export const searchListener: ModalListener = {
  id: searchForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const read = searchForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { customer, ...wanted } = read.fields;
    return { update: await pageFor(deps, turn, { ...wanted, customerId: customer, page: 0 }) };
  },
};

/** Sends somebody what they found as files, into their DM. */
export async function takeAlong(deps: Deps, turn: Turn, at: Place) {
  const { person, lang } = turn;
  const today = localDay(deps.clock.now(), person.zone);
  const found = await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, deps.clock.now()))) return undefined;
    return searchStore(tx).find(wantedBy(at, today), person.userId, { from: 0, n: MOST_EXPORTED });
  });
  if (!found) return;
  if (found.heard.length === 0) return turn.reply({ text: say(lang).nothing, blocks: [] });
  await turn.reply({ text: say(lang).onTheirWay, blocks: [] });
  await sendFiles(deps, turn, filesOf(found.heard, lang, today), say(lang).yourFiles(found.heard.length), 'found');
}

async function pageFor(deps: Deps, turn: Turn, at: Place): Promise<Modal> {
  const { person, lang } = turn;
  const today = localDay(deps.clock.now(), person.zone);
  return deps.db.run(async (tx) => {
    const page = { from: at.page * PER_PAGE, n: PER_PAGE + 1 };
    const { heard, isCut } = await searchStore(tx).find(wantedBy(at, today), person.userId, page);
    return searchView({
      ...{ lang, today, at, isCut },
      heard: heard.slice(0, PER_PAGE),
      hasOlder: heard.length > PER_PAGE,
      customer: at.customerId ? await customerStore(tx).find(at.customerId) : undefined,
      topics: (await settingStore(tx).all()).topics,
      called: await customersCalled(tx, at),
    });
  });
}

/** Who looks for a name means the customer, as often as the word. */
const customersCalled = async (tx: Tx, { words, customerId, page }: Place) =>
  words && customerId === null && page === 0 ? customerStore(tx).search(words, CALLED) : [];

const wantedBy = ({ words, customerId, topic, period }: Place, today: string): Wanted => ({
  ...{ customerId, topic },
  words: wordsOf(words),
  since: since(period, today),
});
