import type { Tx } from './db/workspace.ts';
import type { Deps } from './deps.ts';

/** What happened that habits other than the one it happened in may have something to do with. Ids are Slack's, of a person. */
export type News =
  /** Somebody clicked, typed or gave a command, whatever it was. */
  | { is: 'acted'; userId: string }
  /** Somebody rests, stops, is back, or wants to be asked next week. */
  | { is: 'rested'; userId: string }
  /** Somebody's plan is another than before, or none any more. */
  | { is: 'planned'; userId: string }
  /** Somebody has spoken with a customer on a day; `counts`: as a conversation of its month. */
  | { is: 'logged'; userId: string; customerId: string; heldOn: string; counts: boolean }
  /** What somebody told about a customer is another than before, is for others to read, or is gone; or its customer has another name. */
  | { is: 'retold'; customerId: string }
  /** Something came of what these people told (feature.ts, `becameOf`). */
  | { is: 'used'; userIds: readonly string[] };

/** Tells every habit, in the transaction in which it happened: what follows from it is there if and only if it is. */
export async function tell(deps: Deps, tx: Tx, news: News): Promise<void> {
  for (const { hears } of deps.features) await hears?.(deps, tx, news);
}
