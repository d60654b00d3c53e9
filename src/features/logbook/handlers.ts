import type { PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { HomeSection } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX } from '../../slack/blocks.ts';
import type { FormIds, ModalListener, Submitted } from '../../slack/modal.ts';
import type { Modal } from '../../slack/view.ts';
import { firstOfMonth, lastOfMonth, localDay, monthOf } from '../../time.ts';
import { fold, wordsOf } from '../../words.ts';
import { companionStore } from '../companions/index.ts';
import {
  type Answers,
  conversationStore,
  editView,
  saveEdit,
  storyWaits,
  withdrawOwn,
} from '../conversations/index.ts';
import { customerOption } from '../customers/index.ts';
import { draftStore } from '../drafts/index.ts';
import { firstMonthOf, isExcused, type Person, type WorkingDays, workingDaysOf } from '../people/index.ts';
import { changeForm, type Place, place, START, searchForm } from './page.ts';
import { exposureSince, firstMonth, habitOf, monthsOf, PER_PAGE } from './rules.ts';
import { logbookStore } from './store.ts';
import { homeBlocks, type Mine, pageView } from './views.ts';

/** How many of the latest conversations Home shows. */
const AT_HOME = 5;

/** Opens one's own conversations, from Home or by `/customer me`. */
export const openLogbook = async (deps: Deps, turn: Turn) => turn.open(await pageFor(deps, turn, START));

/** Another page. */
export const turnPage = async (deps: Deps, turn: Turn, at: Place) => turn.update(await pageFor(deps, turn, at));

/** Looks for what was typed in the page. It changes nothing, so there is no draft behind it. */
export const searchListener: ModalListener = {
  id: searchForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const read = searchForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { word, customer } = read.fields;
    return { update: await pageFor(deps, turn, { word, customerId: customer, page: 0 }) };
  },
};

/** The form of one of them, in the place of the page. */
export async function edit(deps: Deps, turn: Turn, { id, at }: { id: string; at: Place }) {
  await turn.update(await editView(deps, turn, id, changeForm.id, at));
}

/** Saves it, and shows the page again. */
export async function save(deps: Deps, turn: Turn, answers: Answers, form: FormIds): Promise<Submitted> {
  const state = await deps.db.run((tx) => draftStore(tx).find(form.draftId, turn.person.userId));
  const { data } = z.object({ behind: place }).safeParse(state);
  const saved = await saveEdit(deps, turn, answers, form);
  return saved === 'close' ? { update: await pageFor(deps, turn, data?.behind ?? START) } : saved;
}

/** Takes one of them back; the page goes on without it. */
export async function withdraw(deps: Deps, turn: Turn, { id, at }: { id: string; at: Place }) {
  await withdrawOwn(deps, turn, id);
  await turn.update(await pageFor(deps, turn, at));
}

/** Whom they spoke with, while they type. */
export async function findCustomers({ db }: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> {
  const spokenWith = await db.run((tx) => logbookStore(tx).customers(turn.person.userId));
  const found = spokenWith.filter(({ name }) => fold(name).includes(fold(typed)));
  return found.slice(0, MAX.options).map((customer) => customerOption(customer, turn.lang));
}

/** My habit on Home. */
export const logbookHome: HomeSection = async (deps, tx, { person, lang }) => {
  const mine = await mineOf(deps, tx, person);
  const latest = await conversationStore(tx).ownOf(person.userId, { n: AT_HOME });
  const [from, to] = [firstOfMonth(mine.month), lastOfMonth(mine.month)];
  return homeBlocks({
    lang,
    ...mine,
    latest,
    joint: await companionStore(tx).confirmed(person.userId, from, to, AT_HOME),
    storyWaits: await storyWaits(tx, latest),
  });
};

async function pageFor(deps: Deps, turn: Turn, at: Place): Promise<Modal> {
  const { person, lang } = turn;
  return deps.db.run(async (tx) => {
    const wanted = { words: wordsOf(at.word), customerId: at.customerId };
    const ids = await logbookStore(tx).find(person.userId, wanted);
    const last = Math.max(0, Math.ceil(ids.length / PER_PAGE) - 1);
    const page = Math.min(at.page, last);
    const onPage = ids.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
    const customers = at.customerId ? await logbookStore(tx).customers(person.userId) : [];
    const shown = {
      lang,
      at: { ...at, page },
      here: await conversationStore(tx).ownOf(person.userId, { ids: onPage }),
      total: ids.length,
      customer: customers.find(({ id }) => id === at.customerId),
    };
    return pageView(shown, await mineOf(deps, tx, person));
  });
}

async function mineOf({ clock, workspace }: Deps, tx: Tx, person: Person): Promise<Mine> {
  const { userId, zone } = person;
  const works = await workingDaysOf(tx, person, workspace.country);
  const today = localDay(clock.now(), zone);
  const thisMonth = monthOf(today);
  const excused = new Set(monthsOf(thisMonth).filter((month) => isExcused(month, works)));
  return {
    month: thisMonth,
    count: await conversationStore(tx).countOf(userId, thisMonth),
    isExcused: excused.has(thisMonth),
    habit: habitOf({
      thisMonth,
      hereSince: takesPartSince(person, works),
      spoken: await logbookStore(tx).spokenMonths(userId, firstMonth(thisMonth)),
      excused,
    }),
    minutes: await logbookStore(tx).minutesSince(userId, exposureSince(today)),
  };
}

/** A newcomer settles in first; whoever was here when Mantra came takes part since then. */
const takesPartSince = ({ joinedOn, firstSeenAt, zone }: Person, works: WorkingDays): string =>
  joinedOn === null ? monthOf(localDay(firstSeenAt, zone)) : firstMonthOf(joinedOn, works);
