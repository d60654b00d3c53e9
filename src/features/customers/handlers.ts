import type { PlainTextOption } from '@slack/types';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX } from '../../slack/blocks.ts';
import type { Lang } from '../../texts.ts';
import { whomOf } from './rules.ts';
import { type Customer, customerStore } from './store.ts';
import { chosenOption, customerOptions } from './views.ts';

/** Answers the select while somebody types: one indexed query. */
export async function findCustomers({ db }: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> {
  const found = await db.run((tx) =>
    typed.trim() ? customerStore(tx).search(typed, MAX.options) : customerStore(tx).nearby(turn.person.userId, 20),
  );
  return customerOptions(found, typed, turn.lang);
}

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
