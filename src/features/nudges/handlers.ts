import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { addMonths, firstOfMonth, localDay } from '../../time.ts';
import { workingDaysOf } from '../people/index.ts';
import { currentForm, settingStore } from '../settings/index.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import { laterDay } from './rules.ts';
import { nudgeStore, restStore } from './store.ts';
import { say } from './texts.ts';
import type { Answer } from './views.ts';

/** Passes over the suggested customer; the message shows the next. */
export async function suggestAnother(deps: Deps, turn: Turn, { month }: { month: string }) {
  const { userId } = turn.person;
  await deps.db.run(async (tx) => {
    const nudge = await nudgeStore(tx).find(userId, month);
    if (!nudge?.customerId || !(await once(tx, turn.requestId, deps.clock.now()))) return;
    await nudgeStore(tx).suggest(userId, month, null, [...nudge.skipped, nudge.customerId]);
    await showAnew(deps, tx, userId, month);
  });
}

/** Next week, not this month, or stop: kept silently, and the message says what follows. */
export async function answerNudge(
  deps: Deps,
  turn: Turn,
  { month, answer }: { month: string; answer: Answer | 'why' },
) {
  if (answer === 'why') return turn.reply({ text: say(turn.lang).why, blocks: [] });
  const { userId, zone } = turn.person;
  const now = deps.clock.now();
  await deps.db.run(async (tx) => {
    if (!(await once(tx, turn.requestId, now))) return;
    const works = await workingDaysOf(tx, turn.person, deps.workspace.country);
    const laterOn = answer === 'later' ? laterDay(localDay(now, zone), works) : null;
    await nudgeStore(tx).answer(userId, month, answer, laterOn);
    if (answer === 'not-this-month') await restStore(tx).rest(userId, firstOfMonth(addMonths(month, 1)), now);
    if (answer === 'stop') await restStore(tx).rest(userId, null, now);
    await showAnew(deps, tx, userId, month);
  });
}

/** Back from a rest or a stop, from the next month on. */
export async function comeBack(deps: Deps, turn: Turn) {
  await deps.db.run(async (tx) => {
    if (await once(tx, turn.requestId, deps.clock.now())) await restStore(tx).comeBack(turn.person.userId);
  });
  await turn.reply({ text: say(turn.lang).backAgain, blocks: [] });
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

async function showAnew(deps: Deps, tx: Tx, userId: string, month: string) {
  await deps.outbox.change(tx, { kind: monthlyNudge, subject: month, recipient: userId });
  await deps.outbox.change(tx, { kind: laterNudge, subject: month, recipient: userId });
}
