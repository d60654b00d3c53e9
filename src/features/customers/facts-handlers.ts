import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { escape } from '../../slack/escape.ts';
import { changedFields, type ModalListener } from '../../slack/modal.ts';
import { personStore } from '../people/index.ts';
import { customerOf, factsForm, lookUpForm } from './facts-form.ts';
import { type Change, type Changer, type Facts, isKeeper, refusedField } from './facts-rules.ts';
import { factsView, lookUpView, noticeView } from './facts-views.ts';
import { customerMeant } from './handlers.ts';
import { factsStore } from './store-facts.ts';
import { say } from './texts.ts';

/** Asks whom somebody wants to know about. */
export const openLookUp = (_deps: Deps, turn: Turn) => turn.open(lookUpView(turn.lang));

/** Shows what is known of whom they chose; a new name is added. */
export const lookUpListener: ModalListener = {
  id: lookUpForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const read = lookUpForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    return deps.db.run(async (tx) => {
      const customer = await customerMeant(deps, tx, turn.person.userId, read.fields.whom);
      const facts = customer && (await factsStore(tx).find(customer.id));
      return facts ? { update: viewFor(facts, turn) } : { errors: { whom: say(turn.lang).whomGone } };
    });
  },
};

/** Opens what is known of a customer. */
export async function openFacts({ db }: Deps, turn: Turn, { id }: { id: string }) {
  const facts = await db.run((tx) => known(tx, id, turn));
  await turn.open(viewFor(facts, turn));
}

/** Saves what somebody changed, and nothing else: the form may be older than a colleague's change of the rest. */
export const factsListener: ModalListener = {
  id: factsForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const read = factsForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const changed = changedFields(view);
    const change: Change = Object.fromEntries(Object.entries(read.fields).filter(([field]) => changed.has(field)));
    return deps.db.run(async (tx) => {
      const before = await known(tx, customerOf(view), turn);
      const errors = await problemsOf(tx, change, before, turn);
      if (errors) return { errors };
      if (!(await once(tx, turn.requestId, deps.clock.now()))) return 'close';
      await factsStore(tx).change(before.id, change);
      if (change.name !== undefined) await tell(deps, tx, { is: 'retold', customerId: before.id });
      return 'close';
    });
  },
};

/** Takes a customer out of the lists; anybody may bring one back. */
export async function archiveCustomer({ db, clock }: Deps, turn: Turn, { id, back }: { id: string; back: boolean }) {
  const { name } = await db.run(async (tx) => {
    const facts = await known(tx, id, turn);
    if (!back && !isKeeper(changer(turn), facts)) throw new UserError(say(turn.lang).keepersOnly);
    await factsStore(tx).archive(id, back ? null : clock.now());
    return facts;
  });
  const t = say(turn.lang);
  await turn.update(noticeView((back ? t.cameBack : t.archived)(escape(name)), turn.lang));
}

/** Beside the field that doesn't fit; undefined: all do. */
async function problemsOf(
  tx: Tx,
  change: Change,
  before: Facts,
  turn: Turn,
): Promise<Record<string, string> | undefined> {
  const t = say(turn.lang);
  const { name, key, contactId } = change;
  const isMember = async (userId: string) => (await personStore(tx).find(userId))?.member === true;
  const contactIsHere = before.contactId !== null && (await isMember(before.contactId));
  const refused = refusedField(change, before, changer(turn), contactIsHere);
  if (refused) return { [refused]: t.refused[refused] };
  if (name !== undefined && (await factsStore(tx).named(name, before))) return { name: t.nameTaken };
  const other = key ? await factsStore(tx).keyed(key, before.id) : null;
  if (other) return { key: t.keyTaken(other.name) };
  if (contactId && !(await isMember(contactId))) return { contactId: t.contactWrong };
  return undefined;
}

/** A customer by an id from outside; a double that was merged is the one it was merged into. */
export async function known(tx: Tx, id: string, { lang }: Turn): Promise<Facts> {
  const facts = await factsStore(tx).find(id);
  if (!facts) throw new UserError(say(lang).gone);
  return facts;
}

const viewFor = (facts: Facts, turn: Turn) => factsView(facts, turn.lang, isKeeper(changer(turn), facts));

export const changer = ({ person, roles }: Turn): Changer => ({ userId: person.userId, admin: roles.has('admin') });
