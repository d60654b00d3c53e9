import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import type { Submitted } from '../../slack/modal.ts';
import { companionStore, companionsIn } from '../companions/index.ts';
import { type Customer, customerMeant, hasWarned, warningFor } from '../customers/index.ts';
import { draftStore } from '../drafts/index.ts';
import { settingStore } from '../settings/index.ts';
import { offerPlan, sameForm } from './ahead.ts';
import { type Answers, formState } from './form.ts';
import { own, today } from './handlers.ts';
import { savedKind, savedPut, storyKind, storyPut } from './messages.ts';
import { dayProblem, isShared, usualInitiative } from './rules.ts';
import { type Conversation, conversationStore, type Told } from './store.ts';
import { say } from './texts.ts';

/** Saves a new conversation. Its id is the draft's, so that pressing Save twice makes one. */
export async function saveNew(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  { draftId }: { draftId: string },
): Promise<Submitted> {
  const asPlan = dayProblem(answers.when, today(deps, turn)) === 'future' ? offerPlan(deps, turn) : undefined;
  if (asPlan) return { update: asPlan };
  const first: Saving['first'] = async (tx, customer, told) => {
    const warning = await warnedFirst(tx, turn, customer, told);
    return warning && !(await conversationStore(tx).find(draftId)) ? warning : undefined;
  };
  const save: Saving['save'] = async (tx, told, companions) => {
    const store = conversationStore(tx);
    if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
    await closeDrafts(tx, draftId, turn.person.userId);
    if (!(await store.add(draftId, turn.person.userId, told, deps.clock.now()))) return;
    await companionStore(tx).name(draftId, companions, deps.clock.now());
    const saved = await store.find(draftId);
    if (!saved) return;
    await deps.outbox.put(tx, [savedPut(saved, deps.clock.now(), turn.person.zone)]);
    await share(deps, tx, saved);
    const { userId, heldOn, counts } = saved;
    await tell(deps, tx, { is: 'logged', userId, customerId: saved.customer.id, heldOn, counts });
  };
  return saveWith(deps, turn, answers, draftId, { first, save });
}

/** Changes one's own conversation; what was posted of it follows. */
export async function saveEdit(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  { draftId, about }: { draftId: string; about?: string | undefined },
): Promise<Submitted> {
  const id = about ?? draftId;
  const save: Saving['save'] = async (tx, told, companions) => {
    const before = await own(tx, turn, id);
    if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
    await draftStore(tx).close(draftId, turn.person.userId);
    await conversationStore(tx).edit(before, told, deps.clock.now());
    await companionStore(tx).name(id, companions, deps.clock.now());
    const after = await own(tx, turn, before.id);
    await deps.outbox.change(tx, { kind: savedKind, subject: after.id });
    await moveStory(deps, tx, after);
    for (const customerId of new Set([before.customer.id, after.customer.id]))
      await tell(deps, tx, { is: 'retold', customerId });
  };
  return saveWith(deps, turn, answers, id, { save });
}

/** Where the story of a conversation should stand now: in the channel of today's settings, or nowhere. */
async function moveStory(deps: Deps, tx: Tx, conversation: Conversation) {
  const { storiesChannel } = await settingStore(tx).all();
  const wanted = isShared(conversation.readers) ? storiesChannel : null;
  const story = { kind: storyKind, subject: conversation.id };
  for (const recipient of await conversationStore(tx).placesOf(storyKind.name, conversation.id))
    if (recipient === wanted) await deps.outbox.change(tx, { ...story, recipient });
    else await deps.outbox.withdraw(tx, { ...story, recipient });
  await share(deps, tx, conversation);
}

/** Takes one's own conversation back, and says so. */
export async function withdraw(deps: Deps, turn: Turn, { id }: { id: string }) {
  await withdrawOwn(deps, turn, id);
  const text = say(turn.lang).withdrawn;
  await turn.reply({ text, blocks: [] });
}

/** Takes one's own conversation back: the row, the story where it was shared, and our own confirmation. */
export async function withdrawOwn(deps: Deps, turn: Turn, id: string) {
  await deps.db.run(async (tx) => {
    const { customer } = await own(tx, turn, id);
    await conversationStore(tx).withdraw(id, turn.person.userId);
    await tell(deps, tx, { is: 'retold', customerId: customer.id });
    await deps.outbox.withdraw(tx, { kind: savedKind, subject: id });
    await deps.outbox.withdraw(tx, { kind: storyKind, subject: id });
  });
}

/** How answers are saved. `first`: what is shown instead, where something is to be said before. */
type Saving = {
  first?(tx: Tx, customer: Customer, told: Told): Promise<Submitted | undefined>;
  save(tx: Tx, told: Told, companions: readonly string[]): Promise<void>;
};

async function saveWith(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  id: string,
  { first, save }: Saving,
): Promise<Submitted> {
  const problem = dayProblem(answers.when, today(deps, turn));
  if (problem) return { errors: { when: say(turn.lang)[problem] } };
  return deps.db.run(async (tx) => {
    const { countingKinds, storiesChannel } = await settingStore(tx).all();
    if (isShared(answers.readers) && !storiesChannel) return { errors: { readers: say(turn.lang).noChannel } };
    const companions = await companionsIn(tx, id, turn.person.userId, answers.companions);
    if (companions === 'strangers') return { errors: { companions: say(turn.lang).companionsWrong } };
    const customer = await customerMeant(deps, tx, turn.person.userId, answers.whom);
    if (!customer) return { errors: { whom: say(turn.lang).whomGone } };
    const said = told(answers, customer.id, countingKinds);
    const instead = await first?.(tx, customer, said);
    if (!instead) await save(tx, said, companions);
    return instead ?? 'close';
  });
}

/** The form with a warning, where we took the initiative and should rather not have; saved again below it, it is saved. */
async function warnedFirst(tx: Tx, { view, person, lang }: Turn, customer: Customer, { initiative, heldOn: on }: Told) {
  if (!view || initiative !== 'we' || hasWarned(view.blocks, customer)) return undefined;
  const warning = await warningFor(tx, { customer, userId: person.userId, on }, lang);
  return warning && { update: sameForm(view, lang, 'whom', warning) };
}

/** What the answers say, and what follows from them: whether this kind counts, and who usually gets in touch. */
const told = (answers: Answers, customerId: string, countingKinds: readonly string[]): Told => ({
  customerId,
  kind: answers.how,
  learned: answers.learned,
  heldOn: answers.when,
  readers: answers.readers,
  counts: countingKinds.includes(answers.how),
  need: answers.need,
  said: answers.said,
  initiative: answers.initiative ?? usualInitiative(answers.how),
  level: answers.level,
  topic: answers.topic,
  minutes: answers.minutes,
});

/** The form's, and that of the text it was opened with: it has a place now. */
async function closeDrafts(tx: Tx, draftId: string, userId: string) {
  const { data } = formState.safeParse(await draftStore(tx).find(draftId, userId));
  for (const id of [draftId, data?.typedId]) if (id) await draftStore(tx).close(id, userId);
}

async function share(deps: Deps, tx: Tx, conversation: Conversation) {
  const { storiesChannel } = await settingStore(tx).all();
  if (!isShared(conversation.readers) || !storiesChannel) return;
  await deps.outbox.put(tx, [storyPut(conversation, storiesChannel, deps.clock.now(), deps.workspace.zone)]);
}
