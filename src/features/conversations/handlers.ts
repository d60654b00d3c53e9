import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { TypedText } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX, quoted } from '../../slack/blocks.ts';
import { formIds } from '../../slack/modal.ts';
import { localDay } from '../../time.ts';
import { companionStore } from '../companions/index.ts';
import { customerStore } from '../customers/index.ts';
import { draftStore, readTyped } from '../drafts/index.ts';
import { settingStore } from '../settings/index.ts';
import { editForm, type FormState, formState, logForm } from './form.ts';
import { logView } from './form-view.ts';
import { usualInitiative } from './rules.ts';
import { type Conversation, conversationStore } from './store.ts';
import { say } from './texts.ts';

/** Opens the log, with what was typed and whom it was suggested filled in. */
export async function openLog(
  deps: Deps,
  turn: Turn,
  { from, customerId, kind }: { from: TypedText } & Pick<Known, 'customerId' | 'kind'>,
) {
  const typed = await readTyped(deps, turn, from);
  const typedId = from && 'draftId' in from && isWhole(typed) ? from.draftId : undefined;
  await openLogWith(deps, turn, typed, { customerId, kind, typedId });
}

/** The same with the text behind a command. Slack keeps none of that: what the field can't hold is shown to them. */
export async function openLogTyped(deps: Deps, turn: Turn, typed: string) {
  await openLogWith(deps, turn, typed, { restShown: true });
  const rest = [...typed.trim()].slice(MAX.input).join('');
  const text = say(turn.lang).restOfText;
  if (rest) await turn.reply({ text, blocks: quoted(text, rest) });
}

type Known = Pick<FormState, 'customerId' | 'kind' | 'restShown' | 'typedId'>;

async function openLogWith(deps: Deps, turn: Turn, typed: string, known: Known) {
  const state = { heldOn: today(deps, turn), ...inField(typed), ...known };
  await turn.open(await newForm(deps, turn, logForm.id, async () => state));
}

/** What the field can hold of a text, and whether that isn't all. */
const inField = (text: string): Pick<FormState, 'learned' | 'cutAt'> => ({
  ...(text.trim() && { learned: [...text.trim()].slice(0, MAX.input).join('') }),
  ...(!isWhole(text) && { cutAt: MAX.input }),
});

const isWhole = (text: string) => [...text.trim()].length <= MAX.input;

/** Opens one's own conversation to change it. */
export async function openEdit(deps: Deps, turn: Turn, { id }: { id: string }) {
  await turn.open(await editView(deps, turn, id));
}

/** The same form for wherever it is opened: under that form's id, with what the person comes back to after it. */
export const editView = (deps: Deps, turn: Turn, id: string, formId = editForm.id, behind?: FormState['behind']) =>
  newForm(deps, turn, formId, async (tx) => {
    const { heldOn, learned, customer } = await own(tx, turn, id);
    return { conversationId: id, heldOn, learned, customerId: customer.id, ...(behind && { behind }) };
  });

/** Opens one's own conversation with what was typed below what it says; nothing changes until it is saved. */
export async function openToAdd(deps: Deps, turn: Turn, { id, from }: { id: string; from: TypedText }) {
  const typed = await readTyped(deps, turn, from);
  const view = await newForm(deps, turn, editForm.id, async (tx) => {
    const { heldOn, learned, customer } = await own(tx, turn, id);
    return { conversationId: id, heldOn, ...inField(`${learned}\n${typed.trim()}`), customerId: customer.id };
  });
  await turn.open(view);
}

/** Shows the other questions below the first; Slack keeps what was typed in those. */
export async function addMore(deps: Deps, turn: Turn) {
  if (!turn.view) return;
  const { draftId } = formIds(turn.view);
  const which = { formId: turn.view.callback_id, draftId };
  const view = await deps.db.run(async (tx) => {
    const fields = await draftStore(tx).find(draftId, turn.person.userId);
    const state = formState.safeParse(fields).data ?? { heldOn: today(deps, turn) };
    return formIn(tx, turn, which, state, true);
  });
  await turn.update(view);
}

/** The form was closed unsaved: what was typed in it is not kept. */
export const forget = (deps: Deps, turn: Turn, draftId: string) =>
  deps.db.run(async (tx) => {
    await draftStore(tx).close(draftId, turn.person.userId);
  });

/** One transaction: somebody waits for the form. */
async function newForm(deps: Deps, turn: Turn, formId: string, begin: (tx: Tx) => Promise<FormState>) {
  const draftId = deps.ids.uuid();
  const { userId } = turn.person;
  return deps.db.run(async (tx) => {
    const state = await begin(tx);
    await draftStore(tx).open({ id: draftId, userId, kind: 'conversation', fields: state, now: deps.clock.now() });
    return formIn(tx, turn, { formId, draftId }, state);
  });
}

type Which = { formId: string; draftId: string };

async function formIn(tx: Tx, turn: Turn, which: Which, state: FormState, askedForMore = false) {
  const { storiesChannel, topics } = await settingStore(tx).all();
  const editing = state.conversationId ? await own(tx, turn, state.conversationId) : undefined;
  const companions = editing ? await companionStore(tx).named(editing.id, turn.person.userId) : [];
  return logView({
    lang: turn.lang,
    ...which,
    storiesChannel,
    topics,
    customer: state.customerId ? await customerStore(tx).find(state.customerId) : undefined,
    kind: state.kind ?? editing?.kind,
    learned: state.learned,
    cutAt: state.cutAt,
    restShown: state.restShown,
    heldOn: state.heldOn,
    more: askedForMore || companions.length > 0 || hasMore(editing),
    companions,
    editing,
  });
}

/** An answer that isn't in sight isn't sent either, and would be lost. */
function hasMore(conversation: Conversation | undefined): boolean {
  if (!conversation) return false;
  const { need, said, level, minutes, topic, initiative, kind } = conversation;
  return Boolean(need || said || level || minutes || topic) || initiative !== usualInitiative(kind);
}

/** Somebody's own conversation; anybody else's, and one that is gone, doesn't exist for them. */
export async function own(tx: Tx, turn: Turn, id: string): Promise<Conversation> {
  const conversation = await conversationStore(tx).find(id);
  if (conversation?.userId !== turn.person.userId) throw new UserError(say(turn.lang).gone);
  return conversation;
}

/** The day it is for them. */
export const today = ({ clock }: Deps, { person }: Turn) => localDay(clock.now(), person.zone);
