import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { Turn } from '../../slack/action.ts';
import { cut } from '../../slack/blocks.ts';
import type { ModalListener } from '../../slack/modal.ts';
import type { Modal } from '../../slack/view.ts';
import { localDay, monthOf } from '../../time.ts';
import { fold } from '../../words.ts';
import { heardStore } from '../conversations/index.ts';
import { type Customer, customerStore, factsStore, ideasFor } from '../customers/index.ts';
import { type Place, whoForm } from './page.ts';
import { say } from './texts.ts';
import { nobodyView, pageView, wholeView } from './views.ts';
import { severalView, whoView } from './who-views.ts';

/** How many conversations stand on one page: one block each, of the hundred a modal holds, and none longer than a glance. */
const PER_PAGE = 10;

/** How many of those that fit a name one can choose from without typing more. */
const CHOICES = 20;

/** How many customers are proposed to whoever names none. */
const IDEAS = 3;

/** How much of what was typed is looked up, and said again, in characters. */
const MOST_TYPED = 100;

/** Opens the page of whoever is named; of several one chooses; nobody can be added. Without a name, three ideas. */
export async function openWho(deps: Deps, turn: Turn, text = '') {
  const typed = cut(text.trim().replace(/\s+/g, ' '), MOST_TYPED);
  await turn.open(await deps.db.run((tx) => (typed ? viewFor(deps, tx, turn, typed) : ideas(deps, tx, turn))));
}

/** Opens a customer's page from wherever they are named. */
export const openPage = async (deps: Deps, turn: Turn, { customerId }: { customerId: string }) =>
  turn.open(await deps.db.run((tx) => pageFor(deps, tx, turn, { customerId, page: 0 })));

/** The page in the place of what is open. */
export const turnPage = async (deps: Deps, turn: Turn, at: Place) =>
  turn.update(await deps.db.run((tx) => pageFor(deps, tx, turn, at)));

/** Shows the page of whoever was chosen in the form. It changes nothing, so there is no draft behind it. */
export const whoListener: ModalListener = {
  id: whoForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const read = whoForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const at = { customerId: read.fields.whom, page: 0 };
    return { update: await deps.db.run((tx) => pageFor(deps, tx, turn, at)) };
  },
};

/** Shows all of one conversation. */
export async function readOn(deps: Deps, turn: Turn, { id }: { id: string }) {
  const heard = await deps.db.run((tx) => heardStore(tx).find(id, turn.person));
  if (!heard) throw new UserError(say(turn.lang).withdrawn);
  await turn.open(wholeView(heard, turn.lang, today(deps, turn)));
}

/** Adds whom nobody knew yet, once, and shows their page, which is empty still. */
export async function addCustomer(deps: Deps, turn: Turn, { name }: { name: string }) {
  const at = deps.clock.now();
  const view = await deps.db.run(async (tx) => {
    const added = { name, sort: 'customer', id: deps.ids.uuid(), by: turn.person.userId, at } as const;
    const { id: customerId } = await customerStore(tx).findOrAdd(added);
    return pageFor(deps, tx, turn, { customerId, page: 0 });
  });
  await turn.update(view);
}

async function viewFor(deps: Deps, tx: Tx, turn: Turn, typed: string): Promise<Modal> {
  const found = await customerStore(tx).search(typed, CHOICES + 1);
  const [only] = exactly(found, typed);
  if (only) return pageFor(deps, tx, turn, { customerId: only.id, page: 0 });
  if (found.length === 0) return nobodyView(turn.lang, typed);
  return severalView(turn.lang, typed, found.slice(0, CHOICES), found.length > CHOICES);
}

/** The one that is meant, where nobody else can be: the only one found, or the only one called just so. */
function exactly(found: readonly Customer[], typed: string): readonly Customer[] {
  const same = found.filter(({ name }) => fold(name) === fold(typed));
  const meant = same.length > 0 ? same : found;
  return meant.length === 1 ? meant : [];
}

async function ideas(deps: Deps, tx: Tx, turn: Turn): Promise<Modal> {
  const day = today(deps, turn);
  return whoView(turn.lang, await ideasFor(tx, turn.person.userId, monthOf(day), IDEAS), day);
}

async function pageFor(deps: Deps, tx: Tx, turn: Turn, at: Place): Promise<Modal> {
  const facts = await factsStore(tx).find(at.customerId);
  if (!facts || facts.isArchived) throw new UserError(say(turn.lang).gone);
  const from = at.page * PER_PAGE;
  const heard = await heardStore(tx).ofCustomer(facts.id, turn.person, { from, n: PER_PAGE + 1 });
  return pageView({
    ...{ lang: turn.lang, today: today(deps, turn), at, facts },
    heard: heard.slice(0, PER_PAGE),
    hasOlder: heard.length > PER_PAGE,
  });
}

const today = ({ clock }: Deps, { person }: Turn) => localDay(clock.now(), person.zone);
