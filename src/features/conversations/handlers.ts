import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { TypedText } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX, quoted } from '../../slack/blocks.ts';
import { formIds, type Submitted } from '../../slack/modal.ts';
import { localDay } from '../../time.ts';
import { customerMeant, customerStore } from '../customers/index.ts';
import { draftStore, readTyped } from '../drafts/index.ts';
import { settingStore } from '../settings/index.ts';
import { type Answers, type FormState, formState } from './form.ts';
import { logView } from './form-view.ts';
import { savedKind, savedPut, storyKind, storyPut } from './messages.ts';
import { dayProblem, isShared, usualInitiative } from './rules.ts';
import { type Conversation, conversationStore, type Told } from './store.ts';
import { say } from './texts.ts';

/** Opens the log, with what was typed and whom it was suggested filled in. */
export async function openLog(
  deps: Deps,
  turn: Turn,
  { from, customerId }: { from: TypedText; customerId?: string | undefined },
) {
  const typed = await readTyped(deps, turn, from);
  await openLogWith(deps, turn, typed, { customerId });
}

/** The same with the text behind a command. Slack keeps none of that: what the field can't hold is shown to them. */
export async function openLogTyped(deps: Deps, turn: Turn, typed: string) {
  await openLogWith(deps, turn, typed, { restShown: true });
  const rest = [...typed.trim()].slice(MAX.input).join('');
  const text = say(turn.lang).restOfText;
  if (rest) await turn.reply({ text, blocks: quoted(text, rest) });
}

async function openLogWith(deps: Deps, turn: Turn, typed: string, more: Pick<FormState, 'customerId' | 'restShown'>) {
  const text = typed.trim();
  const learned = [...text].slice(0, MAX.input).join('');
  await openForm(deps, turn, {
    heldOn: today(deps, turn),
    ...(learned && { learned }),
    ...(learned.length < text.length && { cutAt: MAX.input }),
    ...more,
  });
}

/** Opens one's own conversation to change it. */
export async function openEdit(deps: Deps, turn: Turn, { id }: { id: string }) {
  const conversation = await deps.db.run((tx) => own(tx, turn, id));
  await openForm(deps, turn, {
    conversationId: id,
    heldOn: conversation.heldOn,
    learned: conversation.learned,
    customerId: conversation.customer.id,
  });
}

/** Shows the other questions below the first; Slack keeps what was typed in those. */
export async function addMore(deps: Deps, turn: Turn) {
  if (!turn.view) return;
  const { draftId } = formIds(turn.view);
  const fields = await deps.db.run((tx) => draftStore(tx).find(draftId, turn.person.userId));
  const state = formState.safeParse(fields).data ?? { heldOn: today(deps, turn) };
  await turn.update(await formFor(deps, turn, draftId, state, true));
}

/** Saves a new conversation. Its id is the draft's, so that pressing Save twice makes one. */
export async function saveNew(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  { draftId }: { draftId: string },
): Promise<Submitted> {
  return saveWith(deps, turn, answers, async (tx, told) => {
    const store = conversationStore(tx);
    await draftStore(tx).close(draftId, turn.person.userId);
    if (!(await store.add(draftId, turn.person.userId, told, deps.clock.now()))) return;
    const saved = await store.find(draftId);
    if (!saved) return;
    await deps.outbox.put(tx, [savedPut(saved, deps.clock.now(), turn.person.zone)]);
    await share(deps, tx, saved);
  });
}

/** Changes one's own conversation; what was posted of it follows. */
export async function saveEdit(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  { draftId, about }: { draftId: string; about?: string | undefined },
): Promise<Submitted> {
  return saveWith(deps, turn, answers, async (tx, told) => {
    const before = await own(tx, turn, about ?? '');
    if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
    await draftStore(tx).close(draftId, turn.person.userId);
    await conversationStore(tx).edit(before, told, deps.clock.now());
    const after = await own(tx, turn, before.id);
    await deps.outbox.change(tx, { kind: savedKind, subject: after.id });
    await moveStory(deps, tx, after);
  });
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

/** Takes one's own conversation back: the row, the story where it was shared, and our own confirmation. */
export async function withdraw(deps: Deps, turn: Turn, { id }: { id: string }) {
  await deps.db.run(async (tx) => {
    await own(tx, turn, id);
    await conversationStore(tx).withdraw(id, turn.person.userId);
    await deps.outbox.withdraw(tx, { kind: savedKind, subject: id });
    await deps.outbox.withdraw(tx, { kind: storyKind, subject: id });
  });
  const text = say(turn.lang).withdrawn;
  await turn.reply({ text, blocks: [] });
}

/** The form was closed unsaved: what was typed in it is not kept. */
export const forget = (deps: Deps, turn: Turn, draftId: string) =>
  deps.db.run(async (tx) => {
    await draftStore(tx).close(draftId, turn.person.userId);
  });

async function openForm(deps: Deps, turn: Turn, state: FormState) {
  const draftId = deps.ids.uuid();
  const { userId } = turn.person;
  const view = await formFor(deps, turn, draftId, state);
  await deps.db.run((tx) =>
    draftStore(tx).open({ id: draftId, userId, kind: 'conversation', fields: state, now: deps.clock.now() }),
  );
  await turn.open(view);
}

async function formFor(deps: Deps, turn: Turn, draftId: string, state: FormState, askedForMore = false) {
  return deps.db.run(async (tx) => {
    const { storiesChannel } = await settingStore(tx).all();
    const editing = state.conversationId ? await own(tx, turn, state.conversationId) : undefined;
    return logView({
      lang: turn.lang,
      draftId,
      storiesChannel,
      customer: state.customerId ? await customerStore(tx).find(state.customerId) : undefined,
      learned: state.learned,
      cutAt: state.cutAt,
      restShown: state.restShown,
      heldOn: state.heldOn,
      more: askedForMore || hasMore(editing),
      editing,
    });
  });
}

const hasMore = (conversation: Conversation | undefined) =>
  Boolean(conversation && (conversation.need || conversation.said || conversation.level || conversation.minutes));

async function saveWith(
  deps: Deps,
  turn: Turn,
  answers: Answers,
  save: (tx: Tx, told: Told) => Promise<void>,
): Promise<Submitted> {
  const problem = dayProblem(answers.when, today(deps, turn));
  if (problem) return { errors: { when: say(turn.lang)[problem] } };
  return deps.db.run(async (tx) => {
    const { countingKinds, storiesChannel } = await settingStore(tx).all();
    if (isShared(answers.readers) && !storiesChannel) return { errors: { readers: say(turn.lang).noChannel } };
    const customer = await customerMeant(deps, tx, turn.person.userId, answers.whom);
    if (!customer) return { errors: { whom: say(turn.lang).whomGone } };
    await save(tx, {
      customerId: customer.id,
      kind: answers.how,
      learned: answers.learned,
      heldOn: answers.when,
      readers: answers.readers,
      counts: countingKinds.includes(answers.how),
      need: answers.need,
      said: answers.said,
      initiative: answers.initiative ?? usualInitiative(answers.how),
      level: answers.level,
      minutes: answers.minutes,
    });
    return 'close';
  });
}

async function share(deps: Deps, tx: Tx, conversation: Conversation) {
  const { storiesChannel } = await settingStore(tx).all();
  if (!isShared(conversation.readers) || !storiesChannel) return;
  await deps.outbox.put(tx, [storyPut(conversation, storiesChannel, deps.clock.now(), deps.workspace.zone)]);
}

/** Somebody's own conversation; anybody else's, and one that is gone, doesn't exist for them. */
async function own(tx: Tx, turn: Turn, id: string): Promise<Conversation> {
  const conversation = await conversationStore(tx).find(id);
  if (conversation?.userId !== turn.person.userId) throw new UserError(say(turn.lang).gone);
  return conversation;
}

const today = ({ clock }: Deps, { person }: Turn) => localDay(clock.now(), person.zone);
