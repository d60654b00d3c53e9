import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { HomeSection } from '../../feature.ts';
import type { News } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { chooseRest } from '../rests/index.ts';
import { usedKind } from './messages.ts';
import { returnStore } from './store.ts';
import { say } from './texts.ts';
import { type MenuChoice, noMoreBlocks } from './views.ts';

/** "No more of these" is the returns' own; every way to rest is the same as everywhere. */
export async function choose(deps: Deps, turn: Turn, { choice }: { choice: MenuChoice }) {
  if (choice === 'why') return turn.reply({ text: say(turn.lang).why, blocks: [] });
  if (choice === 'no-more') return want(deps, turn, false);
  await chooseRest(deps, turn, { choice });
}

/** "Tell me again", below what they stopped and on Home. */
export async function wantAgain(deps: Deps, turn: Turn) {
  await want(deps, turn, true);
  await turn.reply({ text: say(turn.lang).backAgain, blocks: [] });
}

async function want(deps: Deps, turn: Turn, wanted: boolean) {
  const { userId } = turn.person;
  const now = deps.clock.now();
  await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, now))) return;
    await returnStore(tx).want(userId, wanted ? null : now);
    await showLatest(deps, tx, userId);
  });
}

/** Notes for whom there is something to tell, and keeps what stands as true as what it was made of. */
export async function hear(deps: Deps, tx: Tx, news: News) {
  if (news.is === 'used') await returnStore(tx).used(news.userIds, deps.clock.now());
  if (news.is === 'rested') await showLatest(deps, tx, news.userId);
  if (news.is === 'retold')
    for (const { userId, month } of await returnStore(tx).quoting(usedKind.name, news.customerId))
      await deps.outbox.change(tx, { kind: usedKind, subject: month, recipient: userId });
}

/** Only to whoever has stopped them: the way back. */
export const returnsHome: HomeSection = async (_deps, tx, { person, lang }) =>
  (await returnStore(tx).isUnwanted(person.userId)) ? noMoreBlocks(lang) : undefined;

async function showLatest(deps: Deps, tx: Tx, userId: string) {
  const latest = await returnStore(tx).latest(usedKind.name, userId);
  if (latest) await deps.outbox.change(tx, { kind: usedKind, subject: latest.month, recipient: userId });
}
