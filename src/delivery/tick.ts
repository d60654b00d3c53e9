import type { Deps } from '../deps.ts';
import { askDue, type DueMemory } from './due.ts';
import type { Mark } from './mark.ts';
import type { Sender } from './sender.ts';
import { sqlStore } from './sql/index.ts';

/** What a look at the time concerns: who sends, what this machine knows was sent, and what the last looks have seen to. */
type Looking = { sender: Pick<Sender, 'wake'>; mark: Mark; memory?: DueMemory };

/**
 * A minute's look at one workspace: puts what is due, learns of other instances' claims, and wakes the sender where it has
 * work. Late, lost or doubled, it changes nothing.
 */
export async function tickDelivery(
  deps: Deps,
  now: Date,
  { sender, mark, memory }: Looking,
  store = sqlStore,
): Promise<void> {
  await askDue(deps, now, memory, store);
  const { next, fence } = await deps.db.run(async (tx) => ({
    next: await store(tx).nextLook(),
    fence: await store(tx).fence(),
  }));
  mark.raise(fence);
  if (next && next <= now) sender.wake();
}
