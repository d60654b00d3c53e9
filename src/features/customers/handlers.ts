import type { PlainTextOption } from '@slack/types';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX } from '../../slack/blocks.ts';
import type { Lang } from '../../texts.ts';
import { whomOf } from './rules.ts';
import { type Customer, customerStore } from './store.ts';
import { chosenOption, customerOption, customerOptions } from './views.ts';

/** How many customers are offered before anything is typed. */
const NEARBY = 20;

/** Answers the select while somebody types: one indexed query. */
export const findCustomers = async (deps: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> =>
  customerOptions(await found(deps, turn, typed), typed, turn.lang);

/** The same where nobody can be added: whoever is only read about. */
export const findKnown = async (deps: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> =>
  (await found(deps, turn, typed)).map((one) => customerOption(one, turn.lang));

/** Those of that name; before anything is typed, whom they spoke with last. */
const found = ({ db }: Deps, { person }: Turn, typed: string): Promise<Customer[]> =>
  db.run((tx) =>
    typed.trim() ? customerStore(tx).search(typed, MAX.options) : customerStore(tx).nearby(person.userId, NEARBY),
  );

/** Whom an option of the select stands for, added where it is a new name; undefined: it was archived meanwhile. */
export async function customerMeant(deps: Deps, tx: Tx, by: string, chosen: string): Promise<Customer | undefined> {
  const whom = whomOf(chosen);
  if ('id' in whom) return customerStore(tx).hold(whom.id);
  const at = deps.clock.now();
  return customerStore(tx).findOrAdd({ name: whom.add, sort: whom.sort, id: deps.ids.uuid(), by, at });
}

/** The option that somebody chose, as it stood in the select; undefined: it was archived meanwhile. */
export async function optionMeant(tx: Tx, chosen: string, lang: Lang): Promise<PlainTextOption | undefined> {
  const whom = whomOf(chosen);
  return chosenOption(whom, 'id' in whom ? await customerStore(tx).find(whom.id) : undefined, lang);
}
