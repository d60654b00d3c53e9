import { z } from 'zod';
import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { HomeSection } from '../../feature.ts';
import { type News, tell } from '../../news.ts';
import type { OpenView, Turn } from '../../slack/action.ts';
import { saidBelow } from '../../slack/beside.ts';
import { type AnyBlock, cut, MAX } from '../../slack/blocks.ts';
import { formIds, type ModalListener } from '../../slack/modal.ts';
import { localDay, monthOf } from '../../time.ts';
import { aheadIn, conversationStore, tellTellers } from '../conversations/index.ts';
import {
  type Customer,
  customerMeant,
  customerOption,
  customerStore,
  hasWarned,
  optionMeant,
  warningFor,
} from '../customers/index.ts';
import { draftStore } from '../drafts/index.ts';
import { type Person, personStore, workingDaysOf } from '../people/index.ts';
import { behindOf, FORM, planForm } from './form.ts';
import { planDay } from './messages.ts';
import { dayProblem, fulfils, isOpen, isUnanswered, PLAN_KINDS, type Plan, proposedDay } from './rules.ts';
import { planOf } from './shown.ts';
import { planStore } from './store.ts';
import { say } from './texts.ts';
import { type Filled, planHome, planView, sameForm, withQuestions, wordsAhead } from './views.ts';

/** Opens one's own plan to change it, or a new one: in five working days, the customer that was suggested, by telephone. */
export async function openPlan(deps: Deps, turn: Turn, { customerId }: { customerId?: string | undefined }) {
  const filled = await deps.db.run(async (tx): Promise<Filled> => {
    const plan = await planStore(tx).find(turn.person.userId);
    const known = plan?.ended === null ? plan : undefined;
    return fill(deps, tx, turn, known, known ? known.customerId : (customerId ?? null));
  });
  await turn.open(planView(turn.lang, filled));
}

/** The same on a customer's page: with this customer, whomever one meant to talk with before. */
export async function openTalk(deps: Deps, turn: Turn, { customerId }: { customerId: string }) {
  const filled = await deps.db.run(async (tx): Promise<Filled> => {
    const plan = await planStore(tx).find(turn.person.userId);
    const known = plan && isOpen(plan, today(deps, turn.person)) ? plan : undefined;
    const same = known?.customerId === customerId ? known : undefined;
    const instead = known && !same ? known.on : undefined;
    return { ...(await fill(deps, tx, turn, same, customerId)), behind: { pageOf: customerId }, instead };
  });
  await turn.open(planView(turn.lang, filled));
}

async function fill(
  deps: Deps,
  tx: Tx,
  turn: Turn,
  known: Plan | undefined,
  customerId: string | null,
): Promise<Filled> {
  const customer = customerId ? await customerStore(tx).find(customerId) : undefined;
  return {
    on: await proposal(deps, tx, turn.person, known),
    whom: customer && customerOption(customer, turn.lang),
    kind: known?.kind ?? 'call',
    words: known?.words ?? undefined,
  };
}

/**
 * A conversation that is still to come: everything typed so far goes along in their own words. What is too long for them
 * stays in the form below; else that one closes with the plan.
 */
export async function planFromLog(deps: Deps, turn: Turn) {
  if (!turn.view) return;
  const ahead = aheadIn(turn.view, turn.lang);
  const { draftId } = formIds(turn.view);
  const filled = await deps.db.run(async (tx): Promise<Filled> => {
    const words = wordsAhead(ahead, await namesOf(tx, ahead.companions), turn.lang);
    const fits = [...words].length <= MAX.input;
    return {
      on: ahead.on ?? (await proposal(deps, tx, turn.person, undefined)),
      whom: ahead.whom ? await optionMeant(tx, ahead.whom, turn.lang) : undefined,
      kind: PLAN_KINDS.find((kind) => kind === ahead.kind) ?? 'call',
      words: cut(words, MAX.input),
      behind: fits ? { draftId } : undefined,
    };
  });
  await turn.open(planView(turn.lang, filled));
}

async function namesOf(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const people = await Promise.all(userIds.map((userId) => personStore(tx).find(userId)));
  return people.flatMap((person) => person?.name ?? []);
}

/** Shows the opening questions of the kind that was chosen. */
export async function showQuestions(_deps: Deps, turn: Turn, raw: unknown) {
  const { data: kind } = z.enum(PLAN_KINDS).safeParse(raw);
  if (turn.view && kind) await turn.update(withQuestions(turn.lang, turn.view, kind));
}

/** Saves the plan, or says beside the field what doesn't fit; nothing typed is lost. */
export const planListener: ModalListener = {
  id: FORM,
  by: 'member',
  async submit(deps, turn, view) {
    const t = say(turn.lang);
    const read = planForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { when, whom, how: kind, words } = read.fields;
    const problem = dayProblem(when, today(deps, turn.person));
    if (problem) return { errors: { when: t[problem] } };
    const { userId } = turn.person;
    const { draftId, pageOf } = behindOf(view);
    return deps.db.run(async (tx) => {
      const customer = whom === null ? null : await customerMeant(deps, tx, userId, whom);
      if (customer === undefined) return { errors: { whom: t.whomGone } };
      const warning = customer && (await warnedFirst(tx, turn, view, customer, when));
      if (warning) return warning;
      if (await once(tx, turn.requestId, deps.clock.now())) {
        const before = await planStore(tx).find(userId);
        const promptedAt = pageOf !== undefined && pageOf === customer?.id ? deps.clock.now() : null;
        await planStore(tx).keep(userId, { on: when, customerId: customer?.id ?? null, kind, words, promptedAt });
        if (draftId) await draftStore(tx).close(draftId, userId);
        if (promptedAt && customer) await tellTellers(deps, tx, customer.id, userId);
        await showAnew(deps, tx, userId, before?.on);
      }
      return draftId ? 'close all' : 'close';
    });
  },
};

/** The form with a warning, where this customer should rather not be approached; saved again below it, it is saved. */
async function warnedFirst(tx: Tx, { person, lang }: Turn, view: OpenView, customer: Customer, on: string) {
  if (hasWarned(view.blocks, customer)) return undefined;
  const warning = await warningFor(tx, { customer, userId: person.userId, on }, lang);
  return warning && { update: sameForm(lang, view, saidBelow(view.blocks as AnyBlock[], 'whom', warning)) };
}

/** "Never mind": no plan, and no questions about it. */
export async function neverMind(deps: Deps, turn: Turn, { on }: { on: string }) {
  const { userId } = turn.person;
  await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
    const plan = await planStore(tx).find(userId);
    if (plan?.on !== on || !(await planStore(tx).end(userId, 'never-mind'))) throw new UserError(say(turn.lang).gone);
    await showAnew(deps, tx, userId, on);
  });
}

/** Whoever has spoken with a customer has done what they planned; whoever rests sees it in what stands. */
export async function hear(deps: Deps, tx: Tx, news: News) {
  if (news.is !== 'logged' && news.is !== 'rested') return;
  const plan = await planStore(tx).find(news.userId);
  if (plan?.ended !== null) return;
  if (news.is === 'rested') return deps.outbox.change(tx, { kind: planDay, subject: plan.on, recipient: news.userId });
  if (!fulfils(news, plan)) return;
  await planStore(tx).end(news.userId, 'done');
  await showAnew(deps, tx, news.userId, plan.on);
}

/** "My plan", or how to make one, for whoever hasn't spoken with a customer yet this month. */
export const plansHome: HomeSection = async (deps, tx, { person, lang }) => {
  const plan = await planOf(deps, tx, person);
  const day = today(deps, person);
  if (plan?.ended === null) return planHome(lang, plan, isUnanswered(plan, day));
  return (await conversationStore(tx).countOf(person.userId, monthOf(day))) > 0 ? undefined : planHome(lang);
};

/** The day that the form begins with: the one of the plan, as long as it is to come. */
async function proposal({ clock, workspace }: Deps, tx: Tx, person: Person, known: Plan | undefined) {
  const day = localDay(clock.now(), person.zone);
  return known && known.askedOn === null && known.on >= day
    ? known.on
    : proposedDay(day, known !== undefined, await workingDaysOf(tx, person, workspace.country));
}

/** What stands about the plan of a day, and wherever else plans are spoken of. */
async function showAnew(deps: Deps, tx: Tx, userId: string, on: string | undefined) {
  if (on) await deps.outbox.change(tx, { kind: planDay, subject: on, recipient: userId });
  await tell(deps, tx, { is: 'planned', userId });
}

const today = ({ clock }: Deps, { zone }: Person) => localDay(clock.now(), zone);
