import type { PlainTextOption } from '@slack/types';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX } from '../../slack/blocks.ts';
import { customerStore } from './store.ts';
import { customerOptions } from './views.ts';

/** Answers the select while somebody types: one indexed query. */
export async function findCustomers({ db }: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> {
  const found = await db.run((tx) =>
    typed.trim() ? customerStore(tx).search(typed, MAX.options) : customerStore(tx).nearby(turn.person.userId, 20),
  );
  return customerOptions(found, typed, turn.lang);
}
