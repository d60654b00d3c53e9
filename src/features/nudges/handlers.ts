import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { localDay } from '../../time.ts';
import { workingDaysOf } from '../people/index.ts';
import { type Choice, chooseRest, restFrom } from '../rests/index.ts';
import { currentForm, settingStore } from '../settings/index.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import { laterDay } from './rules.ts';
import { type Nudge, nudgeStore } from './store.ts';

/** Passes over the suggested customer; the message shows the next. */
export async function suggestAnother(deps: Deps, turn: Turn, { month }: { month: string }) {
  const { userId } = turn.person;
  await deps.db.run(async (tx) => {
    const nudge = await nudgeStore(tx).find(userId, month);
    if (!nudge?.customerId || !(await once(tx, turn.requestId, deps.clock.now()))) return;
    await nudgeStore(tx).suggest(userId, month, null, [...nudge.skipped, nudge.customerId]);
    await showAnew(deps, tx, nudge);
  });
}

/** "Next week" is the nudge's own; every other way to rest is the same as everywhere. */
export async function answerNudge(
  deps: Deps,
  turn: Turn,
  { month, answer }: { month: string; answer: 'later' | Choice },
) {
  if (answer === 'why' || answer === 'pause') return chooseRest(deps, turn, { choice: answer });
  const { userId, zone } = turn.person;
  const now = deps.clock.now();
  await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, now))) return;
    const works = await workingDaysOf(tx, turn.person, deps.workspace.country);
    const laterOn = answer === 'later' ? laterDay(localDay(now, zone), works) : null;
    const before = await nudgeStore(tx).find(userId, month);
    await nudgeStore(tx).answer(userId, month, answer, laterOn);
    if (answer !== 'later') return restFrom(deps, tx, turn.person, answer);
    if (before) await showAnew(deps, tx, before);
    await tell(deps, tx, { is: 'rested', userId });
  });
}

/** Somebody rests, is back, or has a plan: their newest nudge says so. */
export async function showLatest(deps: Deps, tx: Tx, userId: string) {
  const nudge = await nudgeStore(tx).latest(userId);
  if (nudge) await showAnew(deps, tx, nudge);
}

/** An admin's word that works council and colleagues know: who and when is kept with the setting. */
export const startNudges = (deps: Deps, turn: Turn) => switchNudges(deps, turn, deps.clock.now().toISOString());

/** Silent again, at once. */
export const holdNudges = (deps: Deps, turn: Turn) => switchNudges(deps, turn, null);

async function switchNudges(deps: Deps, turn: Turn, startedAt: string | null) {
  const change = { by: turn.person.userId, at: deps.clock.now(), id: deps.ids.uuid() };
  await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, change.at))) return;
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (startedAt === null || nudgesStartedAt === null)
      await settingStore(tx).set('nudgesStartedAt', startedAt, change);
  });
  if (turn.view?.type === 'modal') await turn.update(await currentForm(deps, turn));
}

async function showAnew(deps: Deps, tx: Tx, { userId, month, laterOn }: Nudge) {
  await deps.outbox.change(tx, { kind: monthlyNudge, subject: month, recipient: userId });
  if (laterOn) await deps.outbox.change(tx, { kind: laterNudge, subject: laterOn, recipient: userId });
}
