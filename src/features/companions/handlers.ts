import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { HomeSection } from '../../feature.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { personStore } from '../people/index.ts';
import { others } from './rules.ts';
import { companionStore } from './store.ts';
import { say } from './texts.ts';
import { waitingBlocks } from './views.ts';

/** How many Home shows; who is named more often finds the next when these are answered. */
const AT_HOME = 5;

/** "Yes, I was there", or "That wasn't me": one's own word, also after the other. */
export const answerWith =
  (answer: 'yes' | 'no') =>
  async (deps: Deps, turn: Turn, { id }: { id: string }) => {
    await deps.db.run(async (tx) => {
      if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
      const named = await companionStore(tx).answer(id, turn.person.userId, answer);
      if (!named) throw new UserError(say(turn.lang).gone);
      if (answer === 'yes') await tellLogged(deps, tx, id, turn.person.userId);
    });
  };

/** To have been there is to have spoken with that customer. */
async function tellLogged(deps: Deps, tx: Tx, id: string, userId: string) {
  const held = await companionStore(tx).held(id, userId);
  if (held) await tell(deps, tx, { is: 'logged', userId, ...held });
}

/**
 * Whom a form names as having been there too, or 'strangers' where somebody among them doesn't work here. Who was named
 * before may have left since; a form that didn't ask changes nothing.
 */
export async function companionsIn(
  tx: Tx,
  conversationId: string,
  author: string,
  given: readonly string[] | null | undefined,
): Promise<readonly string[] | 'strangers'> {
  const before = await companionStore(tx).named(conversationId, author);
  const named = others(given ?? before, author);
  for (const userId of named) {
    if (!before.includes(userId) && !(await personStore(tx).find(userId))?.member) return 'strangers';
  }
  return named;
}

/** Nobody is written to about it: it waits on Home. */
export const companionsHome: HomeSection = async (_deps, tx, { person, lang }) => {
  const waiting = await companionStore(tx).waiting(person.userId, AT_HOME);
  return waiting.length > 0 ? waitingBlocks(lang, waiting) : undefined;
};
