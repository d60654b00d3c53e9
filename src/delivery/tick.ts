import type { Deps } from '../deps.ts';
import { askDue } from './due.ts';
import type { Mark } from './mark.ts';
import type { Sender } from './sender.ts';
import { sqlStore } from './sql/index.ts';

/** What a look at the time concerns: who sends, and what this machine knows was sent. */
type Looking = { sender: Pick<Sender, 'wake'>; mark: Mark };

/**
 * A minute's look at one workspace: puts what is due, learns of other instances' claims, and wakes the sender where it has
 * work. Late, lost or doubled, it changes nothing.
 */
export async function tickDelivery(deps: Deps, now: Date, { sender, mark }: Looking, store = sqlStore): Promise<void> {
  await askDue(deps, now);
  const { next, fence } = await deps.db.run(async (tx) => ({
    next: await store(tx).nextLook(),
    fence: await store(tx).fence(),
  }));
  mark.raise(fence);
  if (next && next <= now) sender.wake();
}
